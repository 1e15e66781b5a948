import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppressionHash } from '../../src/domain/suppression.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { liftDoNotContact, setDoNotContact } from '../../src/storage/do-not-contact.ts';
import { removeProspect } from '../../src/storage/person.ts';
import { liftSuppression } from '../../src/storage/lift-suppression.ts';
import { readSuppressed, suppress, suppressionOf } from '../../src/storage/suppression.ts';
import { PersonSuppressed } from '../../src/storage/suppression-guard.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const erase = (book: Book, identities: string[], change = changeAt(5)): Promise<void> => write(book, change, (door) => suppress(book, door, identities, { reason: 'erased' }));
const capture = (book: Book, key: 'linkedin:in/ada' | 'github:ada', at: number, emails: string[] = []) => saveDraft(book, draftOf(key, 'Ada', { emails }), {}, changeAt(at), means);

test('who was erased is refused by whichever identity they come, until it is lifted with a reason', async () => {
  const book = scratchBook();
  await erase(book, ['linkedin:in/ada', 'email:ada@acme.example']);
  const refused = { ok: false, failure: { kind: 'erased', message: '' } };
  expect(await capture(book, 'linkedin:in/ada', 6)).toEqual(refused);
  expect(await capture(book, 'github:ada', 6, ['ADA@acme.example'])).toEqual(refused);
  expect((await capture(book, 'github:ada', 6)).ok).toBe(true);
  expect(await book.prospects.count()).toBe(1);
  await expect(write(book, changeAt(7), async (door) => door.put('prospect', prospectOf({ keys: ['linkedin:in/ada'] })))).rejects.toBeInstanceOf(PersonSuppressed);
  expect([await liftSuppression(book, ['linkedin:in/ada'], changeAt(8, ' ')), await liftSuppression(book, ['linkedin:in/ada'], changeAt(8, 'asked to be called'))]).toEqual([0, 1]);
  expect((await capture(book, 'linkedin:in/ada', 9)).ok).toBe(true);
  const told = (await book.history.toArray()).filter(({ entity }) => entity === 'suppression');
  expect([told.length, JSON.stringify(told).includes('acme')]).toEqual([3, false]);
});

test('do-not-contact outlives removal: the flag, its date and its reason come back, and undo leaves no trace of it', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf({ keys: ['linkedin:in/ada'], fields: { emails: { value: ['ada@acme.example'], source: { kind: 'hand', name: 'rep' }, at: 1 } } })));
  await setDoNotContact(book, 'p1', 'legal', changeAt(2));
  const gone = changeAt(3);
  await removeProspect(book, 'p1', gone);
  expect(await book.suppressions.count()).toBe(2);
  await undo(book, gone.changeId, changeAt(4));
  expect([await book.suppressions.count(), (await book.prospects.get('p1'))!.doNotContact?.reason]).toEqual([0, 'legal']);
  await removeProspect(book, 'p1', changeAt(5));
  const saved = await capture(book, 'github:ada', 6, ['ada@acme.example']);
  const { id } = saved.ok ? saved.value : { id: '' };
  expect((await book.prospects.get(id))!.doNotContact).toEqual({ at: 5, reason: 'legal' });
  await liftDoNotContact(book, id, { id: 'n', text: 'x' }, 'wrote to us', changeAt(7));
  expect(await suppressionOf(book, ['email:ada@acme.example'])).toBeUndefined();
  expect((await suppressionOf(book, ['linkedin:in/ada']))?.reason).toBe('do-not-contact');
});

test('a domain or a telephone that was named bars everybody with an address there, and a merge bars nobody', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), (door) => suppress(book, door, ['domain:acme.example', 'phone:+4930123456'], { reason: 'do-not-contact', why: 'competitor' }));
  const person = (id: string, part: object): Promise<void> => write(book, changeAt(2), async (door) => door.put('prospect', prospectOf({ id, ...part })), { isCopy: true });
  const field = (value: string[]) => ({ value, source: { kind: 'file' as const, name: 'f' }, at: 1 });
  await person('a', { keys: ['email:x@mail.acme.example'] });
  await person('b', { keys: ['github:b'], fields: { phones: field(['0049 30 123456']) } });
  await person('c', { keys: ['github:c'], fields: { emails: field(['c@notacme.example']) } });
  expect((await book.prospects.toArray()).map(({ doNotContact }) => doNotContact?.reason)).toEqual(['competitor', 'competitor', undefined]);
  const before = await book.suppressions.count();
  await write(book, changeAt(3), async (door) => { await door.remove('prospect', 'b'); const a = (await door.get('prospect', 'a'))!; door.put('prospect', { ...a, keys: [...a.keys, 'github:b'] }); });
  expect(await book.suppressions.count()).toBe(before);
});

test('whatever is suppressed in however many writes and books, asking one by one and for many at once say the same', async () => {
  const identity = fc.constantFrom<string>('linkedin:in/a', 'email:b@x.example', 'domain:x.example', 'phone:+4930111111', 'github:c');
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.uniqueArray(identity, { maxLength: 3 }), fc.constantFrom('erased' as const, 'do-not-contact' as const)), { maxLength: 5 }), fc.uniqueArray(identity, { maxLength: 3 }), fc.boolean(), async (writes, asked, foreign) => {
    const book = scratchBook();
    if (foreign) await book.suppressions.put({ hash: suppressionHash('f'.repeat(32), 'github:c'), at: 1, reason: 'erased' });
    let at = 2;
    for (const [some, reason] of writes) { const time = at++; await write(book, changeAt(time), (door) => suppress(book, door, some, { reason })); }
    const of = (one: string): string | undefined => { const reasons = [...writes.filter(([some]) => some.includes(one)).map(([, reason]) => reason as string), ...(foreign && one === 'github:c' ? ['erased'] : [])]; return reasons.includes('erased') ? 'erased' : reasons[0]; };
    const expected = asked.map(of).includes('erased') ? 'erased' : asked.map(of).find((one) => one !== undefined);
    expect((await suppressionOf(book, asked))?.reason).toBe(expected);
    expect((await readSuppressed(book))(asked)?.reason).toBe(expected);
    // one salt a book, whatever else was taken in
    expect(new Set((await book.suppressions.toCollection().primaryKeys()).map((hash) => hash.split('$')[0])).size).toBeLessThanOrEqual(1 + Number(foreign));
  }), { numRuns: 25 });
});
