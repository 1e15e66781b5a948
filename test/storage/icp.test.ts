import { describe, expect, test } from 'vitest';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import type { Criterion } from '../../src/domain/icp.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { activeIcp } from '../../src/storage/fit.ts';
import { icpVersionsOf, previewIcp, saveIcp } from '../../src/storage/icp.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function withIcp(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  return book;
}
const criterion = (any: string[]): Criterion[] => [{ id: 'c', kind: 'title', any, weight: 5, rule: 'plus' }];
const now = { now: () => 0, pause: async () => undefined, onSlice: () => undefined };

describe('saving an ICP', () => {
  test('makes the next version, keeps the old one and puts the ICP in force', async () => {
    const book = await withIcp();
    await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('another', 1)); });
    await saveIcp(book, 'icp', { name: 'Mine', criteria: criterion(['Sales']) }, changeAt(2));
    expect(await activeIcp(book)).toMatchObject({ id: 'icp', version: 2, name: 'Mine', createdAt: 1, updatedAt: 2 });
    expect((await icpVersionsOf(book, 'icp')).map(({ version, name }) => `${version} ${name}`)).toEqual(['2 Mine', '1 B2B SaaS']);
  });

  test('never uses a version number twice, not even after an undo', async () => {
    const book = await withIcp();
    const change = changeAt(2);
    await saveIcp(book, 'icp', { name: 'Second', criteria: [] }, change);
    await undo(book, change.changeId, changeAt(3));
    expect((await activeIcp(book))!.name).toBe('B2B SaaS');
    await saveIcp(book, 'icp', { name: 'Third', criteria: [] }, changeAt(4));
    expect((await activeIcp(book))!.version).toBe(3);
    expect((await icpVersionsOf(book, 'icp')).find(({ version }) => version === 2)!.name).toBe('Second');
  });

  test('does nothing when the ICP is gone', async () => {
    const book = await withIcp();
    await saveIcp(book, 'nobody', { name: 'x', criteria: [] }, changeAt(2));
    expect(await book.icps.count()).toBe(1);
  });
});

describe('a preview', () => {
  test('says who would move, with what the account adds, and writes nothing', async () => {
    const book = scratchBook();
    for (const [at, title] of ['VP Sales', 'Engineer', 'Sales Engineer'].entries()) await saveDraft(book, draftOf(`github:p${at}`, title, { title }), {}, changeAt(at), means);
    const before = await book.prospects.toArray();
    const shift = await previewIcp(book, criterion(['Sales']), criterion(['Engineer']), new AbortController().signal, now);
    expect(shift).toMatchObject({ people: 3, moved: 2, before: { good: 2, warn: 0, bad: 1 }, after: { good: 2, warn: 0, bad: 1 } });
    expect(shift!.most.map(({ name, before: old, after }) => [name, old, after])).toEqual([['VP Sales', 100, 0], ['Engineer', 0, 100]]);
    expect(await book.prospects.toArray()).toEqual(before);
  });

  test('gives the panel its turn, and ends with the signal', async () => {
    const book = scratchBook();
    for (let at = 0; at < 5; at++) await saveDraft(book, draftOf(`github:p${at}`, 'Ada', { title: 'CEO' }), {}, changeAt(at), means);
    let clock = 0;
    let pauses = 0;
    const slow = { ...now, now: () => (clock += 13), pause: async () => { pauses++; } };
    expect((await previewIcp(book, [], [], new AbortController().signal, slow))!.people).toBe(5);
    expect(pauses).toBe(5);
    const end = new AbortController();
    expect(await previewIcp(book, [], [], end.signal, { ...slow, pause: async () => end.abort() })).toBe(undefined);
  });
});
