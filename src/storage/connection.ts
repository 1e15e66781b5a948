import { Dexie } from 'dexie';
import type { Connection } from '../domain/sync/connection.ts';
import type { Mapping } from '../domain/sync/mapping.ts';
import { SYNC_KINDS, type SyncKind, type Values } from '../domain/sync/record.ts';
import type { SyncState } from '../domain/sync/store.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

/** A connection with how its sync is doing, what waits to be sent and how much the rep has to decide. */
export interface ConnectionView {
  connection: Connection;
  state: SyncState | undefined;
  waiting: number;
  open: number;
}

/** The connections, in the order in which they were made. */
export function readConnections(book: Book): Promise<Connection[]> {
  return readSetting<Connection[]>(book, 'connections', []);
}

/** All connections, as they were made. */
export async function readConnectionViews(book: Book): Promise<ConnectionView[]> {
  return Promise.all((await readConnections(book)).map(async (connection) => {
    const [row, waiting, open] = await Promise.all([
      book.syncStates.get(connection.id),
      book.outbox.where('[connection+entity+id]').between([connection.id, Dexie.minKey, Dexie.minKey], [connection.id, Dexie.maxKey, Dexie.maxKey]).count(),
      book.links.where('[connection+open]').equals([connection.id, 1]).count(),
    ]);
    return { connection, state: row && bare(row), waiting, open };
  }));
}

/** Changes what the rep may change of a connection: what it is called, and who comes in. Nothing happens when it is gone. */
export function changeConnection(book: Book, id: string, part: Partial<Pick<Connection, 'label' | 'bringIn'>>): Promise<void> {
  return book.transaction('rw', book.settings, book.syncStates, async () => {
    const old = await edit(book, id, (connection) => ({ ...connection, ...part }));
    // who was passed over is looked at again
    if (old && part.bringIn === 'all' && old.bringIn !== 'all') await changeState(book, id, (state) => ({ ...state, edition: next(state), pull: without(state.pull, ['prospect']) }));
  });
}

/**
 * Changes which fields travel and who wins. What both sides agreed on of a field that goes elsewhere now is forgotten, or the other
 * field's value would pass for an edit; its kind is pulled from the start again.
 */
export function changeMapping(book: Book, id: string, mapping: Mapping): Promise<void> {
  return book.transaction('rw', book.settings, book.syncStates, book.links, async () => {
    const old = await edit(book, id, (connection) => ({ ...connection, proposed: connection.proposed ?? connection.mapping, mapping }));
    if (!old) return;
    const moved = SYNC_KINDS.map((kind) => ({ kind, fields: movedFields(old.mapping, mapping, kind) })).filter(({ fields }) => fields.length > 0);
    for (const { kind, fields } of moved) {
      await book.links.where('[connection+kind+id]').between([id, kind, Dexie.minKey], [id, kind, Dexie.maxKey]).modify((link) => {
        if (link.base) link.base = { ours: dropped(link.base.ours, fields), theirs: dropped(link.base.theirs, fields) };
        if (!link.conflicts) return;
        const left = Object.entries(link.conflicts).filter(([field]) => !fields.includes(field));
        if (left.length) link.conflicts = Object.fromEntries(left);
        else delete link.conflicts;
        link.open = link.question || link.conflicts ? 1 : 0;
      });
    }
    await changeState(book, id, (state) => ({ ...state, edition: next(state), pull: without(state.pull, moved.map(({ kind }) => kind)) }));
  });
}

/** Pauses a sync at its next step, or lets it go on. */
export function pauseSync(book: Book, id: string, paused: boolean): Promise<void> {
  return book.transaction('rw', book.syncStates, async () => changeState(book, id, ({ paused: _was, ...state }) => (paused ? { ...state, paused } : state)));
}

/** The rep has seen what the first sync would do and wants it: from now on both sides are written. Whom the CRM had before is met now, not just looked at. */
export function startSync(book: Book, id: string): Promise<void> {
  return book.transaction('rw', book.syncStates, async () => changeState(book, id, ({ paused: _was, ...state }) => (state.started ? state : { ...state, edition: next(state), pull: {}, started: true })));
}

async function edit(book: Book, id: string, work: (connection: Connection) => Connection): Promise<Connection | undefined> {
  const all = await readConnections(book);
  const old = all.find((one) => one.id === id);
  if (old) await writeSetting(book, 'connections', all.map((one) => (one === old ? work(one) : one)));
  return old;
}

async function changeState(book: Book, id: string, work: (state: SyncState) => SyncState): Promise<void> {
  const row = await book.syncStates.get(id);
  await book.syncStates.put({ ...work(row ? bare(row) : { pull: {}, started: false }), connection: id });
}

/** A run that is under way must not go on by what held before. */
function next({ edition = 0 }: SyncState): number {
  return edition + 1;
}

function bare({ connection: _own, ...state }: SyncState & { connection: string }): SyncState {
  return state;
}

/** Fields of ours that come, go, or are held by another field there. */
function movedFields(before: Mapping, after: Mapping, kind: SyncKind): string[] {
  const place = (mapping: Mapping): Map<string, string> => new Map((mapping[kind] ?? []).map(({ ours, theirs }) => [ours, theirs]));
  const [old, next] = [place(before), place(after)];
  return [...new Set([...old.keys(), ...next.keys()])].filter((field) => old.get(field) !== next.get(field));
}

function dropped(values: Values, fields: string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));
}

function without(pull: SyncState['pull'], kinds: SyncKind[]): SyncState['pull'] {
  return Object.fromEntries(Object.entries(pull).filter(([kind]) => !kinds.includes(kind as SyncKind)));
}
