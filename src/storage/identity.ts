import type { Table, Transaction } from 'dexie';
import type { ProfileKey } from '../domain/identity.ts';
import type { Book } from './database.ts';

/** One identity and its one owner. */
export interface Identity {
  key: ProfileKey;
  owner: string;
  entity: 'prospect' | 'account';
}

/** The owners of identities. Within a transaction it has to be one over both tables. */
export interface Identities {
  get(key: ProfileKey): Promise<Identity | undefined>;
  /** In the order of the keys; undefined for one that nobody has. */
  bulkGet(keys: readonly ProfileKey[]): Promise<(Identity | undefined)[]>;
  /** The next `limit` keys of all people or all companies after this one, in order; '' = from the first. No row is read. */
  after(entity: Identity['entity'], key: string, limit: number): Promise<Identity[]>;
  /** All there are, by key: for tests and checks. */
  toArray(): Promise<Identity[]>;
}

/** Reads who owns what from the rows themselves: a key of a prospect or an account has one owner by the unique index of its table, and one over both by the write door. */
export function identitiesOf(book: Book): Identities {
  const both = <T>(work: () => Promise<T>): Promise<T> => book.transaction('r', [book.prospects, book.accounts], work);
  const bulkGet = (keys: readonly ProfileKey[]): Promise<(Identity | undefined)[]> => both(async () => {
    // one request each, all at once: Dexie's anyOf walks a cursor, which takes much longer for many
    const [people, companies] = await Promise.all([book.prospects, book.accounts].map((table) => Promise.all(keys.map((key) => table.where('keys').equals(key).primaryKeys()))));
    return keys.map((key, at) => {
      const person = people![at]![0];
      const owner = person ?? companies![at]![0];
      return owner === undefined ? undefined : { key, owner, entity: person === undefined ? 'account' : 'prospect' };
    });
  });
  const after = async (entity: Identity['entity'], key: string, limit: number): Promise<Identity[]> => {
    const all: Identity[] = [];
    const table: Table<unknown, string> = entity === 'prospect' ? book.prospects as never : book.accounts as never;
    await table.where('keys').above(key).limit(limit).eachKey((found, { primaryKey }) => void all.push({ key: String(found) as ProfileKey, owner: primaryKey, entity }));
    return all;
  };
  return {
    get: async (key) => (await bulkGet([key]))[0],
    bulkGet,
    after,
    toArray: () => both(async () => [...await after('prospect', '', Infinity), ...await after('account', '', Infinity)].toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))),
  };
}

/** Before the indexes become unique: whoever has a key that the old table of identities gives to somebody else lets go of it. */
export async function letGoOfDoubles(old: Transaction): Promise<void> {
  const owners = new Map<string, string>();
  await old.table<{ key: string; owner: string }>('identities').each(({ key, owner }) => void owners.set(key, owner));
  for (const name of ['prospects', 'accounts']) {
    await old.table<{ id: string; keys: string[] }>(name).toCollection().modify((row) => {
      const mine = row.keys.filter((key) => (owners.get(key) ?? row.id) === row.id);
      for (const key of mine) owners.set(key, row.id);
      if (mine.length === row.keys.length) return false;
      row.keys = mine;
      return true;
    });
  }
}

/** Thrown when a write would give one identity two owners: the caller looked at stale rows. Nothing was written. */
export class IdentityTaken extends Error {
  readonly key: ProfileKey;
  readonly owner: string;
  constructor(key: ProfileKey, owner: string) {
    super('This identity already belongs to another record.');
    this.key = key;
    this.owner = owner;
  }
}

/** The identities of a row before and after a write. */
export interface Holding {
  kind: 'prospect' | 'account';
  id: string;
  old: ProfileKey[];
  keys: ProfileKey[];
}

/** Who lets go of keys that others get in the same write, by kind; throws `IdentityTaken` when somebody would get a key that its owner keeps. */
export async function giversOf(book: Book, identities: readonly Holding[]): Promise<Map<Holding['kind'], string[]>> {
  const wanted = new Map<ProfileKey, string>();
  for (const { id, old, keys } of identities) {
    for (const key of keys) {
      if (old.includes(key)) continue;
      const other = wanted.get(key);
      if (other !== undefined && other !== id) throw new IdentityTaken(key, other);
      wanted.set(key, id);
    }
  }
  const givers = new Map<Holding['kind'], string[]>();
  if (wanted.size === 0) return givers;
  const left = new Map(identities.map((one) => [one.id, one]));
  for (const owner of await book.identities.bulkGet([...wanted.keys()])) {
    if (!owner || owner.owner === wanted.get(owner.key)) continue;
    const giver = left.get(owner.owner);
    if (!giver || giver.keys.includes(owner.key)) throw new IdentityTaken(owner.key, owner.owner);
    givers.set(giver.kind, [...givers.get(giver.kind) ?? [], giver.id]);
  }
  return givers;
}
