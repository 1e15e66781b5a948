import type { Touch } from '../domain/activity.ts';
import { NO_TALLY, total, type Tally } from '../domain/template-result.ts';
import { MEETING, NOTHING, REPLY, REPLY_TIME, type TemplateUse, type UseResult, usesOf } from '../domain/template-use.ts';
import type { Template } from '../domain/template.ts';
import type { Book } from './database.ts';

/** Tallies of templates and their variants; `of(templateId, variantId)`, and `of(templateId)` for all of its uses that a variant is known of. */
export interface Tallies {
  of(templateId: string, variantId?: string): Tally;
}

/** Computes anew what came of the templates used with these people; to be called in the transaction that wrote their touches. */
export async function recountUses(book: Book, prospectIds: readonly string[]): Promise<void> {
  const ids = [...prospectIds];
  const [touches, before] = await Promise.all([book.touches.where('prospectId').anyOf(ids).toArray(), book.templateUses.where('prospectId').anyOf(ids).toArray()]);
  const known = new Map(before.map((use) => [use.id, use]));
  const changed: TemplateUse[] = [];
  for (const use of allUses(touches)) {
    const old = known.get(use.id);
    known.delete(use.id);
    if (!old || JSON.stringify(old) !== JSON.stringify(use)) changed.push(use);
  }
  await book.templateUses.bulkDelete([...known.keys()]);
  await book.templateUses.bulkPut(changed);
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

/** What came of these templates, counted in the index: no touch is read. `now` tells which uses may still be answered. */
export async function readTallies(book: Book, templates: readonly Template[], now: number): Promise<Tallies> {
  const tallies = new Map<string, Map<string, Tally>>();
  await book.transaction('r', book.templateUses, () => Promise.all(templates.flatMap((template) => {
    const mine = new Map<string, Tally>();
    tallies.set(template.id, mine);
    return ['', ...template.variants.map(({ id }) => id)].map(async (variantId) => { mine.set(variantId, await tallyOf(book, template.id, variantId, now)); });
  })));
  return {
    of: (templateId, variantId) => {
      const mine = tallies.get(templateId);
      if (variantId !== undefined) return mine?.get(variantId) ?? NO_TALLY;
      return total([...mine?.values() ?? []]);
    },
  };
}

async function tallyOf(book: Book, templateId: string, variantId: string, now: number): Promise<Tally> {
  const count = (result: UseResult, until?: number): Promise<number> => book.templateUses.where('[templateId+variantId+result+at]')
    .between([templateId, variantId, result, -Infinity], [templateId, variantId, result, until ?? Infinity], true, true).count();
  const [nothing, replied, met] = await Promise.all([count(NOTHING), count(REPLY), count(MEETING)]);
  if (nothing + replied + met === 0) return NO_TALLY;
  const ripe = now - REPLY_TIME;
  const old = await Promise.all([count(NOTHING, ripe), count(REPLY, ripe), count(MEETING, ripe)]);
  return {
    uses: nothing + replied + met, replies: replied + met, meetings: met,
    settled: { uses: old[0] + old[1] + old[2], replies: old[1] + old[2] },
  };
}
