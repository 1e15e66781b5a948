import { Dexie } from 'dexie';
import { checkDeal } from '../domain/deal.ts';
import type { EntityKind } from '../domain/history.ts';
import type { ProfileKey } from '../domain/identity.ts';
import { checkRecipes } from '../domain/recipe.ts';
import { privacyOf } from '../domain/retention.ts';
import type { Book } from './database.ts';
import { activeIcp } from './fit.ts';
import type { BookTable, BookTables } from '../domain/book.ts';
import { readSetting } from './setting.ts';
import { write, type Change, type Rows } from './write.ts';

/** Rows by table, as a file or a plan holds them. */
export type DumpRows = { [T in BookTable]: BookTables[T][] };

/** What is to be stored: whole rows that are new, whole rows as they are to become, and settings that are not set yet. */
export interface ImportWrites {
  add: DumpRows;
  update: DumpRows;
  settings: Record<string, unknown>;
}

/** Rows that one transaction takes: the panel can draw between two. */
const SLICE = 250;

/** In this order no row is written before what it points at. */
const KINDS = [['lists', 'list'], ['accounts', 'account'], ['prospects', 'prospect'], ['notes', 'note'], ['touches', 'touch'], ['followUps', 'followUp'], ['personas', 'persona'], ['segments', 'segment'], ['templates', 'template'], ['cadences', 'cadence'], ['enrolments', 'enrolment'], ['spends', 'spend'], ['suppressions', 'suppression']] as const satisfies readonly (readonly [BookTable, EntityKind])[];

/** The rows of the book that a file's rows may be the same as: by id, identity, change; all lists; what was ever changed on them. And the settings. */
export function readMatching(book: Book, file: DumpRows & { settings?: Record<string, unknown> }): Promise<{ rows: DumpRows; settings: Record<string, unknown> }> {
  return book.transaction('r', book.tables, async () => {
    const keys = [...new Set<ProfileKey>([...file.prospects, ...file.accounts].flatMap((row) => row.keys))];
    const owners = (await book.identities.bulkGet(keys)).filter((one) => one !== undefined);
    const owned = (entity: 'prospect' | 'account'): string[] => owners.filter((one) => one.entity === entity).map(({ owner }) => owner);
    const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
    const hung = [...file.notes, ...file.touches, ...file.followUps, ...file.enrolments];
    const [prospects, accounts, notes, touches, followUps, lists, icps, rules, personas, segments, templates, cadences, enrolments, spends, suppressions] = await Promise.all([
      present(book.prospects, [...ids(file.prospects), ...owned('prospect'), ...hung.map(({ prospectId }) => prospectId)]),
      present(book.accounts, [...ids(file.accounts), ...owned('account'), ...file.prospects.flatMap(({ accountId }) => accountId ?? [])]),
      present(book.notes, ids(file.notes)), present(book.touches, ids(file.touches)), present(book.followUps, ids(file.followUps)),
      book.lists.toArray(), present(book.icpVersions, file.icps.map(({ id, version }) => [id, version] as [string, number])), present(book.ruleVersions, file.rules.map(({ id, version }) => [id, version] as [string, number])),
      present(book.personas, ids(file.personas)), present(book.segments, ids(file.segments)), present(book.templates, ids(file.templates)), present(book.cadences, ids(file.cadences)), present(book.enrolments, ids(file.enrolments)), present(book.spends, ids(file.spends)), present(book.suppressions, file.suppressions.map(({ hash }) => hash)),
    ]);
    const changes = await book.history.where('changeId').anyOf([...new Set(file.history.map(({ changeId }) => changeId))]).toArray();
    const about = await book.history.where('subject').anyOf([...ids(prospects), ...ids(accounts)]).toArray();
    const last = await book.history.orderBy('seq').last();
    const history = [...new Map([...changes, ...about, ...(last ? [last] : [])].map((entry) => [entry.seq, entry])).values()];
    const settings = Object.fromEntries((await book.settings.toArray()).map(({ key, value }) => [key, value]));
    // an ICP that is in force without having been chosen is written to a file as chosen: coming back it is no news
    const icp = await activeIcp(book);
    if (icp && icp.id === file.settings?.['activeIcp']) settings['activeIcp'] = icp.id;
    return { rows: { prospects, accounts, notes, touches, followUps, lists, icps, rules, personas, segments, templates, cadences, enrolments, spends, suppressions, history }, settings };
  });
}

