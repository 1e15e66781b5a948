import type { Account } from '../domain/account.ts';
import type { List, Note, Touch } from '../domain/activity.ts';
import type { EntityKind } from '../domain/history.ts';
import type { ImportRecord } from '../domain/import-record.ts';
import { inboxOf } from '../domain/inbox.ts';
import type { Prospect } from '../domain/prospect.ts';
import { newSteps } from '../domain/qualified.ts';
import { SYNC_KINDS, type SyncKind } from '../domain/sync/record.ts';
import type { Book } from './database.ts';
import { markerOf, withMark } from './fit.ts';
import { ruleInForce } from './rule-in-force.ts';
import { standingOf } from './step.ts';
import type { Change } from './write.ts';

/** Rows that are new, with nothing in the book that points at them. */
export interface NewRows {
  lists: List[];
  accounts: Account[];
  prospects: Prospect[];
  notes: Note[];
  touches: Touch[];
}

/** Somebody else wrote since the caller looked (`last` is then the newest entry of history): nothing was written, look again. */
export class Overtaken extends Error {
  constructor() {
    super('The book was changed meanwhile.');
  }
}

const KINDS = [['list', 'lists'], ['account', 'accounts'], ['prospect', 'prospects'], ['note', 'notes'], ['touch', 'touches']] as const satisfies readonly (readonly [EntityKind, keyof NewRows])[];

/** The place of the newest entry of history; 0 in a book without any. As long as it stays the same nobody wrote through either lane. */
export async function lastPlace(book: Book): Promise<number> {
  return (await book.history.toCollection().reverse().limit(1).primaryKeys() as number[])[0] ?? 0;
}

/**
 * The lane of the write door for new rows, thousands at a time: in ONE transaction the rows, what waits in the inbox, the outbox marks of each
 * connection, one entry of history a kind (`**`, the ids) and one of the journal. That each key has one owner the unique indexes see to; that a person and a company
 * do not share one, and that nobody is there yet, the caller has looked at when `seen` was the last place in history. `record` is kept in the same
 * transaction. Returns the last place in history, and that of the journal. Throws `Overtaken` when it must look again, with nothing written.
 */
export function bulkWrite(book: Book, change: Change, rows: NewRows, seen: number, record?: ImportRecord): Promise<{ last: number; journal: number | undefined }> {
  const { lists, accounts, prospects, notes, touches, history, journal, inbox, outbox, settings, imports } = book;
  return book.transaction('rw', [lists, accounts, prospects, notes, touches, history, journal, inbox, outbox, settings, imports], async () => {
    if (await lastPlace(book) !== seen) throw new Overtaken();
    if (record) await imports.put(record);
    const written = KINDS.filter(([, name]) => rows[name].length > 0);
    if (written.length === 0) return { last: seen, journal: undefined };
    // none is awaited before the next is asked for: the database always has something to do
    const adding = [
      lists.bulkAdd(rows.lists), accounts.bulkAdd(rows.accounts), prospects.bulkAdd(rows.prospects), notes.bulkAdd(rows.notes), touches.bulkAdd(rows.touches),
      inbox.bulkAdd(rows.prospects.flatMap(inboxOf)),
    ];
    const entries = written.map(([entity, name]) => ({ ...change, entity, id: change.changeId, subject: change.changeId, field: '**', new: { ids: rows[name].map(({ id }) => id) } }));
    const last = history.bulkAdd(entries);
    const [first, ...more] = [...new Set([...rows.prospects.map(({ id }) => id), ...rows.notes.map(({ prospectId }) => prospectId), ...rows.touches.map(({ prospectId }) => prospectId)])];
    const told = first === undefined ? undefined : journal.add({ prospectId: first, more });
    const connections = ((await settings.get('connections'))?.value ?? []) as { id: string }[];
    for (const { id: connection } of connections) {
      for (const [entity, name] of written) {
        if (isSynced(entity)) adding.push(outbox.bulkPut(rows[name].map(({ id }) => ({ connection, entity, id, at: change.at, stamp: change.changeId }))) as never);
      }
    }
    await Promise.all(adding);
    return { last: await last as number, journal: await told };
  });
}

function isSynced(kind: EntityKind): kind is EntityKind & SyncKind {
  return (SYNC_KINDS as readonly string[]).includes(kind);
}

/** What the write door adds to new people by itself, for many: their fit, and the steps of qualification that they reach. Good until an ICP or a rule changes. */
export async function deriverOf(book: Book, at: number): Promise<(prospect: Prospect, account: Account | undefined, touches: readonly Touch[]) => Prospect> {
  const marker = await markerOf(book);
  const rule = await ruleInForce(book);
  return (prospect, account, touches) => {
    const marked = withMark(prospect, marker.mark(prospect, account));
    const steps = newSteps(rule, standingOf(marked, touches, at), marked.qualified, at);
    return steps.length > 0 ? { ...marked, qualified: [...marked.qualified ?? [], ...steps] } : marked;
  };
}
