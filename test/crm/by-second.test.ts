import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bySecond } from '../../src/crm/by-second.ts';

interface Written {
  id: number;
  /** Epoch ms; the server shows the second of it. */
  at: number;
}

it('sees each row that is there all the time, whatever is written meanwhile, and ends', async () => {
  const moves = fc.array(fc.record({ page: fc.nat(8), row: fc.nat(40) }), { maxLength: 12 });
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(8_000), { minLength: 1, maxLength: 40 }), fc.integer({ min: 2, max: 6 }), moves, async (times, size, changes) => {
    const rows: Written[] = times.map((at, id) => ({ id: id + 1, at: 1_000_000 + at }));
    let clock = 1_010_000;
    const seen = new Set<number>();
    let cursor: string | undefined;
    for (let page = 0; page < 400; page++) {
      const shown = (one: Written): number => Math.floor(one.at / 1_000) * 1_000;
      const answer = await bySecond(0, cursor, size, async ({ from, after }) => rows
        .filter((one) => one.at >= from && (after === undefined || (one.at < from + 1_000 && one.id > after)))
        .toSorted((a, b) => (after === undefined ? a.at - b.at || a.id - b.id : a.id - b.id)).slice(0, size).map(({ id, at }) => ({ id, at })), (row) => shown(row as unknown as Written));
      for (const { id } of answer.rows) seen.add(Number(id));
      if (answer.next === null) {
        expect(rows.filter(({ id }) => !seen.has(id))).toEqual([]);
        return;
      }
      cursor = answer.next;
      for (const change of changes) if (change.page === page) rows[change.row % rows.length]!.at = clock += 700;
    }
    throw new Error('it does not end');
  }));
});
