import { identitiesOf, recordIdentities } from '../domain/suppression.ts';
import { readConnections } from './connection.ts';
import type { Book } from './database.ts';
import { keepErasure } from './erasure.ts';
import { removeWithin } from './person.ts';
import { suppress } from './suppression.ts';
import { write, type Change, type Door } from './write.ts';

/** People that one transaction takes: the panel can draw between two. */
const SLICE = 100;

/**
 * Erases people with all that hangs on them, in slices under one change id, and keeps them from being captured again. One undo brings all of them
 * back until `purgeAt` (see `purgeDue`); nothing is changed in a CRM. `change.label` must name nobody: it stays. `onSlice` hears how many are gone; ended by
 * `signal` it leaves the rest. Answers how many were erased.
 */
export async function erasePeople(book: Book, ids: readonly string[], change: Change, { onSlice = () => undefined, signal }: { onSlice?: (people: number) => void | Promise<void>; signal?: AbortSignal } = {}): Promise<number> {
  let erased = 0;
  for (let from = 0; from < ids.length; from += SLICE) {
    if (signal?.aborted) break;
    erased += await eraseSlice(book, ids.slice(from, from + SLICE), change);
    await onSlice(erased);
  }
  return erased;
}

function eraseSlice(book: Book, ids: readonly string[], change: Change): Promise<number> {
  return write(book, change, (door) => eraseWithin(book, door, ids));
}

/** The same inside a write that does more; how many were erased. */
export async function eraseWithin(book: Book, door: Door, ids: readonly string[]): Promise<number> {
  const people = (await book.prospects.bulkGet([...ids])).filter((one) => one !== undefined);
  const gone = people.map(({ id }) => id);
  if (gone.length === 0) return 0;
  await suppress(book, door, [...people.flatMap((one) => identitiesOf(one)), ...await recordsOf(book, gone)], { reason: 'erased' });
  await removeWithin(book, door, gone);
  await keepErasure(book, door.change, gone);
  return gone.length;
}

/** What their records in CRMs are known by, should their mail address be gone there: our external key, and the CRM's id. */
async function recordsOf(book: Book, ids: readonly string[]): Promise<string[]> {
  const connections = await readConnections(book);
  const links = await book.links.bulkGet(connections.flatMap(({ id: connection }) => ids.map((id): [string, string, string] => [connection, 'prospect', id])));
  return links.flatMap((link) => (link ? recordIdentities(link.connection, { key: link.key, remoteId: link.remoteId }) : []));
}
