import { expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import { applyList, planList, readBarred, takeListBack } from '../../src/storage/contact-list.ts';
import { setDoNotContact } from '../../src/storage/do-not-contact.ts';
import { suppressionOf } from '../../src/storage/suppression.ts';
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
