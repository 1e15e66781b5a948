import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Account } from '../domain/account.ts';
import type { FollowUp, List, Note, Touch } from '../domain/activity.ts';
import type { Cadence, Enrolment } from '../domain/cadence.ts';
import type { HealthRow } from '../domain/health.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Icp } from '../domain/icp.ts';
import type { ImportRecord } from '../domain/import-record.ts';
import { inboxOf, type InboxEntry, type InboxGroup } from '../domain/inbox.ts';
import type { Near } from '../domain/near.ts';
import type { Persona } from '../domain/persona.ts';
import type { Erasure, Suppression } from '../domain/privacy.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { QualifiedRule } from '../domain/rule.ts';
import type { Segment } from '../domain/segment.ts';
import type { Spend } from '../domain/spend.ts';
import type { TemplateUse } from '../domain/template-use.ts';
import type { Template } from '../domain/template.ts';
import type { LedgerEntry } from '../domain/sync/connection.ts';
import type { Link, Mark } from '../domain/sync/link.ts';
import type { SyncKind } from '../domain/sync/record.ts';
import { identitiesOf, letGoOfDoubles, type Identities } from './identity.ts';
import { allUses, tallied, type TallyRow } from './template-use.ts';
import type { SeenRecord, SyncState } from '../domain/sync/store.ts';

/** One change that the people index has not swallowed yet. */
export interface JournalEntry {
  seq?: number;
  prospectId: string;
  /** Further people of the same write, when there were many. */
  more?: string[];
}

/** A change that a connection has still to send; one a record, whatever happened to it since. `stamp` names the last change. */
export interface OutboxMark extends Omit<Mark, 'kind'> {
  connection: string;
  entity: SyncKind;
}

/** A link as it is stored. `open` = 1 when the rep has something to decide. */
export interface LinkRow extends Link {
  connection: string;
  open: 0 | 1;
}

/** A record seen in a CRM; `lookup` holds its identities with connection and kind in front. */
export interface SeenRow extends SeenRecord {
  connection: string;
  lookup: string[];
}

export interface SyncStateRow extends SyncState {
  connection: string;
}

/** A connection's secrets, open or sealed with the rep's passphrase. Nothing but the worker's sync reads this table. */
export interface SecretRow {
  connection: string;
  open?: { [name: string]: string };
  sealed?: { salt: Uint8Array; iv: Uint8Array; data: Uint8Array; rounds: number };
}

/** A packed index, in one record or a few: 100,000 people are some reads. It is derived: one of another format, or that is no index at all, is built anew. */
export interface Snapshot {
  name: 'people' | 'accounts' | `people/${string}`;
  format: number;
  seq: number;
  packed: unknown;
}

export interface Setting {
  key: string;
  value: unknown;
}

/** The tables of the book. Few indexes: each costs about a tenth on bulk writes. */
export class Book extends Dexie {
  declare prospects: EntityTable<Prospect, 'id'>;
  declare accounts: EntityTable<Account, 'id'>;
  /** Who owns which key: read from the unique indexes of both tables. */
  readonly identities: Identities = identitiesOf(this);
  declare followUps: EntityTable<FollowUp, 'id'>;
  declare notes: EntityTable<Note, 'id'>;
  declare touches: EntityTable<Touch, 'id'>;
  declare lists: EntityTable<List, 'id'>;
  declare icps: EntityTable<Icp, 'id'>;
  declare icpVersions: Table<Icp, [string, number]>;
  declare personas: EntityTable<Persona, 'id'>;
  declare segments: EntityTable<Segment, 'id'>;
  declare rules: EntityTable<QualifiedRule, 'id'>;
  declare ruleVersions: Table<QualifiedRule, [string, number]>;
  declare inbox: Table<InboxEntry, [InboxGroup, number, string]>;
  declare templates: EntityTable<Template, 'id'>;
  declare cadences: EntityTable<Cadence, 'id'>;
  declare enrolments: EntityTable<Enrolment, 'id'>;
  /** Derived from touches by the write door. */
  declare templateUses: EntityTable<TemplateUse, 'id'>;
  declare templateTallies: Table<TallyRow, [string, string]>;
  declare spends: EntityTable<Spend, 'id'>;
  declare imports: EntityTable<ImportRecord, 'id'>;
  declare suppressions: EntityTable<Suppression, 'hash'>;
  declare erasures: EntityTable<Erasure, 'id'>;
  declare history: EntityTable<HistoryEntry, 'seq'>;
  declare journal: EntityTable<JournalEntry, 'seq'>;
  declare outbox: Table<OutboxMark, [string, string, string]>;
  declare snapshots: EntityTable<Snapshot, 'name'>;
  declare settings: EntityTable<Setting, 'key'>;
  declare health: Table<HealthRow, [string, string]>;
  declare links: Table<LinkRow, [string, string, string]>;
  declare seen: Table<SeenRow, [string, string, string]>;
  declare syncStates: EntityTable<SyncStateRow, 'connection'>;
  declare secrets: EntityTable<SecretRow, 'connection'>;
  declare ledger: EntityTable<LedgerEntry, 'seq'>;
  /** Reads what judges places, when a criterion asks for one; and what it read. Both by src/storage/near.ts. */
  declare readNear?: () => Promise<Near>;
  declare near?: Near;
  /** How many writes came to nothing because there was no room: see `endedFull`. */
  noRoom = 0;
}

