import { expect, test } from 'vitest';
import type { Connection } from '../../src/domain/sync/connection.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { readDump } from '../../src/storage/dump.ts';
import { erasePeople } from '../../src/storage/erase.ts';
import { addFollowUp, addNote, setField } from '../../src/storage/person.ts';
import { loadPeople, packIfGrown, repackPeople } from '../../src/storage/people-index.ts';
import { purgeDue } from '../../src/storage/purge.ts';
import { setReferredBy } from '../../src/storage/referral.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import { suppressionOf } from '../../src/storage/suppression.ts';
import { syncStore } from '../../src/storage/sync.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { undo } from '../../src/storage/undo.ts';
import { undoInSlices } from '../../src/storage/undo-slices.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const MINUTE = 60_000;
const CRM = { id: 'crm', connector: 'twenty', label: 'CRM', origin: 'https://crm.example', settings: {}, known: {}, mapping: {}, bringIn: 'all', who: '', where: '', todo: '', createdAt: 1 } satisfies Connection;
/** Whatever names Ada: none of it may be anywhere afterwards. */
const TRACES = ['Ada Quill', 'quill', 'zebrafish', 'in/ada'];
const purge = async (book: Book, now: number): Promise<number | undefined> => (await purgeDue(book, now, () => changeAt(now))).next;

/** All that lies in the database, as text, by table. */
async function allText(book: Book): Promise<Map<string, string>> {
  const text = (value: unknown): string => JSON.stringify(value, (_name, one: unknown) => (one instanceof Uint8Array ? new TextDecoder('latin1').decode(one) : ArrayBuffer.isView(one) ? '' : one));
  return new Map(await Promise.all(book.tables.map(async (table): Promise<[string, string]> => [table.name, text([await table.toCollection().primaryKeys(), await table.toArray()])])));
}
const tracesIn = async (book: Book): Promise<string[]> => [...await allText(book)].flatMap(([table, text]) => TRACES.filter((one) => text.toLowerCase().includes(one.toLowerCase())).map((one) => `${one} in ${table}`));

/** Ada, with everything that a book can hold of somebody, beside Bea and Cy. */
async function bookWithAda(): Promise<{ book: Book; ada: string; bea: string }> {
  const book = scratchBook();
  await writeSetting(book, 'connections', [CRM]);
  const save = async (...of: Parameters<typeof draftOf>): Promise<string> => { const saved = await saveDraft(book, draftOf(...of), {}, changeAt(10, `Saved ${of[1]}`), means); return saved.ok ? saved.value.id : ''; };
  const bea = await save('linkedin:in/bea', 'Bea Stone', { company: 'Acme' });
  // an earlier record of hers that was merged away, and one that was removed
  const old = await save('github:quill', 'A. Quill', { about: 'zebrafish' });
  const ada = await save('linkedin:in/ada', 'Ada Quill', { company: 'Quarry Ltd', emails: ['ada@quill.example'], about: 'zebrafish', phones: ['+49 30 zebrafish'] });
  const cy = await save('linkedin:in/cy', 'Cy Reed');
  await write(book, changeAt(11, 'Merged Ada Quill'), async (door) => {
    const [row, other] = [(await door.get('prospect', ada))!, (await door.get('prospect', old))!];
    await door.remove('prospect', old);
    door.put('prospect', { ...row, keys: [...row.keys, ...other.keys] });
  });
  await addNote(book, ada, 'n', 'likes zebrafish', changeAt(12, 'Note on Ada Quill'));
  await addFollowUp(book, { id: 'f', prospectId: ada, dueAt: 1, words: '', zone: 'UTC', text: 'zebrafish' }, changeAt(13));
  await logTouch(book, { id: 't', prospectId: ada, channel: 'email', direction: 'out', note: 'zebrafish', templateId: 'x', variantId: 'y', at: 14 }, changeAt(14), means.newId);
  await setField(book, ada, 'title', 'Keeper of zebrafish', changeAt(15));
  await setReferredBy(book, ada, { prospectId: bea, name: 'Bea Stone' }, { id: 'thanks', text: 'Thank Bea Stone for Ada Quill', dueAt: 99, zone: 'UTC' }, changeAt(16));
  await setReferredBy(book, cy, { prospectId: ada, name: 'Ada Quill' }, { id: 'thanks2', text: 'Thank Ada Quill', dueAt: 99, zone: 'UTC' }, changeAt(17));
  const store = syncStore(book, CRM, () => changeAt(18), means.keyOf);
  await store.transact(async (tx) => {
    await tx.setLinks([{ kind: 'prospect', id: ada, remoteId: 'r1', key: 'k1', state: 'linked', base: { ours: { lastName: 'Quill' }, theirs: { lastName: 'Quill' } }, at: 1 }, { kind: 'note', id: 'n', remoteId: 'r2', key: 'k2', state: 'linked', base: { ours: { text: 'zebrafish' }, theirs: {} }, at: 1 },
      { kind: 'prospect', id: bea, remoteId: 'r3', key: 'k3', state: 'asking', base: null, at: 1, question: { kind: 'possible-match', at: 1, remoteId: 'r9', shown: 'Ada Quill' } }]);
    await tx.setSeen([{ kind: 'prospect', remoteId: 'r9', keys: ['email:ada@quill.example'], record: { id: 'r9', key: null, at: 1, deleted: false, fields: { name: 'Ada Quill' } } }]);
  });
  await repackPeople(book);
  return { book, ada, bea };
}

