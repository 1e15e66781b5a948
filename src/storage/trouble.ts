import type { Book } from './database.ts';

/** Why a book cannot be worked with: a newer Paydirt has made it, it cannot be opened or read, or there is no room to open it. */
export type Trouble = 'newer' | 'broken' | 'full';

const BROKEN = new Set(['UnknownError', 'DataError', 'InvalidStateError', 'NotFoundError', 'OpenFailedError', 'UpgradeError', 'SchemaError', 'DataCloneError', 'ConstraintError', 'SchemaDiffError', 'NotReadableError', 'AbortError', 'EncodingError']);

/** Opens the book and says what keeps it from being opened; null when nothing does. What is not among these is thrown. */
export async function openingTrouble(book: Book): Promise<Trouble | null> {
  try {
    await book.open();
    // a broken store may be seen at its first row only
    await book.settings.limit(1).toArray();
    await book.prospects.limit(1).toArray();
    return null;
  } catch (error) {
    return troubleOf(error) ?? 'broken';
  }
}

/** What an error of the database means for the book as a whole; null when it is about something else. */
export function troubleOf(error: unknown): Trouble | null {
  for (const name of namesOf(error)) {
    if (name === 'VersionError') return 'newer';
    if (name === 'QuotaExceededError') return 'full';
  }
  return namesOf(error).some((name) => BROKEN.has(name)) ? 'broken' : null;
}

/** Was it for want of room that work on the book ended with this error? The error itself may not say so: `since` is what `book.noRoom` was before. */
export async function endedFull(book: Book, error: unknown, since: number): Promise<boolean> {
  if (troubleOf(error) === 'full') return true;
  // what became of any transaction is heard by when one over all of its tables answers
  await book.transaction('r', book.tables, () => book.settings.count()).catch(() => undefined);
  return book.noRoom > since;
}

/** The names of an error and of those it wraps: one of many rows holds what became of each. */
export function namesOf(error: unknown, depth = 0): string[] {
  const { name, inner, failures } = (error ?? {}) as { name?: unknown; inner?: unknown; failures?: unknown };
  if (typeof name !== 'string' || depth > 4) return [];
  return [name, ...namesOf(inner, depth + 1), ...(Array.isArray(failures) ? failures.slice(0, 5).flatMap((one) => namesOf(one, depth + 1)) : [])];
}
