import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import type { ProfileKey } from '../domain/identity.ts';
import type { List } from '../domain/activity.ts';
import { append } from './append.ts';
import type { BookRows, BookTables } from './book-schema.ts';

/** Who is written into history for what an import changes. Such entries are no evidence of when somebody decided something. */
export const IMPORTED_BY = 'import';

export type RowTable = Exclude<keyof BookTables, VersionedTable | 'history'>;
/** Tables that hold every version of their rows. */
export type VersionedTable = 'icps' | 'rules';

/** What an import has to know of the book that is there; each answers for what is stored now. */
export interface ExistingBook {
  get<T extends RowTable>(table: T, id: string): BookTables[T] | undefined;
  ownerOf(key: ProfileKey): { entity: 'prospect' | 'account'; id: string } | undefined;
  version<T extends VersionedTable>(table: T, id: string, version: number): BookTables[T] | undefined;
  /** The list with this name, whatever its case. */
  listNamed(name: string): List | undefined;
  /** All entries of one change. */
  history(changeId: string): readonly HistoryEntry[];
  hasHistory: boolean;
  /** When this field (as history names it: `stage`, `fields.title`) was last changed by somebody; imports do not count. Epoch ms. */
  changedAt(entity: EntityKind, id: string, field: string): number | undefined;
  setting(key: string): unknown;
}

/** The book that these rows are. It is enough to give it the rows that a file's ids, keys, list names and changes point at. */
export function existingBook(rows: BookRows, settings: Record<string, unknown> = {}): ExistingBook {
  const byId = new Map((['prospects', 'accounts', 'notes', 'touches', 'followUps', 'lists', 'personas', 'segments', 'templates', 'cadences', 'enrolments', 'spends', 'suppressions'] as const).map((table) => [table, new Map<string, object>(rows[table].map((row) => ['hash' in row ? row.hash : row.id, row]))]));
  const owners = new Map<ProfileKey, { entity: 'prospect' | 'account'; id: string }>();
  for (const { id, keys } of rows.prospects) for (const key of keys) owners.set(key, { entity: 'prospect', id });
  for (const { id, keys } of rows.accounts) for (const key of keys) owners.set(key, { entity: 'account', id });
  const versions = new Map((['icps', 'rules'] as const).map((table) => [table, new Map<string, object>(rows[table].map((row) => [`${row.version} ${row.id}`, row]))]));
  const lists = new Map(rows.lists.toReversed().map((list) => [foldedName(list.name), list]));
  const changes = new Map<string, HistoryEntry[]>();
  for (const entry of rows.history) append(changes, entry.changeId, entry);
  const times = changeTimes(rows.history);
  return {
    get: (table, id) => byId.get(table)?.get(id) as never,
    ownerOf: (key) => owners.get(key),
    version: (table, id, version) => versions.get(table)?.get(`${version} ${id}`) as never,
    listNamed: (name) => lists.get(foldedName(name)),
    history: (changeId) => changes.get(changeId) ?? [],
    hasHistory: rows.history.length > 0,
    changedAt: times,
    setting: (key) => (Object.hasOwn(settings, key) ? settings[key] : undefined),
  };
}

/** Looks up when a field was last changed, by what this history says. */
export function changeTimes(history: readonly HistoryEntry[]): ExistingBook['changedAt'] {
  const times = new Map<string, number>();
  for (const { entity, id, field, at, by } of history) {
    const name = `${entity} ${field} ${id}`;
    if (by !== IMPORTED_BY && at > (times.get(name) ?? -Infinity)) times.set(name, at);
  }
  return (entity, id, field) => times.get(`${entity} ${field} ${id}`);
}

function foldedName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