test('of who was erased nothing is left in any table when the time for undo is over', async () => {
  const { book, ada } = await bookWithAda();
  // the net holds: all of it is there before, and most of it while it can be taken back
  expect((await tracesIn(book)).length).toBeGreaterThan(20);
  expect(await erasePeople(book, [ada], changeAt(1_000, 'A person was erased'))).toBe(1);
  expect(await purge(book, 1_000 + 10 * MINUTE - 1)).toBe(1_000 + 10 * MINUTE);
  expect((await tracesIn(book)).some((one) => one.endsWith('in history'))).toBe(true);
  expect(await purge(book, 1_000 + 10 * MINUTE)).toBeUndefined();
  expect(await tracesIn(book)).toEqual([]);
  expect((await suppressionOf(book, ['github:quill']))?.reason).toBe('erased');
  // the others are whole
  expect((await book.prospects.toArray()).map(({ fields }) => fields.name!.value).toSorted()).toEqual(['Bea Stone', 'Cy Reed']);
  expect((await book.followUps.get('thanks'))!.text).toBe('Thank Bea Stone for …');
  expect((await book.history.toArray()).some(({ label }) => label === 'Saved Bea Stone')).toBe(true);
  await packIfGrown(book, await loadPeople(book));
  expect(await tracesIn(book)).toEqual([]);
});

test('what a CRM still says of them is neither taken in nor remembered', async () => {
  const { book, ada } = await bookWithAda();
  await erasePeople(book, [ada], changeAt(1_000, 'erased'));
  await purge(book, 1_000 + 10 * MINUTE);
  const store = syncStore(book, CRM, () => changeAt(2_000), means.keyOf);
  const people = await book.prospects.count();
  await store.transact(async (tx) => {
    await tx.setSeen([{ kind: 'prospect', remoteId: 'r1', keys: [], record: { id: 'r1', key: null, at: 1, deleted: false, fields: { name: 'Ada Quill' } } }]);
    await tx.write([
      { kind: 'prospect', id: 'new1', values: { lastName: 'Quill', emails: ['ada@quill.example'] }, isNew: true, at: 1 },
      { kind: 'prospect', id: 'new2', values: { lastName: 'Quill' }, isNew: true, at: 1, record: { remoteId: 'x', key: 'k1' } },
      { kind: 'prospect', id: 'new3', values: { lastName: 'Ames' }, isNew: true, at: 1, record: { remoteId: 'r77', key: null } },
    ]);
  });
  expect([await book.prospects.count() - people, await tracesIn(book)]).toEqual([1, []]);
});

test('until then one undo brings all of them back, and they stay; an erasure that is undone and done again ends as well', async () => {
  const { book, ada, bea } = await bookWithAda();
  const rows = async (): Promise<unknown> => [await book.prospects.toArray(), await book.notes.toArray(), await book.touches.toArray(), await book.identities.toArray()].map((some) => JSON.stringify(some, (name, value: unknown) => (name === 'updatedAt' ? 0 : value)));
  const before = await rows();
  const erased = changeAt(1_000, 'erased');
  await erasePeople(book, [ada, bea], erased);
  expect(await book.prospects.count()).toBe(1);
  const back = changeAt(2_000, 'undone');
  await undo(book, erased.changeId, back);
  expect(await rows()).toEqual(before);
  expect([await book.suppressions.count(), await book.erasures.count()]).toEqual([0, 0]);
  await purge(book, 10 * MINUTE + 1_000);
  expect([await rows(), await book.erasures.count()]).toEqual([before, 0]);
  await undo(book, back.changeId, changeAt(20 * MINUTE));
  expect(await purge(book, 20 * MINUTE)).toBe(30 * MINUTE);
  await purge(book, 30 * MINUTE);
  expect(await tracesIn(book)).toEqual([]);
});

test('a book that is written to a file while it can be taken back holds nothing of them', async () => {
  const { book, ada } = await bookWithAda();
  await erasePeople(book, [ada], changeAt(1_000, 'erased'));
  const { rows, counts } = await readDump(book);
  const history = [];
  for await (const slice of rows.history) history.push(...slice);
  expect([history.some(({ subject }) => subject === ada), history.length === counts.history, counts.suppressions > 0]).toEqual([false, true, true]);
});

test('many are erased in slices under one change, ended between two, and one undo in slices brings all of them back with their flags', async () => {
  const book = scratchBook();
  const ids = Array.from({ length: 230 }, (_, at) => `p${String(at).padStart(3, '0')}`);
  await write(book, changeAt(1), async (door) => { for (const id of ids) door.put('prospect', prospectOf({ id, keys: [`github:${id}`], ...(id.endsWith('7') ? { doNotContact: { at: 1, reason: 'legal' } } : {}) })); }, { isCopy: true });
  const stop = new AbortController();
  const change = changeAt(1_000, 'erased');
  expect(await erasePeople(book, ids, change, { signal: stop.signal, onSlice: (done) => { if (done >= 200) stop.abort(); } })).toBe(200);
  expect([await book.prospects.count(), (await book.erasures.toArray()).map(({ people }) => people.length), await book.suppressions.count()]).toEqual([30, [200], 200]);
  expect((await undoInSlices(book, change.changeId, changeAt(2_000))).kept).toEqual([]);
  expect([await book.prospects.count(), await book.erasures.count(), await book.suppressions.count()]).toEqual([230, 0, 0]);
  expect((await book.prospects.toArray()).filter(({ doNotContact }) => doNotContact).length).toBe(23);
});
