import type { PeopleNow } from '../domain/people/field.ts';
import { newestFirst } from '../domain/people/newest.ts';
import type { PersonRow } from '../domain/people/row.ts';
import { peopleTable } from '../domain/people/table.ts';
import type { Book } from './database.ts';
import { FORMAT } from './people-snapshot.ts';
import { linesOf } from './people-line.ts';

/** Lines that a tall screen shows, and some. */
const LINES = 40;
/** With more changes than these since, the list is not sure to look like this any more. */
const MOST_CHANGED = 40;

interface Line {
  row: PersonRow;
  fit: number;
  coverage: number;
  icp: number;
  priority: number;
}

/** What the list of people shows first: so many of all, the newest first. */
export interface FirstPeople {
  people: PeopleNow;
  total: number;
}

/** Stores what the list shows first, as it is with everything up to this journal entry. */
export async function writeFirst(book: Book, { table, scores, priority, icps, now }: PeopleNow, seq: number): Promise<void> {
  const lines = Array.from(newestFirst(table).subarray(0, LINES), (slot): Line => ({
    // what is searched only is not needed for it
    row: { ...table.rowAt(slot), about: '', notes: '', custom: '' }, fit: scores.fit[slot]!, coverage: scores.coverage[slot]!, icp: scores.icp[slot]!, priority: priority[slot]!,
  }));
  await book.snapshots.put({ name: 'people/first', format: FORMAT, seq, packed: { at: now, total: table.slotOf.size, icps, lines } });
}

/** Forgets it: it is made again when the list is shown. */
export function forgetFirst(book: Book): Promise<void> {
  return book.snapshots.delete('people/first');
}

/** What the list of people shows first, with what has changed since; null when that is not known without reading everything. */
export async function readFirst(book: Book, now: number): Promise<FirstPeople | null> {
  const [stored, last] = await book.transaction('r', [book.snapshots, book.journal], () => Promise.all([book.snapshots.get('people/first'), book.journal.orderBy('seq').last()]));
  if (stored?.format !== FORMAT || !isFirst(stored.packed)) return null;
  const { packed: { at, total, icps, lines } } = stored;
  const byId = new Map(lines.map((line) => [line.row.id, line]));
  let count = total;
  if ((last?.seq ?? 0) > stored.seq) {
    const entries = await book.journal.where('seq').above(stored.seq).limit(MOST_CHANGED + 1).toArray();
    const ids = [...new Set(entries.flatMap(({ prospectId, more = [] }) => [prospectId, ...more]))];
    if (entries.length > MOST_CHANGED || ids.length > MOST_CHANGED) return null;
    const changed = await linesOf(book, ids);
    for (const id of ids) {
      const row = changed.get(id);
      const old = byId.get(id);
      // somebody who is gone may have come after this was written as well
      if (!row && !old) return null;
      if (!row) count -= Number(byId.delete(id));
      else if (old) byId.set(id, { ...old, row });
      else if (row.createdAt > at) {
        byId.set(id, { row, fit: Math.max(0, row.fitMark), coverage: row.fitMark < 0 ? 0 : 100, icp: row.fitMark < 0 ? 0 : 1, priority: row.priority });
        count++;
      }
    }
  }
  const table = peopleTable();
  const shown = [...byId.values()].toSorted((a, b) => b.row.createdAt - a.row.createdAt || (a.row.id < b.row.id ? 1 : -1));
  for (const { row } of shown) table.put(row);
  const column = (name: 'fit' | 'coverage' | 'icp' | 'priority'): Uint8Array<ArrayBuffer> => Uint8Array.from(shown, (line) => line[name]);
  return { people: { table, scores: { fit: column('fit'), coverage: column('coverage'), icp: column('icp') }, priority: column('priority'), icps, now }, total: count };
}

function isFirst(packed: unknown): packed is { at: number; total: number; icps: string[]; lines: Line[] } {
  const { at, total, icps, lines } = (packed ?? {}) as { at?: unknown; total?: unknown; icps?: unknown; lines?: unknown };
  return typeof at === 'number' && typeof total === 'number' && Array.isArray(icps) && Array.isArray(lines) && lines.length > 0 && lines.every((line) => typeof (line as Line | null)?.row?.id === 'string');
}
