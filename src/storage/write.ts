import type { Table } from 'dexie';
import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import type { ProfileKey } from '../domain/identity.ts';
import type { Account } from '../domain/account.ts';
import type { FollowUp, List, Note, Touch } from '../domain/activity.ts';
import type { Cadence, Enrolment } from '../domain/cadence.ts';
import type { Icp } from '../domain/icp.ts';
import { inboxOf, type InboxEntry } from '../domain/inbox.ts';
import type { Persona } from '../domain/persona.ts';
import type { Suppression } from '../domain/privacy.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { QualifiedRule } from '../domain/rule.ts';
import type { Segment } from '../domain/segment.ts';
import type { Spend } from '../domain/spend.ts';
import type { Template } from '../domain/template.ts';
import { SYNC_KINDS, type SyncKind } from '../domain/sync/record.ts';
import type { Book } from './database.ts';
import { changesOf } from './change.ts';
import { giversOf, type Holding } from './identity.ts';
import { guardContact } from './contact-guard.ts';
import { guardSuppressed } from './suppression-guard.ts';
import { markerOf, withMark } from './fit.ts';
import { recordNext } from './repeat.ts';
import { keepEnrolments } from './keep-enrolment.ts';
import { recordSteps } from './step.ts';
import { recountUses } from './template-use.ts';

export { IdentityTaken } from './identity.ts';

/** The rows that can be written, by kind. */
export interface Rows {
  prospect: Prospect;
  account: Account;
  followUp: FollowUp;
  note: Note;
  touch: Touch;
  list: List;
  icp: Icp;
  persona: Persona;
  segment: Segment;
  rule: QualifiedRule;
  template: Template;
  cadence: Cadence;
  enrolment: Enrolment;
  spend: Spend;
  /** Its id is its hash. */
  suppression: Suppression;
}

/** Who changes what, when and why; one `changeId` an action, so that the action can be undone as one. Times are epoch ms. */
export interface Change {
  changeId: string;
  at: number;
  by: string;
  label: string;
}

/** Where a change came from. */
export interface Origin {
  /** The connection it came from, if any: it is not sent back there. */
  connection?: string;
  /** Rows of another book, taken over as they are: nobody reaches a step of qualification by being copied. */
  isCopy?: boolean;
  /** Takes back what was done: rows as they stood, which is no news that would end a cadence. */
  isUndo?: true;
  /** The one act that may take do-not-contact away; nothing else that is written can. */
  lifts?: true;
}

