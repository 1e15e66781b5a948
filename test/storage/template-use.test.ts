import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Touch } from '../../src/domain/activity.ts';
import { allUses, readTallies, tallied } from '../../src/storage/template-use.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const DAY = 86_400_000;
const touch = (id: string, day: number, part: Partial<Touch> = {}): Touch => ({ id, prospectId: 'p1', channel: 'email', direction: 'out', at: day * DAY, createdAt: 1, updatedAt: 1, ...part });
const sent = (id: string, day: number, part: Partial<Touch> = {}): Touch => touch(id, day, { templateId: 't', variantId: 'a', ...part });

describe('what came of templates', () => {
  test('is counted as touches are written, and taken back with them', async () => {
    const book = scratchBook();
    const put = (change: ReturnType<typeof changeAt>, ...touches: Touch[]): Promise<void> => write(book, change, async (door) => { for (const one of touches) door.put('touch', one); });
    await put(changeAt(1), sent('1', 0), sent('2', 0, { prospectId: 'p2', variantId: 'b' }));
    const answer = changeAt(2);
    await put(answer, touch('3', 2, { direction: 'in' }));
    const at = async (now: number): Promise<unknown> => {
      const tallies = await readTallies(book, now);
      return [tallies.of('t', 'a'), tallies.of('t', 'b').uses, tallies.of('t').uses, tallies.of('nobody').uses];
    };
    expect(await at(30 * DAY)).toEqual([{ uses: 1, replies: 1, meetings: 0, settled: { uses: 1, replies: 1 } }, 1, 2, 0]);
    expect(await at(3 * DAY)).toMatchObject([{ settled: { uses: 0, replies: 0 } }, 1, 2, 0]);
    await undo(book, answer.changeId, changeAt(3));
    expect(await at(30 * DAY)).toMatchObject([{ uses: 1, replies: 0 }, 1, 2, 0]);
    await write(book, changeAt(4), (door) => door.remove('touch', '1'));
    expect(await at(30 * DAY)).toMatchObject([{ uses: 0 }, 1, 1, 0]);
  });

  test('moves along when a touch goes to another person', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => { door.put('touch', sent('1', 0)); door.put('touch', touch('2', 1, { direction: 'in', prospectId: 'p2' })); });
    expect(await book.templateUses.toArray()).toMatchObject([{ result: 0 }]);
    await write(book, changeAt(2), async (door) => { door.put('touch', sent('1', 0, { prospectId: 'p2' })); });
    expect(await book.templateUses.toArray()).toMatchObject([{ prospectId: 'p2', result: 1 }]);
  });

  test('after any writes it is what all touches say together', async () => {
    const some = fc.record({
      id: fc.constantFrom('1', '2', '3', '4', '5', '6'), prospectId: fc.constantFrom('p1', 'p2'), day: fc.nat(40), isOut: fc.boolean(), used: fc.boolean(), gone: fc.boolean(), variantId: fc.constantFrom('a', 'b'),
    });
    await fc.assert(fc.asyncProperty(fc.array(some, { maxLength: 12 }), async (all) => {
      const book = scratchBook();
      for (const [at, { id, day, isOut, used, gone, variantId, prospectId }] of all.entries()) {
        await write(book, changeAt(at + 1), async (door) => (gone ? door.remove('touch', id) : door.put('touch', touch(id, day, { prospectId, direction: isOut ? 'out' : 'in', ...(isOut && used ? { templateId: 't', variantId } : {}) }))));
      }
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      const uses = allUses(await book.touches.toArray());
      expect((await book.templateUses.toArray()).toSorted(byId)).toEqual(uses.toSorted(byId));
      const summed = (await book.templateTallies.toArray()).filter(({ results }) => results.some((count) => count !== 0));
      expect(new Map(summed.map((row) => [row.variantId, row]))).toEqual(new Map(tallied(uses).map((row) => [row.variantId, row])));
    }), { numRuns: 25 });
  });
});
