import type { Account } from '../domain/account.ts';
import type { List } from '../domain/activity.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { ProfileKey } from '../domain/identity.ts';
import type { Prospect } from '../domain/prospect.ts';
import { BOOK_TABLES, type BookRows, type BookTable, type BookTables } from './book-schema.ts';
import { changeTimes, type ExistingBook, type VersionedTable } from './existing-book.ts';
import { join, type Joined } from './join.ts';
import { mergeRows, type Difference } from './merge-row.ts';
import { isEqual } from './same-row.ts';

/**
 * Something of the file that is not in the book as the file says it. `suggested` and `older`: see `Difference`; `taken`: this
 * identity belongs to somebody else; `orphan`: what it hangs on is neither in the book nor in the file; `kept`: the book's
 * own stays.
 */
export interface ImportConflict extends Omit<Difference, 'why'> {
  table: BookTable | 'settings';
  id: string;
  why: Difference['why'] | 'taken' | 'orphan' | 'kept';
}

/** What importing a file would do. `add` and `update` hold whole rows as they are to be stored; `same` counts what changes nothing. */
export interface ImportPlan {
  add: BookRows;
  update: BookRows;
  same: Record<BookTable, number>;
  conflicts: ImportConflict[];
  /** Settings that the book does not have yet. */
  settings: Record<string, unknown>;
}

type HungTable = 'notes' | 'touches' | 'followUps' | 'enrolments';
/** Tables whose rows stand alone: nothing points at a prospect. */
type LoneTable = 'lists' | 'personas' | 'segments' | 'templates' | 'cadences' | 'spends';

/**
 * Plans the import of a book that `readBook` gave (its ids are unique in each table): nothing lost, nothing doubled. A row
 * with the same id, or a prospect or account with a shared key, is the same one, and what hangs on it is pointed at it.
 * Importing into an empty book gives equal rows; importing again plans nothing.
 */
export function planImport(dump: BookRows & { settings?: Record<string, unknown> }, existing: ExistingBook): ImportPlan {
  const plan: ImportPlan = { add: noRows(), update: noRows(), same: Object.fromEntries(BOOK_TABLES.map((table) => [table, 0])) as ImportPlan['same'], conflicts: [], settings: {} };
  const told = changeTimes(dump.history);

  const accounts = join(dump.accounts, (id) => !!existing.get('accounts', id), ownerAmong(existing, 'account'));
  planJoined('accounts', accounts, existing, told, plan);

  const lists = listTargets(dump.lists, existing);
  for (const list of dump.lists) {
    if (lists.get(list.id) === list.id) planRow('lists', list, existing.get('lists', list.id), plan);
    else plan.same.lists++;
  }

  const people = dump.prospects.map((row) => repointed(row, accounts.target, lists, existing, plan));
  const ownerOf = ownerAmong(existing, 'prospect');
  const prospects = join(people, (id) => !!existing.get('prospects', id), (key) => (typeof accounts.ownerOf(key) === 'string' ? null : ownerOf(key)));
  planJoined('prospects', prospects, existing, told, plan);

  for (const table of ['notes', 'touches', 'followUps', 'enrolments'] as const) planHung(table, dump[table], prospects.target, existing, plan);
  for (const table of ['personas', 'segments', 'templates', 'cadences', 'spends'] as const) for (const row of dump[table]) planRow(table, row, existing.get(table, row.id), plan);
  for (const row of dump.suppressions) {
    if (existing.get('suppressions', row.hash)) plan.same.suppressions++;
    else plan.add.suppressions.push(row);
  }
  for (const table of ['icps', 'rules'] as const) for (const row of dump[table]) planVersion(table, row, existing, plan);
  planHistory(dump.history, new Map([...accounts.target, ...lists, ...prospects.target]), existing, plan);
  planSettings(dump.settings ?? {}, existing, plan);
  return plan;
}

function ownerAmong(existing: ExistingBook, entity: 'prospect' | 'account'): (key: ProfileKey) => string | null | undefined {
  return (key) => {
    const owner = existing.ownerOf(key);
    return owner && (owner.entity === entity ? owner.id : null);
  };
}

/** A list of the file is the one of the book with its id, else with its name, unless the file knows that one as another list. */
function listTargets(lists: readonly List[], existing: ExistingBook): Map<string, string> {
  const ids = new Set(lists.map(({ id }) => id));
  return new Map(lists.map(({ id, name }) => {
    const named = existing.get('lists', id) ? undefined : existing.listNamed(name)?.id;
    return [id, named === undefined || ids.has(named) ? id : named];
  }));
}

function planJoined<T extends 'prospects' | 'accounts'>(table: T, joined: Joined<BookTables[T]>, existing: ExistingBook, told: ExistingBook['changedAt'], plan: ImportPlan): void {
  const entity = table === 'prospects' ? 'prospect' : 'account';
  for (const [id, group] of joined.groups as Map<string, (Prospect | Account)[]>) {
    const own = existing.get(table, id) as Prospect | Account | undefined;
    const rows = own ? [own, ...group] : group;
    const { row, differences } = mergeRows(rows as [Prospect, ...Prospect[]], (at, field) => {
      const of = rows[at]!;
      return of === own ? existing.changedAt(entity, id, field) : told(entity, of.id, field);
    });
    plan.conflicts.push(...differences.map((difference) => ({ ...difference, table, id })));
    const keys = [...new Set(rows.flatMap((one) => one.keys))].filter((key) => own?.keys.includes(key) || joined.ownerOf(key) === id);
    for (const one of group) {
      for (const key of one.keys) if (!keys.includes(key)) plan.conflicts.push({ table, id, field: 'keys', kept: undefined, other: key, why: 'taken' });
    }
    const whole = isEqual(keys, row.keys) ? row : { ...row, keys };
    if (own && isEqual(whole, own)) plan.same[table] += group.length;
    else (own ? plan.update : plan.add)[table].push(whole as never);
  }
}

