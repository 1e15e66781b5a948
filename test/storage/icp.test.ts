import { describe, expect, test } from 'vitest';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import type { Criterion } from '../../src/domain/icp.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { activeIcp } from '../../src/storage/fit.ts';
import { createIcp, duplicateIcp, icpVersionsOf, ownFieldNames, pinIcp, readIcps, removeIcp, renameIcp, saveIcp, setMarket } from '../../src/storage/icp.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function withIcp(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  return book;
}
const criterion = (any: string[]): Criterion[] => [{ id: 'c', kind: 'title', any, weight: 5, rule: 'plus' }];

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

describe('another name or order', () => {
  test('makes no new version: nobody would score otherwise', async () => {
    const book = await withIcp();
    const { criteria } = (await activeIcp(book))!;
    await saveIcp(book, 'icp', { name: 'Ours', criteria: criteria.toReversed() }, changeAt(2));
    await renameIcp(book, 'icp', 'Theirs', changeAt(3));
    expect(await activeIcp(book)).toMatchObject({ version: 1, name: 'Theirs', criteria: criteria.toReversed() });
    expect((await icpVersionsOf(book, 'icp')).map(({ version, name }) => [version, name])).toEqual([[1, 'Theirs']]);
  });
});

describe('several ICPs', () => {
  test('are made, doubled, and listed by name; the last one edited is in force', async () => {
    const book = await withIcp();
    await createIcp(book, 'z-agency', { name: 'Agencies', criteria: criterion(['Agency']) }, changeAt(2));
    expect(await activeIcp(book)).toMatchObject({ id: 'z-agency', version: 1 });
    await saveIcp(book, 'icp', { name: 'B2B SaaS', criteria: [] }, changeAt(3));
    await duplicateIcp(book, 'icp', { id: 'copy', name: 'Another' }, changeAt(4));
    expect((await readIcps(book)).map(({ id, name, version, createdAt }) => [id, name, version, createdAt])).toEqual([['z-agency', 'Agencies', 1, 2], ['copy', 'Another', 1, 4], ['icp', 'B2B SaaS', 2, 1]]);
    expect((await activeIcp(book))!.id).toBe('icp');
  });

  test('go and come back, and their versions were there all the time', async () => {
    const book = await withIcp();
    await saveIcp(book, 'icp', { name: 'Mine', criteria: criterion(['Sales']) }, changeAt(2));
    const before = await book.icps.toArray();
    const change = changeAt(3);
    await removeIcp(book, 'icp', change);
    expect(await book.icps.count()).toBe(0);
    expect((await icpVersionsOf(book, 'icp')).length).toBe(2);
    await undo(book, change.changeId, changeAt(4));
    expect(await book.icps.toArray()).toEqual([{ ...before[0], updatedAt: 4 }]);
    expect((await activeIcp(book))!.id).toBe('icp');
  });

  test('know how many people there are that would fit, until that is taken back', async () => {
    const book = await withIcp();
    const change = changeAt(2);
    await setMarket(book, 'icp', 12_000, change);
    expect(await activeIcp(book)).toMatchObject({ tam: 12_000, version: 1 });
    await undo(book, change.changeId, changeAt(3));
    expect(await activeIcp(book)).not.toHaveProperty('tam');
    await setMarket(book, 'icp', undefined, changeAt(4));
    expect(await activeIcp(book)).not.toHaveProperty('tam');
  });

  test('one can be pinned to a person, let go, and pinned again by an undo', async () => {
    const book = await withIcp();
    await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'CEO' }), {}, changeAt(2), means);
    const [{ id } = { id: '' }] = await book.prospects.toArray();
    await pinIcp(book, id, 'icp', changeAt(3));
    expect((await book.prospects.get(id))!.icpId).toBe('icp');
    const change = changeAt(4);
    await pinIcp(book, id, undefined, change);
    expect(await book.prospects.get(id)).not.toHaveProperty('icpId');
    await undo(book, change.changeId, changeAt(5));
    expect((await book.prospects.get(id))!.icpId).toBe('icp');
  });

  test('offer the own fields that people, accounts and other criteria name', async () => {
    const book = await withIcp();
    await saveDraft(book, draftOf('github:ada', 'Ada', { company: 'Acme' }), {}, changeAt(2), means);
    const field = { value: 'x', source: { kind: 'hand' as const, name: 'rep' }, at: 1 };
    await book.prospects.toCollection().modify({ custom: { Region: field, ' ': field } });
    await book.accounts.toCollection().modify({ custom: { Tier: field, Region: field } });
    await createIcp(book, 'own', { name: 'Own', criteria: [{ id: 'c', kind: 'custom', any: ['x'], weight: 5, rule: 'plus', field: 'Budget year' }] }, changeAt(3));
    expect(await ownFieldNames(book)).toEqual(['Budget year', 'Region', 'Tier']);
  });
});
