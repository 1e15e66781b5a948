import { spellingsOf } from '../domain/suppression.ts';
import type { Book } from './database.ts';
import type { DumpRows } from './import.ts';
import { readSuppressed } from './suppression.ts';

/** The rows of a file without people whom the rep has erased, and without what hangs on them; `left` people were left out. Who is in the book is not among those. */
export async function leaveOutErased<T extends DumpRows>(book: Book, file: T): Promise<{ file: T; left: number }> {
  const isSuppressed = await readSuppressed(book);
  const erased = file.prospects.filter((row) => isSuppressed(spellingsOf(row))?.reason === 'erased');
  const owners = await book.identities.bulkGet(erased.flatMap(({ keys }) => keys));
  const known = new Set(owners.flatMap((one) => one?.key ?? []));
  const here = await book.prospects.bulkGet(erased.map(({ id }) => id));
  const out = new Set(erased.filter(({ keys }, at) => !here[at] && !keys.some((key) => known.has(key))).map(({ id }) => id));
  if (out.size === 0) return { file, left: 0 };
  const stays = ({ prospectId }: { prospectId: string }): boolean => !out.has(prospectId);
  return {
    left: out.size,
    file: {
      ...file, prospects: file.prospects.filter(({ id }) => !out.has(id)), notes: file.notes.filter(stays), touches: file.touches.filter(stays), followUps: file.followUps.filter(stays),
      enrolments: file.enrolments.filter(stays), history: file.history.filter(({ subject }) => !out.has(subject)),
    },
  };
}
