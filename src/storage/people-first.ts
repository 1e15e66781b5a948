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

/** Of a book that has no index, so many of its last people stand for those who are shown first: their ids say when they were made. */
const BIG = 2_000;

async function firstOfRows(book: Book, now: number): Promise<FirstPeople | null> {
  const [total, ids] = await book.transaction('r', [book.prospects], async () => [await book.prospects.count(), await book.prospects.orderBy('id').reverse().limit(LINES).primaryKeys()] as const);
  // the index of a small book is made sooner than anybody would notice
  if (total < BIG) return null;
  const lines = [...(await linesOf(book, ids)).values()].map((row): Line => ({ row, fit: Math.max(0, row.fitMark), coverage: row.fitMark < 0 ? 0 : 100, icp: Number(row.fitMark >= 0), priority: row.priority }));
  return peopleOf(lines, total, [], now);
}

/** What the list of people shows first, with what has changed since; null when that is not known without reading everything. Of a big book without an index: some of its last people. */
export async function readFirst(book: Book, now: number): Promise<FirstPeople | null> {
  const [stored, last, snapshot] = await book.transaction('r', [book.snapshots, book.journal], () => Promise.all([book.snapshots.get('people/first'), book.journal.orderBy('seq').last(), book.snapshots.where('name').equals('people').and(({ format }) => format === FORMAT).count()]));
  if (!snapshot) return firstOfRows(book, now);
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
  return peopleOf([...byId.values()], count, icps, now);
}

function peopleOf(lines: readonly Line[], total: number, icps: readonly string[], now: number): FirstPeople {
  const table = peopleTable();
  const shown = lines.toSorted((a, b) => b.row.createdAt - a.row.createdAt || (a.row.id < b.row.id ? 1 : -1));
  for (const { row } of shown) table.put(row);
  const column = (name: 'fit' | 'coverage' | 'icp' | 'priority'): Uint8Array<ArrayBuffer> => Uint8Array.from(shown, (line) => line[name]);
  return { people: { table, scores: { fit: column('fit'), coverage: column('coverage'), icp: column('icp') }, priority: column('priority'), icps, now }, total };
}

function isFirst(packed: unknown): packed is { at: number; total: number; icps: string[]; lines: Line[] } {
  const { at, total, icps, lines } = (packed ?? {}) as { at?: unknown; total?: unknown; icps?: unknown; lines?: unknown };
  return typeof at === 'number' && typeof total === 'number' && Array.isArray(icps) && Array.isArray(lines) && lines.length > 0 && lines.every((line) => typeof (line as Line | null)?.row?.id === 'string');
}
