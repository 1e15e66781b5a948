import { expect, it } from 'vitest';
import { answering, halved, Refused, unless } from '../../src/crm/refused.ts';

it('a bad row stands alone and the others are sent, in their order', async () => {
  const batches: number[][] = [];
  const answers = await halved([1, 2, 3, 4, 5, 6, 7], async (rows) => {
    batches.push(rows);
    if (rows.includes(3)) throw new Refused('rejected', 'three');
    return rows.map((row) => row * 10);
  });
  expect(answers.map((one) => (one instanceof Refused ? one.failure.message : one))).toEqual([10, 20, 'three', 40, 50, 60, 70]);
  expect(batches.length).toBeLessThan(8);
});

it('what is no fault of a row ends the whole', async () => {
  await expect(halved([1, 2], async () => { throw new Refused('network'); })).rejects.toThrow(Refused);
  expect(await halved([], async () => { throw new Refused('rejected'); })).toEqual([]);
});

it('an operation answers a refusal and throws a bug', async () => {
  expect(await answering(async (kind: 'gone') => { throw new Refused(kind, 'why'); })('gone')).toEqual({ ok: false, failure: { kind: 'gone', message: 'why' } });
  await expect(answering(async () => { throw new TypeError('bug'); })()).rejects.toThrow('bug');
  expect(await answering(async () => 1)()).toEqual({ ok: true, value: 1 });
});

it('only the refusal that is expected gives something else', async () => {
  const refuse = async (): Promise<number> => { throw new Refused('permission'); };
  expect(await unless('permission', refuse(), 7)).toBe(7);
  await expect(unless('gone', refuse(), 7)).rejects.toThrow(Refused);
});
