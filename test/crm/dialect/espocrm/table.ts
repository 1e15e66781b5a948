import type { EntityType } from './field.ts';

export interface User {
  id: string;
  userName: string;
}

/** One e-mail address or telephone number of a record. */
export interface Channel {
  value: string;
  primary: boolean;
  type?: string;
  optOut: boolean;
  invalid: boolean;
  /** A creation that raced: the record is there, its address is not yet linked. */
  unlinked?: true;
}

/** One record. Times are "YYYY-MM-DD HH:mm:ss" in UTC, as stored. */
export interface Row {
  id: string;
  type: EntityType;
  number: number;
  deleted: boolean;
  createdAt: string;
  modifiedAt: string;
  streamUpdatedAt: string | null;
  createdBy: User;
  modifiedBy: User | null;
  values: Record<string, unknown>;
  emails: Channel[];
  phones: Channel[];
  version: number | null;
  /** Of a contact: its links to accounts by the account's id; the role there is the contact's title. */
  accounts: Map<string, { role: string | null; isInactive: boolean }>;
  /** Of a target list: ids of its members. */
  members: Set<string>;
}

/** Text as the database compares it: without regard to case and accents. */
export function fold(text: string): string {
  // plain letters are nearly all there is, and taking accents off is slow
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export const personKey = (firstName: unknown, lastName: unknown): string => `${fold(String(firstName ?? ''))}\n${fold(String(lastName ?? ''))}`;

/** Attributes with an index: everything by which one record is looked up. */
const INDEXED: Record<EntityType, readonly string[]> = {
  Contact: ['cExternalKey', 'cProfileUrl', 'accountId'], Account: ['name', 'cExternalKey', 'website'], Lead: [], Task: ['parentId', 'name'], TargetList: ['name'], Note: ['parentId'],
};

/** An attribute and the text under which a record is found by it. */
type Key = readonly [attribute: string, text: string];

const without = (keys: readonly Key[], others: readonly Key[]): Key[] => keys.filter(([attribute, text]) => !others.some((other) => other[0] === attribute && other[1] === text));

function keysOf(row: Row): Key[] {
  const keys: Key[] = [];
  for (const attribute of INDEXED[row.type]) {
    const value = row.values[attribute];
    if (value !== null && value !== undefined) keys.push([attribute, fold(String(value))]);
  }
  for (const mail of row.emails) if (!mail.unlinked) keys.push(['emailAddress', mail.value.toLowerCase()]);
  if (row.type === 'Contact' || row.type === 'Lead') keys.push(['=person', personKey(row.values['firstName'], row.values['lastName'])]);
  return keys;
}

/** The records of one entity with what makes finding them fast. */
export interface Table {
  get(id: string): Row | undefined;
  add(row: Row): void;
  /** Changes a record; every change goes through here, or the indexes lie. */
  change(row: Row, change: () => void): void;
  /** Whether an attribute can be looked up by `match`. */
  indexed(attribute: string): boolean;
  /** Living records with one of the values, oldest first. */
  match(attribute: string, values: readonly string[]): Row[];
  /** All living records by modifiedAt or createdAt and then id. */
  ordered(by: 'modifiedAt' | 'createdAt'): readonly Row[];
}

const earlier = (by: 'modifiedAt' | 'createdAt') => (a: Row, b: Row): number => (a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : a.id < b.id ? -1 : 1);

export function openTable(type: EntityType): Table {
  const rows = new Map<string, Row>();
  const index = new Map<string, Map<string, Set<Row>>>([...INDEXED[type], 'emailAddress', '=person'].map((attribute) => [attribute, new Map()]));
  const sorted: Record<'modifiedAt' | 'createdAt', Row[]> = { modifiedAt: [], createdAt: [] };
  const moved: Record<'modifiedAt' | 'createdAt', Set<Row>> = { modifiedAt: new Set(), createdAt: new Set() };

  const enter = (row: Row, keys: readonly Key[]): void => {
    for (const [attribute, key] of keys) {
      const by = index.get(attribute) as Map<string, Set<Row>>;
      const at = by.get(key);
      if (at) at.add(row); else by.set(key, new Set([row]));
    }
  };
  const leave = (row: Row, keys: readonly Key[]): void => {
    for (const [attribute, key] of keys) {
      const at = index.get(attribute)?.get(key);
      if (at?.delete(row) && at.size === 0) index.get(attribute)?.delete(key);
    }
  };
  return {
    get: (id) => rows.get(id),
    add(row) {
      rows.set(row.id, row);
      moved.modifiedAt.add(row);
      moved.createdAt.add(row);
      enter(row, keysOf(row));
    },
    change(row, change) {
      const gone = row.deleted;
      const before = gone ? [] : keysOf(row);
      change();
      const after = row.deleted ? [] : keysOf(row);
      // only what differs: a big Map that is emptied and filled again and again is slow
      leave(row, without(before, after));
      enter(row, without(after, before));
      moved.modifiedAt.add(row);
      if (row.deleted !== gone) moved.createdAt.add(row);
    },
    indexed: (attribute) => index.has(attribute) || attribute === 'id',
    match(attribute, values) {
      const found = new Set<Row>();
      for (const value of values) {
        if (attribute === 'id') {
          const row = rows.get(value);
          if (row && !row.deleted) found.add(row);
        } else {
          for (const row of index.get(attribute)?.get(attribute === '=person' ? value : fold(value)) ?? []) found.add(row);
        }
      }
      return found.size < 2 ? [...found] : [...found].sort((a, b) => a.number - b.number);
    },
    ordered(by) {
      const changed = moved[by];
      if (changed.size > 0) {
        const compare = earlier(by);
        const fresh = [...changed].filter((row) => !row.deleted).sort(compare);
        if (changed.size > FEW) sorted[by] = merge(sorted[by].filter((row) => !changed.has(row)), fresh, compare);
        else move(sorted[by], changed, fresh, compare);
        changed.clear();
      }
      return sorted[by];
    },
  };
}

/** So few changed rows are moved one by one instead of going through all rows. */
const FEW = 8;

function move(rows: Row[], changed: ReadonlySet<Row>, fresh: readonly Row[], compare: (a: Row, b: Row) => number): void {
  for (const row of changed) {
    const at = rows.lastIndexOf(row);
    if (at >= 0) rows.splice(at, 1);
  }
  for (const row of fresh) {
    let at = rows.length;
    // what changed last nearly always belongs to the end
    while (at > 0 && compare(rows[at - 1] as Row, row) > 0) at -= 1;
    rows.splice(at, 0, row);
  }
}

function merge(rest: Row[], fresh: Row[], compare: (a: Row, b: Row) => number): Row[] {
  const last = rest[rest.length - 1];
  if (!last || !fresh[0] || compare(last, fresh[0]) < 0) return rest.concat(fresh);
  const all: Row[] = [];
  let at = 0;
  for (const row of rest) {
    while (at < fresh.length && compare(fresh[at] as Row, row) < 0) all.push(fresh[at++] as Row);
    all.push(row);
  }
  return all.concat(fresh.slice(at));
}
