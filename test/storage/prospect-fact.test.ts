import { expect, test } from 'vitest';
import { addResearch, markContactPoint, removeResearch, setFact } from '../../src/storage/prospect-fact.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

test('source, detail, campaign and channel are one line each; empty takes them away; undo brings them back', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf()));
  await setFact(book, 'p1', 'campaign', '  Spring\n2026 ', changeAt(2));
  expect((await book.prospects.get('p1'))!.campaign).toBe('Spring 2026');
  const change = changeAt(3);
  await setFact(book, 'p1', 'campaign', '', change);
  expect(await book.prospects.get('p1')).not.toHaveProperty('campaign');
  await undo(book, change.changeId, changeAt(4));
  expect((await book.prospects.get('p1'))!.campaign).toBe('Spring 2026');
});

test('two contact points and a research note are undone one by one', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf()));
  const first = changeAt(2);
  await markContactPoint(book, 'p1', 'Ada@a.example', 'bounced', first);
  await markContactPoint(book, 'p1', '+49 30', 'verified', changeAt(3));
  const noted = changeAt(4);
  await addResearch(book, 'p1', { id: 'r', kind: 'goal', text: 'Grow', url: '', at: 4 }, noted);
  await undo(book, first.changeId, changeAt(5));
  expect((await book.prospects.get('p1'))!.contactPoints).toEqual({ '+49 30': { state: 'verified', at: 3 } });
  const gone = changeAt(6);
  await removeResearch(book, 'p1', 'r', gone);
  expect((await book.prospects.get('p1'))!.research).toBeUndefined();
  await undo(book, gone.changeId, changeAt(7));
  expect((await book.prospects.get('p1'))!.research).toHaveLength(1);
});
