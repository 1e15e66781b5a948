import type { Persona } from './persona.ts';
import type { Reading } from './score/reading.ts';
import { type Department, DEPARTMENTS, type ParsedTitle, SENIORITIES, type Seniority } from './title.ts';
import { excerpt, patterns } from './word.ts';

/** By what somebody suits a persona, the surest first: a word of its titles, the role (seniority, department, or both where both are named), the department alone. */
export const MATCHED_BY = ['title', 'role', 'department'] as const;

/** Why a persona suits somebody: what was found, where it was read, and how sure that is (0..1). */
export interface PersonaMatch {
  personaId: string;
  by: (typeof MATCHED_BY)[number];
  sure: number;
  field: 'title' | 'headline';
  /** The title word as the persona has it; '' when it was not by a word. */
  word: string;
  seniority?: Seniority;
  department?: Department;
  /** What was read, as written; at most 160 characters. */
  evidence: string;
}

/** The persona of a person: the rep's choice, or one that is only suggested and says why. */
export type PersonaOf = { persona: Persona; chosen: true } | { persona: Persona; chosen: false; match: PersonaMatch };

const SURE = { title: 0.9, role: 0.75, department: 0.4 } as const;
/** The headline tells less than a title: it advertises. */
const HEADLINE = 0.15;
/** Another persona suits as well by the same kind of reason. */
const RIVAL = 0.1;

interface Compiled { persona: Persona; words: { word: string; pattern: string }[] }
interface Candidate { match: PersonaMatch; length: number; rank: number; breadth: number }

/**
 * Personas made ready to be matched with many people. Null when none suits: a department alone suits only while the seniority is unknown or
 * the persona names none. Of several the surest reason wins, then the longer title word, the higher of the person's roles, the narrower persona, the id.
 */
export function personaMatcher(personas: readonly Persona[]): (reading: Reading) => PersonaMatch | null {
  const compiled: Compiled[] = personas.map((persona) => ({ persona, words: persona.titles.flatMap((word) => patterns(word).map((pattern) => ({ word, pattern }))) }));
  return (reading) => {
    const [best, rival] = compiled.flatMap((one) => candidateOf(one, reading) ?? []).toSorted(compare);
    if (!best) return null;
    const { match } = best;
    const isRivaled = rival !== undefined && rival.match.by === match.by && rival.match.field === match.field && rival.length === best.length;
    return { ...match, sure: round(SURE[match.by] - (match.field === 'headline' ? HEADLINE : 0) - (isRivaled ? RIVAL : 0)) };
  };
}

/** The persona of somebody: the one that the rep chose while it exists, else the one that their title suggests; null when nothing suits. */
export function personaOf(chosenId: string | undefined, personas: readonly Persona[], reading: Reading): PersonaOf | null {
  const chosen = chosenId === undefined ? undefined : personas.find(({ id }) => id === chosenId);
  if (chosen) return { persona: chosen, chosen: true };
  const match = personaMatcher(personas)(reading);
  const persona = match && personas.find(({ id }) => id === match.personaId);
  return persona ? { persona, chosen: false, match } : null;
}

function candidateOf({ persona, words }: Compiled, reading: Reading): Candidate | null {
  const { texts, folded, ofTitle } = reading;
  const breadth = (persona.seniorities.length || SENIORITIES.length) * (persona.departments.length || DEPARTMENTS.length);
  // a title that says it all is not corrected by a headline, which advertises
  const fields = ofTitle.seniority !== null && ofTitle.departments.length > 0 ? (['title'] as const) : (['title', 'headline'] as const);
  for (const field of isAnother(persona, ofTitle) ? [] : fields) {
    const found = words.filter(({ pattern }) => folded[field].includes(pattern)).toSorted((a, b) => b.pattern.length - a.pattern.length)[0];
    if (!found) continue;
    const match: PersonaMatch = { personaId: persona.id, by: 'title', sure: 0, field, word: found.word, evidence: excerpt(texts[field] ?? '', found.pattern) };
    return { match, length: found.pattern.length, rank: 0, breadth };
  }
  return roleOf(persona, reading, breadth);
}

/** Rank and department are both known and both others: the assistant to the CEO is no CEO. */
function isAnother({ seniorities, departments }: Persona, { seniorities: ranks, departments: works }: ParsedTitle): boolean {
  const differs = (wanted: readonly string[], read: readonly string[]): boolean => wanted.length > 0 && read.length > 0 && !read.some((one) => wanted.includes(one));
  return differs(seniorities, ranks) && differs(departments, works);
}

function roleOf({ id, seniorities, departments }: Persona, { texts, parsed, ofTitle }: Reading, breadth: number): Candidate | null {
  const seniority = parsed.seniorities.find((one) => seniorities.includes(one));
  const department = parsed.departments.find((one) => departments.includes(one));
  const isRole = seniority !== undefined && (departments.length === 0 || department !== undefined);
  const isDepartment = !isRole && department !== undefined && (seniorities.length === 0 || parsed.seniority === null);
  if (!isRole && !isDepartment) return null;
  const inTitle = (!seniority || ofTitle.seniorities.includes(seniority)) && (!department || ofTitle.departments.includes(department));
  const field = inTitle ? 'title' as const : 'headline' as const;
  return {
    match: { personaId: id, by: isRole ? 'role' : 'department', sure: 0, field, word: '', evidence: excerpt(texts[field] ?? '', ''), ...(seniority ? { seniority } : {}), ...(department ? { department } : {}) },
    length: 0, rank: seniority ? parsed.seniorities.indexOf(seniority) : 0, breadth,
  };
}

function compare(a: Candidate, b: Candidate): number {
  return MATCHED_BY.indexOf(a.match.by) - MATCHED_BY.indexOf(b.match.by)
    || Number(a.match.field === 'headline') - Number(b.match.field === 'headline')
    || b.length - a.length || a.rank - b.rank || a.breadth - b.breadth
    || (a.match.personaId < b.match.personaId ? -1 : 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
