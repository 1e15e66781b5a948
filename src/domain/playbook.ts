import { tidied as tidyCadence } from './cadence-edit.ts';
import type { Cadence } from './cadence.ts';
import { CRITERION_KINDS, type Criterion, type Icp } from './icp.ts';
import { tidied as tidyPersona } from './persona-edit.ts';
import type { Persona } from './persona.ts';
import { plainLine, plainText } from './plain-text.ts';
import { BANT_PARTS, BANT_STATES, QUALIFIED_STEPS } from './qualification.ts';
import type { QualifiedRule, StepRule } from './rule.ts';
import { tidyTemplate } from './template-edit.ts';
import type { Template } from './template.ts';

/** What a playbook is called, by whom, and which edition of it this is; as typed. */
export interface PlaybookHead {
  name: string;
  description: string;
  author: string;
  version: string;
}

/** What a playbook holds of each kind: what it says, without when it was made and which version of it this book had. */
export interface PlaybookItems {
  icps: Pick<Icp, 'id' | 'name' | 'criteria' | 'tam'>[];
  personas: Omit<Persona, 'createdAt' | 'updatedAt'>[];
  rules: Pick<QualifiedRule, 'id' | 'name' | 'steps'>[];
  templates: Omit<Template, 'createdAt' | 'updatedAt'>[];
  cadences: Pick<Cadence, 'id' | 'name' | 'steps' | 'priorities'>[];
}

export const PLAYBOOK_KINDS = ['icps', 'personas', 'rules', 'templates', 'cadences'] as const satisfies readonly (keyof PlaybookItems)[];
export type PlaybookKind = (typeof PLAYBOOK_KINDS)[number];

/** The most of each kind. */
export const MOST_ITEMS = 500;
const MOST_CRITERIA = 100;
const MOST_WORDS = 500;
const LONGEST = { id: 200, name: 120, word: 120, description: 2_000, author: 120, version: 40 };

/** Rows of a book as a playbook holds them: only what belongs in it, within bounds, in an order that does not depend on the book. */
export function playbookItems(rows: { [K in PlaybookKind]: readonly PlaybookItems[K][number][] }): PlaybookItems {
  return {
    icps: ordered(rows.icps).map(icpItem), personas: ordered(rows.personas).map(personaItem), rules: ordered(rows.rules).map(ruleItem), templates: ordered(rows.templates).map(templateItem),
    cadences: ordered(rows.cadences).map(({ id, ...edit }) => ({ id, ...tidyCadence(edit) })),
  };
}

/** What was typed about a playbook, within bounds; a name of blanks becomes `otherwise`. */
export function tidyHead({ name, description, author, version }: PlaybookHead, otherwise: string): PlaybookHead {
  return { name: plainLine(name, LONGEST.name) || otherwise, description: plainText(description, LONGEST.description), author: plainLine(author, LONGEST.author), version: plainLine(version, LONGEST.version) };
}

function ordered<R extends { id: string }>(rows: readonly R[]): R[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => id.length <= LONGEST.id && !seen.has(id) && seen.add(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_ITEMS);
}

function icpItem({ id, name, criteria, tam }: PlaybookItems['icps'][number]): PlaybookItems['icps'][number] {
  const seen = new Set<string>();
  const kept = criteria.filter((one) => CRITERION_KINDS.includes(one.kind) && one.id.length <= LONGEST.id && !seen.has(one.id) && seen.add(one.id)).slice(0, MOST_CRITERIA).map(criterionItem);
  return { id, name: plainLine(name, LONGEST.name) || id, criteria: kept, ...(isAmount(tam) ? { tam } : {}) };
}

function criterionItem({ id, kind, any, weight, rule, min, max, within, field }: Criterion): Criterion {
  const words = [...new Set(any.map((word) => plainLine(word, LONGEST.word)).filter(Boolean))].slice(0, MOST_WORDS);
  const numbers = Object.entries({ min, max, within }).filter(([, value]) => isAmount(value));
  return { id, kind, any: words, weight: Number.isFinite(weight) ? Math.min(10, Math.max(1, Math.round(weight))) : 1, rule, ...Object.fromEntries(numbers), ...(field === undefined ? {} : { field: plainLine(field, LONGEST.word) }) };
}

function personaItem({ id, name, titles, seniorities, departments, responsibilities, challenges, help, questions }: PlaybookItems['personas'][number]): PlaybookItems['personas'][number] {
  return { id, ...tidyPersona({ name: name.trim() || id, titles, seniorities, departments, responsibilities, challenges, help, questions: questions.map(({ id: own, part, text }) => ({ id: own, part, text })) }) };
}

function ruleItem({ id, name, steps }: PlaybookItems['rules'][number]): PlaybookItems['rules'][number] {
  return { id, name: plainLine(name, LONGEST.name) || id, steps: Object.fromEntries(QUALIFIED_STEPS.map((step) => [step, stepItem(steps[step])])) as unknown as QualifiedRule['steps'] };
}

function stepItem(step: StepRule): StepRule {
  const shares = (['fit', 'coverage', 'engagement'] as const).filter((name) => isAmount(step[name])).map((name) => [name, Math.min(100, step[name]!)]);
  const bant = BANT_PARTS.filter((part) => BANT_STATES.includes(step.bant?.[part] as never)).map((part) => [part, step.bant![part]]);
  return { ...Object.fromEntries(shares), ...(bant.length > 0 ? { bant: Object.fromEntries(bant) } : {}), ...(isAmount(step.known) ? { known: Math.min(BANT_PARTS.length, Math.round(step.known!)) } : {}) };
}

function templateItem({ id, ...edit }: PlaybookItems['templates'][number]): PlaybookItems['templates'][number] {
  const { name, kind, channel, format, variants, needsLine, personaIds } = edit;
  return { id, ...tidyTemplate({ name, kind, channel, variants, needsLine, personaIds, ...(format ? { format } : {}) }, id.slice(0, LONGEST.name)) };
}

function isAmount(value: number | undefined): boolean {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}
