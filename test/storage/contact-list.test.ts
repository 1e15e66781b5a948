import { expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import { applyList, planList, readBarred, takeListBack } from '../../src/storage/contact-list.ts';
import { setDoNotContact } from '../../src/storage/do-not-contact.ts';
import { suppress, suppressionOf } from '../../src/storage/suppression.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const said = (value: string[]) => ({ value, source: { kind: 'hand' as const, name: 'rep' }, at: 1 });
const LIST = ['email:a@x.example', 'phone:+49301234567', 'domain:acme.example', 'github:nobody', 'linkedin:in/d'];

test('a list bars those it means by any of their data, suppresses the others, and one undo takes all of it back but what stood before', async () => {
  const book = scratchBook();
  const put = (id: string, part: Partial<Prospect>): Promise<void> => write(book, changeAt(1), async (door) => { door.put('prospect', prospectOf({ id, ...part })); if (id === 'a') door.put('followUp', { id: 'f', prospectId: 'a', dueAt: 9, open: 1, words: '', zone: 'UTC', text: '', createdAt: 1, updatedAt: 1 }); });
  await put('a', { fields: { emails: said(['A@x.example']) } });
  await put('b', { fields: { phones: said(['0049 30 1234567']) } });
  await put('c', { keys: ['email:c@eu.acme.example'] });
  await put('d', { keys: ['linkedin:in/d'] });
  await put('e', { keys: ['email:e@notacme.example'] });
  await setDoNotContact(book, 'd', 'legal', changeAt(2));
  const plan = (await planList(book, LIST, new AbortController().signal))!;
  expect(plan).toEqual({ people: ['a', 'b', 'c'], already: 1, strangers: ['domain:acme.example', 'github:nobody'], known: 0 });
  const change = changeAt(3);
  await applyList(book, plan, 'competitor', change);
  const flags = async (): Promise<unknown> => (await book.prospects.toArray()).map(({ doNotContact }) => doNotContact?.reason);
  expect(await flags()).toEqual(['competitor', 'competitor', 'competitor', 'legal', undefined]);
  expect([(await book.followUps.get('f'))!.open, (await suppressionOf(book, ['github:nobody']))?.why]).toEqual([0, 'competitor']);
  expect(await planList(book, LIST, new AbortController().signal)).toMatchObject({ people: [], already: 4, strangers: [], known: 2 });
  const barred = [];
  for await (const { id } of readBarred(book)) barred.push(id);
  expect(barred).toEqual(['a', 'b', 'c', 'd']);
  await takeListBack(book, change.changeId, changeAt(4));
  expect(await flags()).toEqual([undefined, undefined, undefined, 'legal', undefined]);
  expect([(await book.followUps.get('f'))!.open, await book.suppressions.count()]).toEqual([1, 0]);
});

test('a long list is taken back in slices, and one that was stopped on the way goes on: everybody is as before it, and nobody else is touched', async () => {
  const book = scratchBook();
  const id = (at: number): string => `p${String(at).padStart(3, '0')}`;
  await write(book, changeAt(1), async (door) => { for (let at = 0; at < 130; at++) door.put('prospect', prospectOf({ id: id(at), keys: [`email:p${at}@x.example`] })); });
  await setDoNotContact(book, id(0), 'legal', changeAt(2));
  await write(book, changeAt(2), (door) => suppress(book, door, ['email:s0@y.example'], { reason: 'do-not-contact', why: 'legal' }));
  const state = async (): Promise<unknown> => [(await book.prospects.toArray()).map(({ updatedAt: _at, ...row }) => row), await book.suppressions.toArray()];
  const before = await state();
  const list = [...Array.from({ length: 125 }, (_, at) => `email:p${at}@x.example`), ...Array.from({ length: 300 }, (_, at) => `email:s${at}@y.example`), 'domain:acme.example'];
  const plan = (await planList(book, list, new AbortController().signal))!;
  expect([plan.people.length, plan.already, plan.strangers.length, plan.known]).toEqual([124, 1, 300, 1]);
  const change = changeAt(3);
  await applyList(book, plan, 'competitor', change);
  const barred = async (): Promise<number> => (await book.prospects.toArray()).filter(({ doNotContact }) => doNotContact).length;
  expect([await barred(), await book.suppressions.count()]).toEqual([125, 301]);
  const undo = changeAt(4);
  const heard: number[] = [];
  for (const slices of [1, 3]) {
    const stop = new AbortController();
    let left = slices;
    const { stopped } = await takeListBack(book, change.changeId, undo, { signal: stop.signal, onProgress: (done) => { heard.push(done); if (--left === 0) stop.abort(); } });
    expect(stopped).toBe(true);
    expect(await barred()).toBe(slices === 1 ? 25 : 1);
  }
  expect(heard).toEqual([100, 100, 200, 300]);
  expect(await takeListBack(book, change.changeId, undo)).toMatchObject({ stopped: false, kept: [] });
  expect(await state()).toEqual(before);
});
