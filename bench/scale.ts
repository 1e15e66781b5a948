import { openBook, type Book } from '../src/storage/database.ts';
import { company, companyCount, member } from './crowd.ts';

const SLICE = 5_000;

/** Puts a crowd of so many people into the book, past the write door: what is measured is what comes after. The indexes are made when the panel first looks. */
export async function fill(count: number): Promise<number> {
  const book = openBook();
  const now = Date.now();
  const companies = companyCount(count);
  for (let from = 0; from < companies; from += SLICE) {
    await putAll(book, 'account', Array.from({ length: Math.min(SLICE, companies - from) }, (_, at) => company(from + at, now)));
  }
  for (let from = 0; from < count; from += SLICE) {
    const some = Array.from({ length: Math.min(SLICE, count - from) }, (_, at) => member(from + at, count, now));
    await putAll(book, 'prospect', some.map(({ prospect }) => prospect));
    await book.touches.bulkPut(some.flatMap(({ touches }) => touches));
    await book.notes.bulkPut(some.flatMap(({ notes }) => notes));
    await book.followUps.bulkPut(some.flatMap(({ followUps }) => followUps));
  }
  await book.journal.add({ prospectId: member(0, count, now).prospect.id });
  await book.snapshots.clear();
  const written = await book.prospects.count();
  book.close();
  return written;
}

async function putAll(book: Book, entity: 'prospect' | 'account', rows: readonly { id: string; keys: readonly `${string}:${string}`[] }[]): Promise<void> {
  await book.identities.bulkPut(rows.flatMap(({ id, keys }) => keys.map((key) => ({ key, owner: id, entity }))));
  await (book.table(entity === 'prospect' ? 'prospects' : 'accounts')).bulkPut(rows);
}