/** A prospect of the file with its account and lists as they are called in the book. */
function repointed(row: Prospect, accounts: Map<string, string>, lists: Map<string, string>, existing: ExistingBook, plan: ImportPlan): Prospect {
  const there = [...new Set(row.lists.map((id) => lists.get(id) ?? id))];
  const moved = isEqual(there, row.lists) ? row : { ...row, lists: there };
  if (row.accountId === undefined) return moved;
  const accountId = accounts.get(row.accountId) ?? row.accountId;
  if (accountId === row.accountId && (accounts.has(accountId) || existing.get('accounts', accountId))) return moved;
  if (accountId !== row.accountId) return { ...moved, accountId };
  plan.conflicts.push({ table: 'prospects', id: row.id, field: 'accountId', kept: undefined, other: accountId, why: 'orphan' });
  const { accountId: _gone, ...rest } = moved;
  return rest;
}

function planHung<T extends HungTable>(table: T, rows: readonly BookTables[T][], target: Map<string, string>, existing: ExistingBook, plan: ImportPlan): void {
  for (const row of rows) {
    const prospectId = target.get(row.prospectId) ?? row.prospectId;
    if (!target.has(row.prospectId) && !existing.get('prospects', prospectId)) {
      plan.conflicts.push({ table, id: row.id, field: '*', kept: undefined, other: row, why: 'orphan' });
    } else {
      planRow(table, prospectId === row.prospectId ? row : { ...row, prospectId }, existing.get(table, row.id), plan);
    }
  }
}

/** A row without provenance: the one that was written last, whole; the book's own when both are as old. */
function planRow<T extends HungTable | LoneTable>(table: T, row: BookTables[T], own: BookTables[T] | undefined, plan: ImportPlan): void {
  if (!own) plan.add[table].push(row as never);
  else if (isEqual(row, own)) plan.same[table]++;
  else if (row.updatedAt > own.updatedAt) {
    plan.update[table].push(row as never);
    plan.conflicts.push({ table, id: row.id, field: '*', kept: row, other: own, why: 'older' });
  } else {
    plan.same[table]++;
    plan.conflicts.push({ table, id: row.id, field: '*', kept: own, other: row, why: row.updatedAt < own.updatedAt ? 'older' : 'kept' });
  }
}

/** A version of an ICP or of a rule never changes: scores and decisions were made with it. */
function planVersion<T extends VersionedTable>(table: T, row: BookTables[T], existing: ExistingBook, plan: ImportPlan): void {
  const own = existing.version(table, row.id, row.version);
  if (!own) return void plan.add[table].push(row as never);
  plan.same[table]++;
  if (!isEqual(own, row)) plan.conflicts.push({ table, id: row.id, field: '*', kept: own, other: row, why: 'kept' });
}

/** Properties whose history holds ids of other rows. */
const POINTERS = new Set(['accountId', 'prospectId', 'lists']);

function planHistory(entries: readonly HistoryEntry[], target: Map<string, string>, existing: ExistingBook, plan: ImportPlan): void {
  const here = (id: string): string => target.get(id) ?? id;
  const repoint = (value: unknown): unknown => (typeof value === 'string' ? here(value) : Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? here(one) : one)) : value);
  for (const entry of entries) {
    const { seq, ...rest } = entry;
    const moved: HistoryEntry = { ...rest, id: here(rest.id), subject: here(rest.subject) };
    if (POINTERS.has(rest.field)) {
      if (rest.old !== undefined) moved.old = repoint(rest.old);
      if (rest.new !== undefined) moved.new = repoint(rest.new);
    }
    const isKnown = existing.history(rest.changeId).some(({ seq: _place, ...known }) => isEqual(known, moved));
    if (isKnown) plan.same.history++;
    // the places of another book's entries mean nothing among this one's; a book without any takes them as they are
    else if (existing.hasHistory || seq === undefined) plan.add.history.push(moved);
    else plan.add.history.push(isEqual(moved, rest) ? entry : { seq, ...moved });
  }
}

function planSettings(settings: Record<string, unknown>, existing: ExistingBook, plan: ImportPlan): void {
  for (const [name, value] of Object.entries(settings)) {
    const own = existing.setting(name);
    if (own === undefined) plan.settings[name] = value;
    else if (!isEqual(own, value)) plan.conflicts.push({ table: 'settings', id: name, field: '*', kept: own, other: value, why: 'kept' });
  }
}

function noRows(): BookRows {
  return { prospects: [], accounts: [], notes: [], touches: [], followUps: [], lists: [], icps: [], personas: [], segments: [], rules: [], templates: [], cadences: [], enrolments: [], spends: [], suppressions: [], history: [] };
}