/**
 * Stores what an import planned, in slices with one change id: one undo takes all of it back. Rows keep their ids; history of the file is
 * added as it is. Stopped half-way, the same import again stores what is missing. `onSlice` hears how many rows are stored.
 */
export async function applyImport(book: Book, plan: ImportWrites, change: Change, onSlice: (rows: number) => void | Promise<void> = () => undefined): Promise<void> {
  let stored = 0;
  const told = async (rows: number): Promise<void> => {
    stored += rows;
    await onSlice(stored);
  };
  // before all else: the rows' own entries of this change take the next free places
  for (const entries of slices(plan.add.history)) {
    await book.transaction('rw', book.history, async () => {
      const mayKeepPlace = await book.history.where('seq').between(entries[0]!.seq ?? Dexie.minKey, entries.at(-1)!.seq ?? Dexie.maxKey, true, true).count() === 0;
      await book.history.bulkAdd(mayKeepPlace ? entries : entries.map(({ seq: _place, ...entry }) => entry));
    });
    await told(entries.length);
  }
  await addVersions(book, 'icp', plan.add.icps, change);
  await addVersions(book, 'rule', plan.add.rules, change);
  await addSettings(book, plan.settings);
  for (const [table, kind] of KINDS) {
    for (const rows of slices<Rows[EntityKind]>([...plan.add[table], ...plan.update[table]])) {
      await write(book, change, async (door) => { for (const row of rows) door.put(kind, row as Rows[typeof kind]); }, { isCopy: true });
      await told(rows.length);
    }
  }
}

/** Each version is kept; the newest is the one in force. */
async function addVersions<K extends 'icp' | 'rule'>(book: Book, kind: K, versions: readonly Rows[K][], change: Change): Promise<void> {
  if (versions.length === 0) return;
  await write(book, change, async (door) => {
    const newest = new Map<string, Rows[K]>();
    for (const row of versions) if (row.version > (newest.get(row.id)?.version ?? 0)) newest.set(row.id, row);
    for (const row of newest.values()) {
      const own = await door.get(kind, row.id);
      if (!own || own.version < row.version) door.put(kind, row);
    }
    if (kind === 'icp') await book.icpVersions.bulkPut([...versions] as Rows['icp'][]);
    else await book.ruleVersions.bulkPut([...versions] as Rows['rule'][]);
  });
}

/** Takes over a setting of a known kind that is not set here. */
async function addSettings(book: Book, settings: Record<string, unknown>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    if (await readSetting<unknown>(book, key, undefined) === undefined && await isSound(book, key, value)) await book.settings.put({ key, value });
  }
}

/** Is this a setting of a known kind, with a value that such a setting can have? */
export async function isSound(book: Book, key: string, value: unknown): Promise<boolean> {
  switch (key) {
    case 'activeIcp': return typeof value === 'string' && !!await book.icps.get(value);
    case 'activeRule': return typeof value === 'string' && !!await book.rules.get(value);
    case 'deal': return JSON.stringify(checkDeal(value)) === JSON.stringify(value);
    case 'morning': return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    case 'quiet': {
      const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
      return [from, to].every((hour) => Number.isInteger(hour) && (hour as number) >= 0 && (hour as number) < 24);
    }
    case 'privacy': return JSON.stringify(privacyOf(value)) === JSON.stringify(value);
    case 'recipes': return checkRecipes(value).length > 0;
    default: return false;
  }
}

async function present<R, K>(table: { bulkGet(keys: K[]): PromiseLike<(R | undefined)[]> }, keys: K[]): Promise<R[]> {
  return (await table.bulkGet([...new Set(keys)])).filter((row) => row !== undefined);
}

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, at) => rows.slice(at * SLICE, (at + 1) * SLICE));
}
