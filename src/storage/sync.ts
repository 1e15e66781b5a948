import { Dexie } from 'dexie';
import type { Account } from '../domain/account.ts';
import type { FollowUp, Note } from '../domain/activity.ts';
import { saysLead } from '../domain/lead.ts';
import { STAGES, type Prospect } from '../domain/prospect.ts';
import { LEAD_SOURCES } from '../domain/qualification.ts';
import type { Link, Local, LocalWrite, LostValue, Mark } from '../domain/sync/link.ts';
import { keysOfValues, type KeyOf } from '../domain/sync/match.ts';
import type { SyncKind, Values } from '../domain/sync/record.ts';
import { accountLocal, accountWithValues, followUpLocal, followUpWithValues, noteLocal, noteWithValues, prospectLocal, touchLocal, withValues } from '../domain/sync/row-values.ts';
import type { SyncState, SyncStore, SyncTx } from '../domain/sync/store.ts';
import { recordIdentities, suppressionHash } from '../domain/suppression.ts';
import type { Book, LinkRow, OutboxMark } from './database.ts';
import { saltsOf } from './suppression.ts';
import { write, type Change, type Door } from './write.ts';

const TABLE = { account: 'accounts', prospect: 'prospects', note: 'notes', touch: 'touches', followUp: 'followUps' } as const satisfies { [K in SyncKind]: string };
const FRESH: SyncState = { pull: {}, started: false };

/** What a sync needs of the book, for one connection. `change` names what a pull writes, so that a whole run can be undone as one. */
export function syncStore(book: Book, connection: { id: string; label: string }, change: () => Change, keyOf: KeyOf): SyncStore {
  // an async function by its form: Dexie follows native awaits in those alone
  return { transact: (work) => book.transaction('rw', book.tables, async () => work(transaction(book, connection, change(), keyOf))) };
}

function transaction(book: Book, { id: connection, label }: { id: string; label: string }, change: Change, keyOf: KeyOf): SyncTx {
  const at = (kind: SyncKind, id: string): [string, string, string] => [connection, kind, id];
  const keyed = (kind: SyncKind, keys: string[]): string[] => keys.map((key) => `${connection} ${kind} ${key}`);
  return {
    state: async () => {
      const { connection: _own, ...state } = await book.syncStates.get(connection) ?? { connection, ...FRESH };
      return state;
    },
    setState: async (state) => void await book.syncStates.put({ ...state, connection }),

    marks: async (kind, limit, isFree) => {
      const found: Mark[] = [];
      await book.outbox.where('[connection+entity+id]').between([connection, kind, Dexie.minKey], [connection, kind, Dexie.maxKey])
        .until(() => found.length >= limit).each((row) => { const mark = toMark(row); if (found.length < limit && isFree(mark)) found.push(mark); });
      return found;
    },
    countMarks: (kind) => book.outbox.where('[connection+entity+id]').between([connection, kind, Dexie.minKey], [connection, kind, Dexie.maxKey]).count(),
    marksOf: async (kind, ids) => (await book.outbox.bulkGet(ids.map((id) => at(kind, id)))).map((row) => row && toMark(row)),
    setMarks: async (marks) => void await book.outbox.bulkPut(marks.map(({ kind, ...mark }) => ({ ...mark, connection, entity: kind }))),
    dropMarks: (kind, ids) => book.outbox.bulkDelete(ids.map((id) => at(kind, id))),

    links: async (kind, ids) => (await book.links.bulkGet(ids.map((id) => at(kind, id)))).map((row) => row && toLink(row)),
    // one request each, all at once: Dexie's anyOf walks a cursor, which takes much longer for a page of ids
    linksByRemote: async (kind, remoteIds) => (await Promise.all(remoteIds.map((id) => book.links.where('[connection+kind+remoteId]').equals(at(kind, id)).first()))).map((row) => row && toLink(row)),
    linksIn: async (state, kind, limit, after) => (after === undefined
      ? book.links.where('[connection+kind+state]').equals([connection, kind, state]).limit(limit)
      : book.links.where('[connection+kind+id]').between(at(kind, after), [connection, kind, Dexie.maxKey], false).filter((row) => row.state === state).limit(limit)).toArray().then((rows) => rows.map(toLink)),
    setLinks: async (links) => void await book.links.bulkPut(links.map((link) => ({ ...link, connection, open: link.question || link.conflicts ? 1 : 0 }))),

    locals: (kind, ids) => localsOf(book, kind, ids),
    owners: async (kind, keys) => (await book.identities.bulkGet(keys as `${string}:${string}`[])).map((one) => (one?.entity === kind ? one.owner : undefined)),
    write: async (writes) => {
      const out = await erasedAmong(book, connection, writes.map(({ kind, isNew, values, record }) => ({ kind: isNew ? kind : 'note', keys: keysOfValues(kind, values, keyOf), ...record })));
      await write(book, change, (door) => takeOver(door, writes.filter((_one, at) => !out[at]), label, keyOf), { connection });
    },
    keepLost: (values) => keepLost(book, values, change),

    seen: async (kind, keys) => {
      const rows = await book.seen.where('lookup').anyOf(keyed(kind, keys)).distinct().toArray();
      return rows.map(({ connection: _own, lookup: _keys, ...row }) => row);
    },
    seenByRemote: async (kind, ids) => (await book.seen.bulkGet(ids.map((id) => at(kind, id)))).map((row) => {
      if (!row) return undefined;
      const { connection: _own, lookup: _keys, ...rest } = row;
      return rest;
    }),
    setSeen: async (rows) => {
      const out = await erasedAmong(book, connection, rows);
      await book.seen.bulkPut(rows.filter((_row, at) => !out[at]).map((row) => ({ ...row, connection, lookup: keyed(row.kind, row.keys) })));
    },
    dropSeen: (kind, ids) => book.seen.bulkDelete(ids.map((id) => at(kind, id))),
  };
}

