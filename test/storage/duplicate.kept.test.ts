import { expect, test } from 'vitest';
import { saveDraft } from '../../src/storage/capture.ts';
import { forgetPairs, keepPairs, keptPairs, type Suspects } from '../../src/storage/duplicate.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const HOUR = 3_600_000;
const suspect = (a: string, b: string): Suspects => ({ a, b, sure: 0.8, evidence: [{ kind: 'email', weight: 6, here: 'ada@example.com', there: 'ada@example.com' } as never] });

test('pairs that were found are good for an hour or until much has changed, and hold nothing but ids', async () => {
  const book = scratchBook();
  expect(await keptPairs(book, 5 * HOUR)).toBeUndefined();
  await keepPairs(book, [suspect('p1', 'p2'), suspect('p3', 'p4')], 5 * HOUR);
  expect((await keptPairs(book, 6 * HOUR - 1))?.map(({ a, b }) => [a, b])).toEqual([['p1', 'p2'], ['p3', 'p4']]);
  expect(JSON.stringify(await book.settings.toArray())).not.toContain('example.com');
  expect([await keptPairs(book, 6 * HOUR), await keptPairs(book, 4 * HOUR)]).toEqual([undefined, undefined]);
  for (let at = 0; at < 200; at++) await book.journal.add({ prospectId: `p${at}` });
  expect(await keptPairs(book, 5 * HOUR)).toHaveLength(2);
  await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
  expect(await keptPairs(book, 5 * HOUR)).toBeUndefined();
  await keepPairs(book, [], 5 * HOUR);
  expect(await keptPairs(book, 5 * HOUR)).toEqual([]);
  await book.journal.clear();
  expect(await keptPairs(book, 5 * HOUR), 'a book that was restored').toBeUndefined();
  await keepPairs(book, [], 5 * HOUR);
  await forgetPairs(book);
  expect(await keptPairs(book, 5 * HOUR)).toBeUndefined();
});
