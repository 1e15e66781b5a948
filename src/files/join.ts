import type { ProfileKey } from '../domain/identity.ts';
import { append } from './append.ts';

interface Keyed {
  id: string;
  keys: ProfileKey[];
}

/** Which rows of a file are one and the same, and which row of the book they are. */
export interface Joined<R extends Keyed> {
  /** Target id -> the file's rows that are it, in file order. A target that the book does not have is the first row's own id. */
  groups: Map<string, R[]>;
  /** Id of a row of the file -> id of its target. */
  target: Map<string, string>;
  /** Who owns this key once the file is imported; null = nobody of this kind, or claimed by two that may not be joined. */
  ownerOf(key: ProfileKey): string | null | undefined;
}

/**
 * Joins rows by exact identity: the same id, else a shared key, also by way of other rows of the file. Two rows of the book
 * are never joined: a row that points at both goes to one of them, and a key that two targets claim goes to neither, so that
 * the same file gives the same answer again after it was imported.
 * `ownerOf`: id of the key's owner, null when something that cannot be joined has it, undefined when it is free.
 */
export function join<R extends Keyed>(rows: readonly R[], has: (id: string) => boolean, ownerOf: (key: ProfileKey) => string | null | undefined): Joined<R> {
  const holders = new Map<ProfileKey, number[]>();
  rows.forEach(({ keys }, at) => {
    for (const key of new Set(keys)) append(holders, key, at);
  });
  const owned = new Map<ProfileKey, string | null>();
  const owner = (key: ProfileKey): string | null | undefined => (owned.has(key) ? owned.get(key) : ownerOf(key));
  const targets = new Map<number, string>();
  const known = ({ id, keys }: R): string | undefined => (has(id) ? id : keys.map(owner).find((one) => typeof one === 'string'));

  /** Gives each row of a level its target, its free keys to the target, and goes on to the rows that hold one of these keys. */
  const spread = (first: Map<number, string>): void => {
    for (let level = first; level.size > 0;) {
      const claims = new Map<ProfileKey, Set<string>>();
      for (const [at, id] of level) {
        targets.set(at, id);
        for (const key of rows[at]!.keys) if (owner(key) === undefined) claims.set(key, (claims.get(key) ?? new Set()).add(id));
      }
      const next = new Set<number>();
      for (const [key, ids] of claims) {
        owned.set(key, ids.size === 1 ? [...ids][0]! : null);
        if (ids.size === 1) for (const at of holders.get(key) ?? []) if (!targets.has(at)) next.add(at);
      }
      level = new Map([...next].toSorted((a, b) => a - b).map((at) => [at, known(rows[at]!)!]));
    }
  };

  spread(new Map(rows.flatMap((row, at) => {
    const id = known(row);
    return id === undefined ? [] : [[at, id] as const];
  })));
  rows.forEach(({ id }, at) => {
    if (!targets.has(at)) spread(new Map([[at, id]]));
  });

  const groups = new Map<string, R[]>();
  const target = new Map<string, string>();
  rows.forEach((row, at) => {
    const id = targets.get(at)!;
    target.set(row.id, id);
    append(groups, id, row);
  });
  return { groups, target, ownerOf: owner };
}