/** Which of these records of a CRM are of people whom the rep has erased: nothing of those is taken in, nor remembered. */
async function erasedAmong(book: Book, connection: string, records: readonly { kind: SyncKind; keys: readonly string[]; remoteId?: string; key?: string | null }[]): Promise<boolean[]> {
  const salts = records.some(({ kind }) => kind === 'prospect') ? await saltsOf(book) : [];
  if (salts.length === 0) return records.map(() => false);
  const hashes = records.map((one) => (one.kind === 'prospect' ? salts.flatMap((salt) => [...one.keys, ...recordIdentities(connection, one)].map((identity) => suppressionHash(salt, identity))) : []));
  const erased = new Set((await book.suppressions.bulkGet([...new Set(hashes.flat())])).flatMap((row) => (row?.reason === 'erased' ? [row.hash] : [])));
  return hashes.map((mine) => mine.some((hash) => erased.has(hash)));
}

/** Rows of ours as a sync sees them, in the order asked. */
export async function localsOf(book: Book, kind: SyncKind, ids: string[]): Promise<(Local | undefined)[]> {
  switch (kind) {
    case 'prospect': return (await book.prospects.bulkGet(ids)).map((row) => row && prospectLocal(row));
    case 'account': return (await book.accounts.bulkGet(ids)).map((row) => row && accountLocal(row));
    case 'note': return (await book.notes.bulkGet(ids)).map((row) => row && noteLocal(row));
    case 'touch': return (await book.touches.bulkGet(ids)).map((row) => row && touchLocal(row));
    case 'followUp': return (await book.followUps.bulkGet(ids)).map((row) => row && followUpLocal(row));
  }
}