/** What work inside a write may do. Reads see what was put before in the same write. */
export interface Door {
  change: Change;
  get<K extends EntityKind>(kind: K, id: string): Promise<Rows[K] | undefined>;
  /** Those of these rows that are there, by id, read in one go and only once in a write; to be looked at, not changed. */
  getAll<K extends EntityKind>(kind: K, ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<Rows[K]>>>;
  /** The same in the order of the ids, each a row of one's own to change. */
  getMany<K extends EntityKind>(kind: K, ids: readonly string[]): Promise<(Rows[K] | undefined)[]>;
  /** Id of the one owner of this key, or undefined. */
  ownerOf(key: ProfileKey): Promise<string | undefined>;
  put<K extends EntityKind>(kind: K, row: Rows[K]): void;
  remove<K extends EntityKind>(kind: K, id: string): Promise<void>;
}

const TABLE: { [K in EntityKind]: 'prospects' | 'accounts' | 'followUps' | 'notes' | 'touches' | 'lists' | 'icps' | 'personas' | 'segments' | 'rules' | 'templates' | 'cadences' | 'enrolments' | 'spends' | 'suppressions' } = {
  prospect: 'prospects', account: 'accounts', followUp: 'followUps', note: 'notes', touch: 'touches', list: 'lists', icp: 'icps', persona: 'personas', segment: 'segments', rule: 'rules', template: 'templates', cadence: 'cadences', enrolment: 'enrolments', spend: 'spends', suppression: 'suppressions',
};

/**
 * The one door through which everything is written: in ONE transaction the rows, their identities, a history entry for each
 * changed field, what waits in the inbox, the outbox mark of each connection and the journal of the people index. If `work` throws, nothing happened.
 */
export async function write<T>(book: Book, change: Change, work: (door: Door) => Promise<T>, origin: Origin = {}): Promise<T> {
  return book.transaction('rw', book.tables, async () => {
    const before = new Map<string, object | undefined>();
    const after = new Map<string, { kind: EntityKind; id: string; row: object | undefined }>();
    const tableOf = (kind: EntityKind): Table<object, string> => book[TABLE[kind]] as unknown as Table<object, string>;

    const original = async (kind: EntityKind, id: string): Promise<object | undefined> => {
      const at = `${kind} ${id}`;
      if (!before.has(at)) before.set(at, await tableOf(kind).get(id));
      return before.get(at);
    };
    const door: Door = {
      change,
      get: async (kind, id) => {
        const pending = after.get(`${kind} ${id}`);
        return structuredClone(pending ? pending.row : await original(kind, id)) as never;
      },
      getAll: async (kind, ids) => {
        await rememberRows(tableOf(kind), kind, ids, before);
        return new Map(ids.flatMap((id) => {
          const at = `${kind} ${id}`;
          const row = after.has(at) ? after.get(at)!.row : before.get(at);
          return row ? [[id, row as never]] : [];
        }));
      },
      getMany: async (kind, ids) => {
        const found = await door.getAll(kind, ids);
        return ids.map((id) => structuredClone(found.get(id)) as never);
      },
      ownerOf: async (key) => {
        for (const { kind, id, row } of after.values()) {
          if ((kind === 'prospect' || kind === 'account') && row && (row as Prospect).keys.includes(key)) return id;
        }
        const owner = (await book.identities.get(key))?.owner;
        const pending = owner === undefined ? undefined : after.get(`prospect ${owner}`) ?? after.get(`account ${owner}`);
        return pending && (!pending.row || !(pending.row as Prospect).keys.includes(key)) ? undefined : owner;
      },
      put: (kind, row) => { const id = idOf(row); after.set(`${kind} ${id}`, { kind, id, row }); },
      remove: async (kind, id) => void after.set(`${kind} ${id}`, { kind, id, row: undefined }),
    };

    const result = await work(door);
    const remember = (): Promise<void> => rememberAll(tableOf, before, after);
    await remember();
    await guardSuppressed(book, door, after, before, origin);
    await remember();
    await guardContact(book, door, after, origin.lifts === true);
    if (!origin.isCopy) await recordNext(door, after, original);
    await remember();
    await keepEnrolments(book, door, after, before, origin.isUndo === true);
    await score(book, door, after);
    if (!origin.isCopy) await recordSteps(book, door, after);
    await remember();
    await settle(book, change, origin, [...after.values()], before, tableOf);
    return result;
  });
}

function idOf(row: Rows[EntityKind]): string {
  return 'hash' in row ? row.hash : row.id;
}

/** Reads what stands there of all that is about to be written and was not read yet, in one go: asked one by one, hundreds of rows take their time, and a transaction that waits in vain ends. */
async function rememberAll(tableOf: (kind: EntityKind) => Table<object, string>, before: Map<string, object | undefined>, after: ReadonlyMap<string, { kind: EntityKind; id: string }>): Promise<void> {
  const written = new Map<EntityKind, string[]>();
  for (const { kind, id } of after.values()) push(written, kind, id);
  for (const [kind, ids] of written) await rememberRows(tableOf(kind), kind, ids, before);
}

async function rememberRows(table: Table<object, string>, kind: EntityKind, ids: readonly string[], before: Map<string, object | undefined>): Promise<void> {
  const missing = ids.filter((id) => !before.has(`${kind} ${id}`));
  if (missing.length > 0) (await table.bulkGet(missing)).forEach((row, at) => void before.set(`${kind} ${missing[at]}`, row));
}

/** Fit is derived: whoever is written is scored in the same transaction, and so are the people of an account that is written. */
async function score(book: Book, door: Door, after: Map<string, { kind: EntityKind; id: string; row: object | undefined }>): Promise<void> {
  const touched = [...after.values()];
  if (!touched.some(({ kind }) => kind === 'prospect' || kind === 'account')) return;
  const marker = await markerOf(book);
  for (const { kind, id, row } of touched) {
    if (kind !== 'account' || !row) continue;
    for (const key of await book.prospects.where('accountId').equals(id).primaryKeys()) {
      if (after.has(`prospect ${key}`)) continue;
      const prospect = await door.get('prospect', key);
      if (prospect) door.put('prospect', prospect);
    }
  }
  const people = [...after.values()].flatMap(({ kind, row }) => (kind === 'prospect' && row ? [row as Prospect] : []));
  // in one go: a transaction that waits a hundred times for what is remembered already is lost
  const accounts = await door.getAll('account', [...new Set(people.flatMap(({ accountId }) => accountId ?? []))]);
  for (const prospect of people) door.put('prospect', withMark(prospect, marker.mark(prospect, prospect.accountId ? accounts.get(prospect.accountId) : undefined)));
}

async function settle(
  book: Book,
  change: Change,
  origin: Origin,
  touched: { kind: EntityKind; id: string; row: object | undefined }[],
  before: ReadonlyMap<string, object | undefined>,
  tableOf: (kind: EntityKind) => Table<object, string>,
): Promise<void> {
  const history: HistoryEntry[] = [];
  const puts = new Map<EntityKind, object[]>();
  const removed = new Map<EntityKind, string[]>();
  const people = new Set<string>();
  const contacted = new Set<string>();
  const written: { kind: EntityKind; id: string }[] = [];
  const inbox: { gone: InboxEntry[]; here: InboxEntry[] } = { gone: [], here: [] };
  const identities: Holding[] = [];

  for (const { kind, id, row } of touched) {
    const old = before.get(`${kind} ${id}`);
    const entries = changesOf(kind, id, old, row, change);
    if (entries.length === 0 && sameApartFromTimes(old, row)) continue;
    history.push(...entries);
    written.push({ kind, id });
    if (row) push(puts, kind, row);
    else if (old) push(removed, kind, id);
    // what goes from one person to another changes both
    for (const one of kind === 'prospect' ? [id] : [old, row].map((side) => (side as { prospectId?: string } | undefined)?.prospectId)) if (one) people.add(one);
    if (kind === 'touch') for (const one of [row, old]) if (one) contacted.add((one as Touch).prospectId);
    // their lines show what the account says
    if (kind === 'account') for (const one of await book.prospects.where('accountId').equals(id).primaryKeys()) people.add(one);
    if (kind === 'prospect') {
      inbox.gone.push(...inboxOf(old as Prospect | undefined));
      inbox.here.push(...inboxOf(row as Prospect | undefined));
    }
    if (kind === 'prospect' || kind === 'account') identities.push({ kind, id, old: (old as Prospect | undefined)?.keys ?? [], keys: (row as Prospect | undefined)?.keys ?? [] });
  }
  if (written.length === 0) return;

  // whoever gives a key away to another goes before that one comes: no key has two owners at any moment
  for (const [kind, ids] of await giversOf(book, identities)) await tableOf(kind).bulkDelete(ids);
  for (const [kind, ids] of removed) await tableOf(kind).bulkDelete(ids);
  for (const [kind, rows] of puts) {
    await tableOf(kind).bulkPut(rows);
    if (kind === 'icp') await book.icpVersions.bulkPut(rows as Icp[]);
    if (kind === 'rule') await book.ruleVersions.bulkPut(rows as QualifiedRule[]);
  }
  if (contacted.size > 0) await recountUses(book, [...contacted]);
  await book.inbox.bulkDelete(inbox.gone.map(({ group, at, id }) => [group, at, id]));
  await book.inbox.bulkPut(inbox.here);
  await book.history.bulkAdd(history);
  await book.journal.bulkAdd([...people].map((prospectId) => ({ prospectId })));
  const connections = ((await book.settings.get('connections'))?.value ?? []) as { id: string }[];
  const sent = written.filter((one): one is { kind: SyncKind; id: string } => (SYNC_KINDS as readonly string[]).includes(one.kind));
  for (const { id: connection } of connections) {
    if (connection !== origin.connection) await book.outbox.bulkPut(sent.map(({ kind, id }) => ({ connection, entity: kind, id, at: change.at, stamp: change.changeId })));
  }
}

function sameApartFromTimes(old: object | undefined, row: object | undefined): boolean {
  if (!old || !row) return old === row;
  const bare = (one: object): string => JSON.stringify({ ...one, updatedAt: 0 });
  return bare(old) === bare(row);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}
