import { Dexie } from 'dexie';
import { inboxOf } from '../domain/inbox.ts';
import type { Account } from '../domain/account.ts';
import type { Touch } from '../domain/activity.ts';
import type { Suppression } from '../domain/privacy.ts';
import type { Prospect } from '../domain/prospect.ts';
import { spellingsOf } from '../domain/suppression.ts';
import { REP_SETTINGS } from './backup-dump.ts';
import { readConnections } from './connection.ts';
import type { Book } from './database.ts';
import { BOOK_SETTINGS, BOOK_STORE } from './dump.ts';
import { isSound } from './import.ts';
import { readSuppressed } from './suppression.ts';
import { markAll } from './sync.ts';
import { recountUses } from './template-use.ts';
import type { Change } from './write.ts';

/** What comes out of a backup: rows that were checked, by table, and the values that stand beside the tables. */
export type RestorePart = { table: string; rows: object[] } | { name: string; value: unknown };

/** What is not of the book but of this machine: the connections with their secrets, and how well pages are read. */
const STAYS = new Set(['secrets', 'health', 'ledger', 'settings']);
/** People whose templates are counted anew at once. */
const SLICE = 500;

/**
 * Puts a backup in the place of the whole book, in ONE transaction: as long as `parts` has not come to its end nothing has changed, and when it throws, or the browser goes away, the old
 * book is as it was. Connections stay, but begin with the preview of a first sync: what they agreed on with a CRM was of other rows. Whom the book has suppressed since stays suppressed: who was
 * erased does not come back with an old file, unless it is `exact`: a copy of this very book, to be put back as it was. Answers how many people were left out.
 */
export function replaceBook(book: Book, parts: AsyncIterable<RestorePart>, change: Change, options: { onRows?: (rows: number) => void; exact?: boolean } = {}): Promise<number> {
  const { onRows = () => undefined, exact = false } = options;
  return book.transaction('rw', book.tables, async () => {
    const suppressed = exact ? () => undefined : await readSuppressed(book);
    for (const table of book.tables) if (!STAYS.has(table.name) && (exact || table.name !== 'suppressions')) await table.clear();
    const source = parts[Symbol.asyncIterator]();
    const state: Filling = { owned: new Set(), users: new Set(), out: new Set(), suppressed, values: new Map(), rows: 0 };
    const read = (): Promise<IteratorResult<RestorePart>> => {
      const next = Dexie.ignoreTransaction(() => source.next());
      // heard when it is awaited, which may be after the rows before it have failed
      next.catch(() => undefined);
      return next;
    };
    for (let next = read(); ;) {
      // reading a file takes longer than a transaction waits: this keeps it open
      const { value: part, done } = await Dexie.waitFor(next, WAIT);
      if (done) break;
      // the next rows are read while these are written
      next = read();
      if ('name' in part) state.values.set(part.name, part.value);
      else onRows(await put(book, part.table, part.rows, state));
    }
    await settle(book, state, change);
    return state.out.size;
  });
}

/** The longest that one part may take to be read, ms. */
const WAIT = 600_000;

interface Filling {
  /** Identities that have their owner: a second one of a faulty file does not get it. */
  owned: Set<string>;
  /** People with whom a template was used. */
  users: Set<string>;
  /** People who stay erased. */
  out: Set<string>;
  suppressed: (identities: readonly string[]) => Suppression | undefined;
  values: Map<string, unknown>;
  rows: number;
}

async function put(book: Book, table: string, all: object[], state: Filling): Promise<number> {
  const rows = all.filter((row) => !isOut(table, row, state));
  if (table === 'prospects' || table === 'accounts') {
    for (const row of rows as (Prospect | Account)[]) {
      const keys = row.keys.filter((key) => !state.owned.has(key));
      if (keys.length < row.keys.length) row.keys = keys;
      for (const key of keys) state.owned.add(key);
    }
  }
  if (table === 'touches') for (const { templateId, prospectId } of rows as Touch[]) if (templateId !== undefined) state.users.add(prospectId);
  await book.table((BOOK_STORE as { [name: string]: string })[table] ?? table).bulkPut(rows);
  if (table === 'prospects') await book.inbox.bulkPut((rows as Prospect[]).flatMap(inboxOf));
  state.rows += all.length;
  return state.rows;
}

/** Does this row belong to somebody who stays erased? Who is on the do-not-contact list gets the flag. */
function isOut(table: string, row: object, { out, suppressed }: Filling): boolean {
  const { prospectId, subject } = row as { prospectId?: string; subject?: string };
  if (table !== 'prospects') return out.size > 0 && out.has(prospectId ?? subject ?? '');
  const prospect = row as Prospect;
  const found = suppressed(spellingsOf(prospect));
  if (found?.reason === 'erased') out.add(prospect.id);
  else if (found && !prospect.doNotContact) prospect.doNotContact = { at: found.at, reason: found.why ?? 'other' };
  return found?.reason === 'erased';
}

/** What follows from the rows, and the settings. */
async function settle(book: Book, state: Filling, change: Change): Promise<void> {
  const present = (state.values.get('present') ?? {}) as { icps?: unknown; rules?: unknown };
  await book.icps.bulkPut(current(await book.icpVersions.toArray(), present.icps));
  await book.rules.bulkPut(current(await book.ruleVersions.toArray(), present.rules));
  const users = [...state.users];
  for (let from = 0; from < users.length; from += SLICE) await recountUses(book, users.slice(from, from + SLICE));
  await putSettings(book, state.values.get('settings'));
  for (const { id } of await readConnections(book)) {
    await book.syncStates.put({ connection: id, pull: {}, started: false });
    await markAll(book, id, change);
  }
}

/** Of all versions those in force: what the file says, else the newest of each. */
function current<R extends { id: string; version: number }>(versions: readonly R[], said: unknown): R[] {
  if (Array.isArray(said)) {
    const names = new Set(said.map((one) => JSON.stringify(one)));
    return versions.filter(({ id, version }) => names.has(JSON.stringify([id, version])));
  }
  const newest = new Map<string, R>();
  for (const row of versions) if (row.version > (newest.get(row.id)?.version ?? -Infinity)) newest.set(row.id, row);
  return [...newest.values()];
}

async function putSettings(book: Book, value: unknown): Promise<void> {
  const settings = typeof value === 'object' && value !== null ? value as { [key: string]: unknown } : {};
  await book.settings.bulkDelete(['activeIcp', ...BOOK_SETTINGS, ...REP_SETTINGS]);
  for (const [key, one] of Object.entries(settings)) {
    // each of the rep's own is checked by whoever reads it
    if ((REP_SETTINGS as readonly string[]).includes(key) ? one !== null && one !== undefined : await isSound(book, key, one)) await book.settings.put({ key, value: one });
  }
}
