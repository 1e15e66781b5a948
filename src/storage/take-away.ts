import type { Table } from 'dexie';
import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import { inboxOf } from '../domain/inbox.ts';
import type { Prospect } from '../domain/prospect.ts';
import { SYNC_KINDS, type SyncKind } from '../domain/sync/record.ts';
import type { Book } from './database.ts';
import type { SliceRun } from './undo-slices.ts';
import type { Undone } from './undo.ts';
import type { Change } from './write.ts';

/** An entry that tells of many rows that came (`new`) or went (`old`) at once. */
export type BulkEntry = HistoryEntry & { field: '**' };

/** Does this entry tell of many rows at once? */
export function isBulk(entry: HistoryEntry): entry is BulkEntry {
  return entry.field === '**';
}

/** What points at others goes before them. */
const ORDER = ['note', 'touch', 'prospect', 'account', 'list'] as const satisfies readonly EntityKind[];
type BulkKind = (typeof ORDER)[number];

/** Rows that one transaction takes away, and entries of history that are read at once. */
const SLICE = 1_000;
const READ = 2_000;

/**
 * Takes rows away that came in bulk by one action, slice by slice. Whatever something was done with since (an edit, a note, a merge, a referral)
 * stays, with what it points at, and is named in `kept`. What was taken away cannot be brought back by an undo of this: the file can be read again.
 */
export async function takeAway(book: Book, entries: readonly BulkEntry[], change: Change, run: SliceRun = {}): Promise<Undone & { stopped: boolean }> {
  const undone: Undone & { stopped: boolean } = { restored: 0, kept: [], stopped: false };
  const came = entries.filter((entry) => entry.old === undefined);
  for (const { entity, id } of entries) if (!came.some((one) => one.entity === entity && one.id === id)) undone.kept.push({ entity, id, field: '**' });
  if (came.length === 0) return undone;
  const used = await usedSince(book, came, change.changeId, run);
  const all = came.reduce((sum, entry) => sum + idsOf(entry).length, 0);
  let done = 0;
  for (const kind of ORDER) {
    // the last that came goes first: what went in whole slices goes in whole slices
    for (const ids of came.filter(({ entity }) => entity === kind).toReversed().flatMap((entry) => slices(idsOf(entry)))) {
      if (run.signal?.aborted) return { ...undone, stopped: true };
      const { gone, kept } = await takeSlice(book, kind, ids, change, used);
      undone.restored += gone;
      undone.kept.push(...kept.map((id) => ({ entity: kind, id, field: '*' })));
      run.onProgress?.(done += ids.length, all);
      await run.pause?.();
    }
  }
  return undone;
}

async function takeSlice(book: Book, kind: BulkKind, ids: readonly string[], change: Change, used: Set<string>): Promise<{ gone: number; kept: string[] }> {
  const { prospects, accounts, notes, touches, lists, inbox, history, journal, outbox, settings } = book;
  const table = { prospect: prospects, account: accounts, note: notes, touch: touches, list: lists }[kind] as unknown as Table<{ id: string; prospectId?: string }, string>;
  return book.transaction('rw', [prospects, accounts, notes, touches, lists, inbox, history, journal, outbox, settings], async () => {
    const rows = (await table.bulkGet([...ids])).filter((row) => row !== undefined);
    const needed = kind === 'account' ? new Set(await prospects.where('accountId').anyOf([...ids]).uniqueKeys() as string[]) : new Set<string>();
    const kept = rows.filter(({ id }) => used.has(id) || needed.has(id));
    const going = rows.filter((row) => !kept.includes(row));
    // what stays keeps its lists
    if (kind === 'prospect') for (const row of kept) for (const list of (row as unknown as Prospect).lists) used.add(list);
    if (going.length > 0) {
      const gone = going.map(({ id }) => id);
      await table.bulkDelete(gone);
      if (kind === 'prospect') await inbox.bulkDelete(going.flatMap((row) => inboxOf(row as unknown as Prospect)).map(({ group, at, id }) => [group, at, id]));
      await history.add({ ...change, entity: kind, id: change.changeId, subject: change.changeId, field: '**', old: { ids: gone } });
      const [first, ...more] = kind === 'prospect' ? gone : [...new Set(going.flatMap(({ prospectId }) => prospectId ?? []))];
      if (first !== undefined) await journal.add({ prospectId: first, more });
      if ((SYNC_KINDS as readonly string[]).includes(kind)) {
        for (const { id: connection } of ((await settings.get('connections'))?.value ?? []) as { id: string }[]) {
          await outbox.bulkPut(gone.map((id) => ({ connection, entity: kind as SyncKind, id, at: change.at, stamp: change.changeId })));
        }
      }
    }
    return { gone: going.length, kept: kept.map(({ id }) => id) };
  });
}

/** Ids of all rows that others had to do with since these entries: everything that is done goes through history. */
async function usedSince(book: Book, came: readonly BulkEntry[], undo: string, run: SliceRun): Promise<Set<string>> {
  const used = new Set<string>();
  const own = new Set([...came.map(({ changeId }) => changeId), undo]);
  for (let after = Math.min(...came.map(({ seq }) => seq!)); ;) {
    const some = await book.history.where('seq').above(after).limit(READ).toArray();
    for (const entry of some) {
      if (own.has(entry.changeId)) continue;
      used.add(entry.id).add(entry.subject);
      for (const id of pointedAt(entry)) used.add(id);
    }
    if (some.length < READ) return used;
    after = some.at(-1)!.seq!;
    await run.pause?.();
  }
}

/** Rows that an entry's new value points at. */
function pointedAt({ field, new: next }: HistoryEntry): string[] {
  const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
  if (field === '**') return ids((next as { ids?: unknown } | undefined)?.ids);
  if (field === 'lists') return ids(next);
  if (field === 'accountId') return typeof next === 'string' ? [next] : [];
  const row = (field === '*' ? next : { [field]: next }) as { referredBy?: { prospectId?: string }; accountId?: string; lists?: unknown } | undefined;
  return [...ids(row?.lists), ...[row?.referredBy?.prospectId, row?.accountId].filter((id) => typeof id === 'string')];
}

function idsOf(entry: BulkEntry): string[] {
  const { ids } = (entry.new ?? {}) as { ids?: unknown };
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

function slices(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / SLICE) }, (_, at) => ids.slice(at * SLICE, (at + 1) * SLICE));
}
