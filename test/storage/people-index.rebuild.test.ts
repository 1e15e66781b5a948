import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personRow, type PersonRow } from '../../src/domain/people/row.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import type { Book } from '../../src/storage/database.ts';
import { catchUp, type PeopleIndex, loadPeople, packPeople, readPeople, rebuildPeople } from '../../src/storage/people-index.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const MANY = 9;
/** Pauses of a rebuild of so many that is stored after each second one: at any of them the panel may be closed, or others write. */
const PAUSES = 865;
const idOf = (at: number): string => `p${at}`;
const person = (id: string, part: Partial<Prospect> = {}): Prospect => ({ id, kind: 'prospect', keys: [`github:${id}`], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], accountId: 'acme', createdAt: 100, updatedAt: 100, ...part });

async function bookOfMany(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => {
    door.put('account', { id: 'acme', keys: [], fields: {}, suggestions: {}, tags: [], createdAt: 1, updatedAt: 1 });
    for (let at = 0; at < MANY; at++) door.put('prospect', person(idOf(at)));
  });
  return book;
}

class Closed extends Error {}
/** A panel that is closed at the pause with this number; `before` happens at each. */
function closedAt(number: number, before: (at: number) => Promise<void> | void = () => undefined): () => Promise<void> {
  let at = 0;
  return async () => {
    await before(at);
    if (at++ === number) throw new Closed();
  };
}
const rebuild = (book: Book, pause: () => Promise<void> | void, part = 2): Promise<PeopleIndex | undefined> => rebuildPeople(book, pause, { slice: 1, part }).catch((error: unknown) => { if (error instanceof Closed) return undefined; throw error; });

const byId = (rows: PersonRow[]): PersonRow[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const said = ({ table }: PeopleIndex): PersonRow[] => byId([...table.slotOf.values()].map((slot) => table.rowAt(slot)));
async function truth(book: Book): Promise<PersonRow[]> {
  const [account, notes] = [await book.accounts.get('acme'), await book.notes.toArray()];
  return byId((await book.prospects.toArray()).map((one) => personRow(one, { account, followUps: [], touches: [], notes: notes.filter(({ prospectId }) => prospectId === one.id) })));
}

/** Something that is done meanwhile, through the door. */
async function act(book: Book, what: string, who: number, at: number): Promise<void> {
  // another panel, which may be done before this one, and stores what it has
  if (what === 'other') return packPeople(book, await loadPeople(book, () => undefined), {});
  await write(book, changeAt(at), async (door) => {
    const id = idOf(who);
    const row = await door.get('prospect', id);
    if (what === 'come') door.put('prospect', person(`p${who}-${at}`));
    else if (what === 'account') door.put('account', { ...(await door.get('account', 'acme'))!, tags: [`t${at}`] });
    else if (row && what === 'tag') door.put('prospect', { ...row, tags: [`t${at}`] });
    else if (row && what === 'note') door.put('note', { id: `n${at}`, prospectId: id, text: `note ${at}`, createdAt: at, updatedAt: at });
    else if (row && what === 'go' && await book.notes.where('prospectId').equals(id).count() === 0) await door.remove('prospect', id);
  });
}

test('a rebuild that is cut off anywhere, however often, and goes on while others write, is what the rows say', async () => {
  const event = fc.record({ what: fc.constantFrom('tag', 'come', 'go', 'note', 'account', 'other'), who: fc.nat(MANY - 1), at: fc.nat(PAUSES) });
  let resumed = 0;
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ closed: fc.nat(PAUSES), events: fc.array(event, { maxLength: 4 }) }), { minLength: 1, maxLength: 4 }), async (runs) => {
    const book = await bookOfMany();
    let clock = 1_000;
    for (const { closed, events } of runs) {
      await rebuild(book, closedAt(closed, async (at) => { for (const one of events) if (one.at === at) await act(book, one.what, one.who, clock += 1); }));
      if (await book.snapshots.get('people/begun')) resumed += 1;
      // and while no panel is open
      for (const one of events) if (one.at % 2 && one.what !== 'other') await act(book, one.what, one.who, clock += 1);
    }
    const index = (await rebuild(book, () => undefined))!;
    expect(said(index)).toEqual(await truth(book));
    expect(said((await readPeople(book))!)).toEqual(await truth(book));
    expect(await book.snapshots.where('name').startsWith('people/begun').count()).toBe(0);
    book.close();
  }), { numRuns: 60 });
  expect(resumed).toBeGreaterThan(20);
});

/** A book of which the index was begun and cut off behind the person `p5`. */
async function cutOff(): Promise<Book> {
  const book = await bookOfMany();
  for (let at = 0; (await book.snapshots.get('people/begun') as { packed?: { upTo?: string } } | undefined)?.packed?.upTo !== 'p5'; at++) {
    await book.snapshots.clear();
    await rebuild(book, closedAt(at), 6);
  }
  return book;
}
const tagsOf = (index: PeopleIndex, at: number): readonly string[] => index.table.rowAt(index.table.slotOf.get(idOf(at))!).tags;

test('it goes on where it was: who was read is not read again, unless something was done with them', async () => {
  const book = await cutOff();
  await act(book, 'tag', 1, 50);
  // past the door nobody hears of it: seen is who is read
  await book.prospects.where('id').anyOf(['p2', 'p7']).modify({ tags: ['past'] });
  const index = (await rebuild(book, () => undefined))!;
  expect([0, 1, 2, 7].map((at) => tagsOf(index, at))).toEqual([[], ['t50'], [], ['past']]);
});

test.each<[string, (book: Book) => Promise<unknown>]>([
  ['it is spoilt', async (book) => book.snapshots.where('name').startsWith('people/begun/bytes/').modify((piece) => { (piece.packed as Uint8Array)[9]! ^= 1; })],
  ['it is of an older version', async (book) => book.snapshots.where('name').equals('people/begun').modify((head) => { head.format -= 1; })],
  ['the journal has lost what came after it', async (book) => { await act(book, 'tag', 3, 50); await act(book, 'tag', 4, 51); await book.journal.where('seq').below((await book.journal.orderBy('seq').last())!.seq!).delete(); }],
  ['somebody in it has gone past the door', async (book) => book.prospects.delete('p3')],
])('it begins anew when %s', async (_why, spoil) => {
  const book = await cutOff();
  await book.prospects.where('id').equals('p2').modify({ tags: ['past'] });
  await spoil(book);
  const index = (await rebuild(book, () => undefined))!;
  expect(tagsOf(index, 2)).toEqual(['past']);
  expect(said(index)).toEqual(await truth(book));
});

test('another panel that stores what it has, while this one reads, takes nothing away from it', async () => {
  const book = await bookOfMany();
  const other = await loadPeople(book, () => undefined);
  const index = (await rebuild(book, closedAt(Infinity, async (at) => {
    // some were read already
    if (at !== 5) return;
    for (const who of [1, 2, 8]) await act(book, 'tag', who, 50 + who);
    await catchUp(book, other);
    await packPeople(book, other, {});
  }), MANY))!;
  expect([1, 2, 8].map((at) => tagsOf(index, at))).toEqual([['t51'], ['t52'], ['t58']]);
  expect(said((await readPeople(book))!)).toEqual(await truth(book));
});