/** Marks everything in the book for a connection, in slices: what a first sync has to look at. Marks that are there keep their stamp. */
export async function markAll(book: Book, connection: string, change: Change): Promise<void> {
  for (const kind of Object.keys(TABLE) as SyncKind[]) {
    const ids = await book[TABLE[kind]].toCollection().primaryKeys() as string[];
    for (let from = 0; from < ids.length; from += 2_000) {
      await book.outbox.bulkPut(ids.slice(from, from + 2_000).map((id) => ({ connection, entity: kind, id, at: change.at, stamp: change.changeId })));
    }
  }
}

async function takeOver(door: Door, writes: LocalWrite[], label: string, keyOf: KeyOf): Promise<void> {
  const now = door.change.at;
  const source = { kind: 'crm' as const, name: label };
  for (const { kind, id, values, isNew, at } of writes) {
    const prospectId = typeof values['prospect'] === 'string' ? values['prospect'] : undefined;
    const times = { createdAt: at, updatedAt: now };
    if (kind === 'prospect' || kind === 'account') {
      const blank = { id, keys: [], fields: {}, suggestions: {}, tags: [], ...times };
      const old = await door.get(kind, id) ?? (isNew ? (kind === 'prospect' ? { ...blank, ...arriving(values, now), stage: 'new', lists: [] } as Prospect : blank as Account) : undefined);
      if (!old) continue;
      const next = kind === 'prospect' ? withValues(old as Prospect, values, source, at) : accountWithValues(old as Account, values, source, at);
      const keys: Prospect['keys'] = [...next.keys];
      for (const key of keysOfValues(kind, values, keyOf) as Prospect['keys']) if (!keys.includes(key) && await door.ownerOf(key) === undefined) keys.push(key);
      door.put(kind, { ...next, keys, updatedAt: now } as never);
    } else if (kind === 'note') {
      const old = await door.get('note', id) ?? (isNew && prospectId && await door.get('prospect', prospectId) ? { id, prospectId, text: '', ...times } satisfies Note : undefined);
      if (old) door.put('note', noteWithValues(old, values, now));
    } else if (kind === 'followUp') {
      const old = await door.get('followUp', id) ?? (isNew && prospectId && await door.get('prospect', prospectId)
        ? { id, prospectId, dueAt: at, open: 1, words: '', zone: 'UTC', text: '', ...times } satisfies FollowUp : undefined);
      if (old) door.put('followUp', followUpWithValues(old, values, now));
    }
  }
}

/** Somebody new from a CRM: a lead that waits for the rep when the field that our stage goes to, or a tag, says so. The CRM's own word for the source is kept as detail. */
function arriving(values: Values, at: number): Pick<Prospect, 'kind' | 'leadSource' | 'sourceDetail' | 'lead'> {
  const said = typeof values['leadSource'] === 'string' ? values['leadSource'].slice(0, 300) : '';
  const known = LEAD_SOURCES.find((one) => one.toLowerCase() === said.toLowerCase());
  // a stage of ours was written by another device, where the lead has been decided on
  const isLead = !(STAGES as readonly unknown[]).includes(values['stage']) && saysLead([values['stage'], ...(Array.isArray(values['tags']) ? values['tags'] : [])]);
  return { kind: isLead ? 'lead' : 'prospect', leadSource: known ?? 'other', ...(said && !known ? { sourceDetail: said } : {}), ...(isLead ? { lead: { state: 'new', at } } : {}) };
}

/** A value that gave way stays in its record's history: who had it, and when. */
async function keepLost(book: Book, values: LostValue[], change: Change): Promise<void> {
  await book.history.bulkAdd(values.map(({ kind, id, field, value, whose, at }) => ({
    changeId: `${change.changeId} lost`, at: change.at, by: whose === 'theirs' ? change.by : 'rep', label: change.label, entity: kind, id, subject: id, field: `lost.${field}`, old: { value, at },
  })));
}

function toMark({ connection: _own, entity, ...mark }: OutboxMark): Mark {
  return { ...mark, kind: entity };
}

function toLink({ connection: _own, open: _open, ...link }: LinkRow): Link {
  return link;
}
