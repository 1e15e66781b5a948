import type { Touch } from '../domain/activity.ts';
import { NO_TALLY, total, type Tally } from '../domain/template-result.ts';
import { MEETING, NOTHING, REPLY, REPLY_TIME, type TemplateUse, usesOf } from '../domain/template-use.ts';
import type { Book } from './database.ts';

/** All uses of one wording, counted by what came of them: nothing, a reply, a meeting. */
export interface TallyRow {
  templateId: string;
  variantId: string;
  results: [nothing: number, replies: number, meetings: number];
}

/** Tallies of templates and their variants; without a variant all uses of the template, those of wordings that are gone too. */
export interface Tallies {
  of(templateId: string, variantId?: string): Tally;
}

/** Computes anew what came of the templates used with these people; to be called in the transaction that wrote their touches. */
export async function recountUses(book: Book, prospectIds: readonly string[]): Promise<void> {
  const ids = [...prospectIds];
  const [touches, before] = await Promise.all([book.touches.where('prospectId').anyOf(ids).toArray(), book.templateUses.where('prospectId').anyOf(ids).toArray()]);
  const known = new Map(before.map((use) => [use.id, use]));
  const uses = allUses(touches);
  const changed = uses.filter((use) => JSON.stringify(known.get(use.id)) !== JSON.stringify(use));
  const here = new Set(uses.map(({ id }) => id));
  const gone = before.filter(({ id }) => !here.has(id));
  if (changed.length + gone.length === 0) return;
  await book.templateUses.bulkDelete(gone.map(({ id }) => id));
  await book.templateUses.bulkPut(changed);
  await addUp(book, [...gone, ...changed.flatMap(({ id }) => known.get(id) ?? [])], changed);
}

/** Counts uses that are no more out of the sums, and new ones in. */
async function addUp(book: Book, gone: readonly TemplateUse[], come: readonly TemplateUse[]): Promise<void> {
  const delta = new Map(tallied(come).map((row) => [nameOf(row), row]));
  for (const { templateId, variantId, results } of tallied(gone)) {
    const row = delta.get(nameOf({ templateId, variantId })) ?? { templateId, variantId, results: [0, 0, 0] };
    delta.set(nameOf(row), { ...row, results: plus(row.results, results, -1) });
  }
  const rows = [...delta.values()];
  const stored = await book.templateTallies.bulkGet(rows.map(({ templateId, variantId }): [string, string] => [templateId, variantId]));
  await book.templateTallies.bulkPut(rows.map((row, at) => ({ ...row, results: plus(row.results, stored[at]?.results ?? [0, 0, 0], 1) })));
}

/** The uses among the touches of many people. */
export function allUses(touches: readonly Touch[]): TemplateUse[] {
  const byPerson = new Map<string, Touch[]>();
  for (const touch of touches) {
    const theirs = byPerson.get(touch.prospectId);
    if (theirs) theirs.push(touch);
    else byPerson.set(touch.prospectId, [touch]);
  }
  // nothing can come of a template that was not used
  return [...byPerson.values()].flatMap((theirs) => (theirs.some(({ templateId }) => templateId) ? usesOf(theirs) : []));
}

/** Uses counted by wording. */
export function tallied(uses: readonly TemplateUse[]): TallyRow[] {
  const rows = new Map<string, TallyRow>();
  for (const { templateId, variantId, result } of uses) {
    const name = nameOf({ templateId, variantId });
    const row = rows.get(name) ?? { templateId, variantId, results: [0, 0, 0] };
    row.results[result] += 1;
    rows.set(name, row);
  }
  return [...rows.values()];
}

/** What came of all templates: one small row a wording and the uses of the last 14 days are read, no touch. `now` tells which uses may still be answered. */
export async function readTallies(book: Book, now: number): Promise<Tallies> {
  const [rows, recent] = await book.transaction('r', book.templateTallies, book.templateUses, () => Promise.all([book.templateTallies.toArray(), book.templateUses.where('at').above(now - REPLY_TIME).toArray()]));
  const open = new Map(tallied(recent).map((row) => [nameOf(row), row.results]));
  const tallies = new Map<string, Map<string, Tally>>();
  for (const row of rows) {
    const mine = tallies.get(row.templateId) ?? new Map<string, Tally>();
    tallies.set(row.templateId, mine.set(row.variantId, tallyOf(row.results, open.get(nameOf(row)) ?? [0, 0, 0])));
  }
  return {
    of: (templateId, variantId) => {
      const mine = tallies.get(templateId);
      return variantId === undefined ? total([...mine?.values() ?? []]) : mine?.get(variantId) ?? NO_TALLY;
    },
  };
}

function tallyOf(all: TallyRow['results'], open: TallyRow['results']): Tally {
  const [uses, replies] = countsOf(all);
  const [young, early] = countsOf(open);
  return { uses, replies, meetings: all[MEETING], settled: { uses: uses - young, replies: replies - early } };
}

function countsOf(results: TallyRow['results']): [uses: number, replies: number] {
  const replies = results[REPLY] + results[MEETING];
  return [results[NOTHING] + replies, replies];
}

function plus(a: TallyRow['results'], b: TallyRow['results'], sign: 1 | -1): TallyRow['results'] {
  return [a[0] + sign * b[0], a[1] + sign * b[1], a[2] + sign * b[2]];
}

function nameOf({ templateId, variantId }: { templateId: string; variantId: string }): string {
  return JSON.stringify([templateId, variantId]);
}
