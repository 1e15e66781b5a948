import type { DiscoveryQuestion, Persona } from './persona.ts';
import { BANT_PARTS, type BantPart } from './qualification.ts';
import { DEPARTMENTS, SENIORITIES } from './title.ts';

/** What a rep writes of a persona. */
export type PersonaEdit = Omit<Persona, 'id' | 'createdAt' | 'updatedAt'>;

/** The most that is kept of what is typed: letters of a name, of a line and of a title word; lines of a list, words, questions. */
export const PERSONA_BOUNDS = { name: 80, line: 300, word: 80, lines: 30, words: 200, questions: 80 } as const;

/** A persona without anything in it, to be written. */
export function emptyPersona(name: string): PersonaEdit {
  return { name, titles: [], seniorities: [], departments: [], responsibilities: [], challenges: [], help: [], questions: [] };
}

/** What was typed as it is kept: single spaces, no blank line, no line twice in a list, within bounds, names of the vocabulary alone and in its order. A name of blanks stays away. */
export function tidied<E extends Partial<PersonaEdit>>(edit: E): E {
  const { line, word, lines, words, questions } = PERSONA_BOUNDS;
  const tidy: Partial<PersonaEdit> = {};
  const name = edit.name === undefined ? '' : oneLine(edit.name, PERSONA_BOUNDS.name);
  if (name) tidy.name = name;
  if (edit.titles) tidy.titles = distinct(edit.titles, word).slice(0, words);
  if (edit.seniorities) tidy.seniorities = SENIORITIES.filter((one) => edit.seniorities!.includes(one));
  if (edit.departments) tidy.departments = DEPARTMENTS.filter((one) => edit.departments!.includes(one));
  for (const list of ['responsibilities', 'challenges', 'help'] as const) if (edit[list]) tidy[list] = distinct(edit[list], line).slice(0, lines);
  if (edit.questions) {
    const asked = edit.questions.map((one) => ({ ...one, text: oneLine(one.text, line) })).filter(({ part, text }) => text !== '' && BANT_PARTS.includes(part));
    tidy.questions = asked.slice(0, questions);
  }
  const { name: _blank, ...rest } = edit;
  return { ...(name ? edit : rest), ...tidy } as E;
}

/** All questions with those of one part replaced by these texts; a question keeps its id while its text stays, or while it is the only one that changed its text at its place. */
export function withQuestions(questions: readonly DiscoveryQuestion[], part: BantPart, texts: readonly string[], newId: () => string): DiscoveryQuestion[] {
  const old = questions.filter((one) => one.part === part);
  const kept = new Set(old.filter(({ text }) => texts.includes(text)).map(({ id }) => id));
  const used = new Set<string>();
  const take = (found: DiscoveryQuestion | undefined): string | undefined => {
    if (!found || used.has(found.id)) return undefined;
    used.add(found.id);
    return found.id;
  };
  const next = texts.map((text, at): DiscoveryQuestion => {
    const there = old[at];
    const id = take(old.find((one) => one.text === text && !used.has(one.id))) ?? take(there && !kept.has(there.id) ? there : undefined) ?? newId();
    return { id, part, text };
  });
  return BANT_PARTS.flatMap((one) => (one === part ? next : questions.filter((question) => question.part === one)));
}

function distinct(lines: readonly string[], longest: number): string[] {
  const seen = new Set<string>();
  return lines.map((text) => oneLine(text, longest)).filter((text) => text !== '' && !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}

function oneLine(text: string, longest: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longest).toWellFormed().trim();
}