/**
 * Opens the book (the database is opened on first use). `onOutdated` is called when a newer version of the extension wants
 * to upgrade the database: this connection has then closed itself, so that the upgrade is not blocked. `readNear` reads what judges
 * places, on the first write that needs it. `onFull` is called when a write came to nothing because there is no room, whoever wrote: an error of one of its rows may not say so.
 * `isRelaxed`: what is written is handed to the disk later, which is much faster for a lot of it, and as whole.
 */
export function openBook(options: { name?: string; isRelaxed?: boolean; onOutdated?: () => void; onFull?: () => void; readNear?: () => Promise<Near>; indexedDB?: IDBFactory; IDBKeyRange?: typeof globalThis.IDBKeyRange } = {}): Book {
  const { indexedDB, IDBKeyRange } = options;
  const factory = indexedDB ?? globalThis.indexedDB;
  const book: Book = new Book(options.name ?? 'paydirt', {
    ...factory ? { indexedDB: withoutPatches(factory, () => book), IDBKeyRange: IDBKeyRange ?? globalThis.IDBKeyRange } : {}, ...options.isRelaxed ? { chromeTransactionDurability: 'relaxed' } : {},
  });
  refuseNewer(book);
  if (options.readNear) book.readNear = options.readNear;
  book.version(1).stores({
    prospects: 'id, accountId',
    accounts: 'id',
    identities: 'key, owner',
    followUps: 'id, prospectId, [open+dueAt]',
    notes: 'id, prospectId',
    touches: 'id, prospectId',
    lists: 'id',
    icps: 'id',
    icpVersions: '[id+version]',
    history: '++seq, subject, changeId',
    journal: '++seq',
    outbox: '[connection+entity+id]',
    snapshots: 'name',
    settings: 'key',
  });
  book.version(2).stores({ health: '[day+site]' });
  book.version(3).stores({
    links: '[connection+kind+id], [connection+kind+remoteId], [connection+kind+state], [connection+open]',
    seen: '[connection+kind+remoteId], *lookup',
    syncStates: 'connection',
    secrets: 'connection',
    ledger: '++seq, connection',
  });
  book.version(4).stores({ personas: 'id', segments: 'id', rules: 'id', ruleVersions: '[id+version]', inbox: '[group+at+id]', templates: 'id', cadences: 'id', enrolments: 'id, prospectId, [cadenceId+state]' }).upgrade(async (old) => {
    const entries: InboxEntry[] = [];
    await old.table<Prospect>('prospects').each((prospect) => void entries.push(...inboxOf(prospect)));
    await old.table('inbox').bulkPut(entries);
  });
  // only those who were introduced by somebody in the book are in that index
  // the touches until now may have used templates: what came of them is counted once
  book.version(5).stores({ prospects: 'id, accountId, referredBy.prospectId', templateUses: 'id, prospectId, at', templateTallies: '[templateId+variantId]' }).upgrade(async (old) => {
    const used = new Set(await old.table<Touch>('touches').filter(({ templateId }) => templateId !== undefined).toArray().then((all) => all.map(({ prospectId }) => prospectId)));
    if (used.size === 0) return;
    const uses = allUses(await old.table<Touch>('touches').where('prospectId').anyOf([...used]).toArray());
    await old.table('templateUses').bulkPut(uses);
    await old.table('templateTallies').bulkPut(tallied(uses));
  });
  book.version(6).stores({ spends: 'id', imports: 'id', suppressions: 'hash', erasures: 'id' });
  // a key has one owner because its index is unique, in the same put as the row: a record of its own for each key costs a bulk write twice as much again
  book.version(7).stores({}).upgrade(letGoOfDoubles);
  book.version(8).stores({ prospects: 'id, accountId, referredBy.prospectId, &*keys', accounts: 'id, &*keys', identities: null });
  book.on('ready', () => {
    // Dexie stops the event on its way up
    book.backendDB().addEventListener('abort', ({ target }) => {
      if ((target as IDBTransaction).error?.name !== 'QuotaExceededError') return;
      book.noRoom += 1;
      options.onFull?.();
    }, true);
  }, true);
  book.on('versionchange', () => {
    book.close();
    options.onOutdated?.();
  });
  return book;
}

/** Dexie numbers its versions by tens, and uses the numbers in between when it puts back a store that is missing. */
const newestOf = (book: Dexie): number => Math.round(book.verno * 10) + 9;

/** Dexie opens a database of a newer version as it is, would write into what it does not know, and would add what it misses there: here that stays the VersionError that it is. */
function refuseNewer(book: Dexie): void {
  book.on('ready', () => { if (book.backendDB().version > newestOf(book)) throw newer(); }, true);
}

function withoutPatches(factory: IDBFactory, book: () => Dexie): IDBFactory {
  return {
    open: (name: string, version?: number) => {
      if (version !== undefined && version > newestOf(book())) throw newer();
      return factory.open(name, version);
    },
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first: unknown, second: unknown) => factory.cmp(first, second),
  };
}

function newer(): DOMException {
  return new DOMException('This database was made by a newer version.', 'VersionError');
}
