import type { ProfileKey } from '../domain/identity.ts';
import type { Book } from './database.ts';
import type { Identity } from './identity.ts';

/** Who in the book owns which key, as far as was asked. */
export interface KnownOwners {
  /** Finds the owners of these keys out. */
  learn(keys: readonly ProfileKey[]): Promise<void>;
  /** The owner of a key that was asked for; undefined when nobody has it. */
  of(key: ProfileKey): Identity | undefined;
  forget(): void;
}

/** Keys of one page of a walk through all of them. */
const PAGE = 5_000;
/** So many keys of a walk cost as much as one that is looked up. */
const WALKED = 3;

/**
 * Looks owners up in bulk: in an empty book none, a few one by one, and when more were asked for than a walk through all keys costs, by that
 * walk. Tells what was so at that moment.
 */
export function knownOwners(book: Book): KnownOwners {
  const owners = new Map<string, Identity>();
  let asked = new Set<string>();
  let people: number | undefined;
  let isWhole = false;
  const walk = async (): Promise<void> => {
    for (const entity of ['prospect', 'account'] as const) {
      for (let after = '', more = true; more;) {
        const page = await book.identities.after(entity, after, PAGE);
        for (const one of page) owners.set(one.key, one);
        more = page.length === PAGE;
        after = page.at(-1)?.key ?? '';
      }
    }
  };
  return {
    learn: async (keys) => {
      if (isWhole) return;
      people ??= await book.prospects.count() + await book.accounts.count();
      const fresh = [...new Set(keys)].filter((key) => !asked.has(key));
      for (const key of fresh) asked.add(key);
      // rows have about two keys
      isWhole = asked.size * WALKED >= people * 2;
      if (isWhole) {
        asked = new Set();
        if (people > 0) await walk();
      } else if (fresh.length > 0) for (const one of await book.identities.bulkGet(fresh)) if (one) owners.set(one.key, one);
    },
    of: (key) => owners.get(key),
    forget: () => {
      owners.clear();
      asked = new Set();
      people = undefined;
      isWhole = false;
    },
  };
}
