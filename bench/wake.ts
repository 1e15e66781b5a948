import { openBook } from '../src/storage/database.ts';

const MINUTE = 60_000;
const SLICE = 10_000;

/** Puts `count` open follow-ups of one person into the book, `due` of them in the past. */
export async function fill(count: number, due: number): Promise<void> {
  const book = openBook();
  const now = Date.now();
  await book.prospects.put({ id: 'p1', kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: now, updatedAt: now });
  for (let from = 0; from < count; from += SLICE) {
    await book.followUps.bulkPut(Array.from({ length: Math.min(SLICE, count - from) }, (_, index) => {
      const at = from + index;
      return { id: `f${String(at).padStart(6, '0')}`, prospectId: 'p1', dueAt: at < due ? now - (at + 1) * MINUTE : now + (at + 600) * MINUTE, open: 1 as const, words: '2w', zone: 'Europe/Berlin', text: '', createdAt: now, updatedAt: now };
    }));
  }
  book.close();
}
