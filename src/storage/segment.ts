import type { Segment, SegmentFilter } from '../domain/segment.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Keeps a filter under a name; `id` of one that there is changes it. */
export function saveSegment(book: Book, id: string, part: { name: string; filter: SegmentFilter; tam?: number }, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const known = await door.get('segment', id);
    const row: Segment = { id, ...part, createdAt: known?.createdAt ?? change.at, updatedAt: change.at };
    door.put('segment', row);
  });
}

export function removeSegment(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, (door) => door.remove('segment', id));
}
