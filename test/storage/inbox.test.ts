import { describe, expect, test } from 'vitest';
import type { Prospect, Signal } from '../../src/domain/prospect.ts';
import { putNotNow } from '../../src/storage/aside.ts';
import { openBook, type Book } from '../../src/storage/database.ts';
import { countInbox, readInbox } from '../../src/storage/inbox.ts';
import { acceptLead, rejectLead } from '../../src/storage/lead.ts';
import { removeProspect } from '../../src/storage/person.ts';
import { leaveSignals } from '../../src/storage/signal.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const signal = (at: number): Signal => ({ id: `s${at}`, kind: 'hiring', at, field: '', from: '', to: 'x', url: '', state: 'open' });
const put = (book: Book, rows: Prospect[]): Promise<void> => write(book, changeAt(1), async (door) => { for (const row of rows) door.put('prospect', row); });
const ids = async (book: Book, group: 'signals' | 'leads' | 'back'): Promise<string[]> => (await readInbox(book, group, 10)).map(({ prospect }) => prospect.id);

describe('the inbox', () => {
  test('gives the newest signals and leads first and those who come back by date, and counts who is due', async () => {
    const book = scratchBook();
    await put(book, [
      prospectOf({ id: 'a', signals: [signal(5)] }), prospectOf({ id: 'b', signals: [signal(9), signal(2)] }), prospectOf({ id: 'c' }),
      prospectOf({ id: 'd', kind: 'lead', createdAt: 3 }), prospectOf({ id: 'e', kind: 'lead', lead: { state: 'new', at: 8 } }), prospectOf({ id: 'f' }), prospectOf({ id: 'g' }), prospectOf({ id: 'h', stage: 'nurture' }),
    ]);
    for (const [id, resumeAt] of [['f', 300], ['g', 100]] as const) await putNotNow(book, id, { reason: 'other', note: '', resumeAt, words: '', zone: 'UTC', text: '' }, changeAt(0), `follow-${id}`);
    expect(await ids(book, 'signals')).toEqual(['b', 'a']);
    expect(await ids(book, 'leads')).toEqual(['e', 'd']);
    expect(await ids(book, 'back')).toEqual(['h', 'g', 'f']);
    expect(await countInbox(book, 60)).toEqual({ signals: 2, leads: 2, back: 3, due: 6 });
    expect(await countInbox(book, 150)).toEqual({ signals: 2, leads: 2, back: 3, due: 7 });
  });

  test('reads nobody who does not wait, however many there are', async () => {
    const book = scratchBook();
    await put(book, Array.from({ length: 1_000 }, (_, at) => prospectOf({ id: `p${at}`, ...(at % 250 === 0 ? { signals: [signal(at)] } : {}) })));
    let read = 0;
    book.prospects.hook('reading', (row) => { read++; return row; });
    expect((await countInbox(book, 0)).signals).toBe(4);
    expect(read).toBe(0);
    await readInbox(book, 'signals', 3);
    expect(read).toBe(3);
  });

  test('follows decisions, removal and undo', async () => {
    const book = scratchBook();
    await put(book, [prospectOf({ id: 'a', signals: [signal(5)], kind: 'lead', createdAt: 3 })]);
    const left = changeAt(10);
    await leaveSignals(book, 'a', left);
    await acceptLead(book, 'a', changeAt(11));
    expect(await book.inbox.count()).toBe(0);
    await undo(book, left.changeId, changeAt(12));
    expect(await ids(book, 'signals')).toEqual(['a']);
    const gone = changeAt(13);
    await removeProspect(book, 'a', gone);
    expect(await book.inbox.count()).toBe(0);
    await undo(book, gone.changeId, changeAt(14));
    expect(await ids(book, 'signals')).toEqual(['a']);
  });

  test('a book from before there was an inbox has one after the upgrade', async () => {
    const indexedDB = new IDBFactory();
    const old = new Dexie('paydirt', { indexedDB, IDBKeyRange });
    old.version(3).stores({ prospects: 'id, accountId' });
    await old.table('prospects').bulkPut([prospectOf({ id: 'a', signals: [signal(5)] }), prospectOf({ id: 'b' })]);
    old.close();
    const book = openBook({ indexedDB, IDBKeyRange });
    expect(await ids(book, 'signals')).toEqual(['a']);
    book.close();
  });
});

describe('a lead', () => {
  test('is accepted once, dated', async () => {
    const book = scratchBook();
    await put(book, [prospectOf({ id: 'a', kind: 'lead' })]);
    await acceptLead(book, 'a', changeAt(5));
    await acceptLead(book, 'a', changeAt(6));
    await rejectLead(book, 'a', 'spam', '', changeAt(7));
    expect(await book.prospects.get('a')).toMatchObject({ kind: 'both', stage: 'new', lead: { state: 'accepted', at: 5 } });
  });

  test('is rejected with its reason and disqualified; one undo takes it back', async () => {
    const book = scratchBook();
    await put(book, [prospectOf({ id: 'a', kind: 'lead' })]);
    const change = changeAt(5);
    await rejectLead(book, 'a', 'no-interest', 'unsubscribed', change);
    expect(await book.prospects.get('a')).toMatchObject({ kind: 'lead', stage: 'disqualified', lead: { state: 'rejected', at: 5, reason: 'no-interest', note: 'unsubscribed' }, aside: { reason: 'no-need', from: 'new' } });
    await undo(book, change.changeId, changeAt(6));
    expect(await ids(book, 'leads')).toEqual(['a']);
  });
});
