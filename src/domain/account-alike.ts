import { blockingKeys, matchCompanies, readyCompany, type CompanyMatch, type ReadyCompany } from './company-match.ts';
import { factsOf, type AccountRow } from './account-row.ts';

/** Another account that one may be the same as. */
export interface Alike extends CompanyMatch {
  id: string;
}

/** How many accounts a text may be shared by: what more share tells nobody apart. */
const WIDEST = 40;
/** The same for texts that only tell of a slip of the finger. */
const WIDEST_TYPO = 12;
const MOST_ALIKE = 5;

/** Accounts by the texts that alike ones share. */
export interface AlikeIndex {
  /** Takes a line in, or what has become of it; the same line again is no work. True when it is news. */
  set(row: AccountRow): boolean;
  delete(id: string): void;
  ids(): Iterable<string>;
  /** Those that this account may be the same as, the surest first, at most five; not those that the rep has said are another company. */
  alike(id: string): Alike[];
}

/** An index with nobody in it. */
export function alikeIndex(): AlikeIndex {
  const blocks = new Map<string, string[]>();
  const known = new Map<string, { row: AccountRow; company: ReadyCompany; keys: string[] }>();
  const remove = (id: string): void => {
    for (const key of known.get(id)?.keys ?? []) {
      const rest = blocks.get(key)?.filter((one) => one !== id) ?? [];
      if (rest.length) blocks.set(key, rest);
      else blocks.delete(key);
    }
    known.delete(id);
  };
  return {
    set: (row) => {
      const old = known.get(row.id);
      if (old?.row === row) return false;
      if (old) remove(row.id);
      const company = readyCompany(factsOf(row));
      const keys = blockingKeys(company);
      known.set(row.id, { row, company, keys });
      for (const key of keys) {
        const block = blocks.get(key);
        if (block) block.push(row.id);
        else blocks.set(key, [row.id]);
      }
      return true;
    },
    delete: remove,
    ids: () => known.keys(),
    alike: (id) => {
      const own = known.get(id);
      if (!own) return [];
      const candidates = new Set<string>();
      for (const key of own.keys) {
        const block = blocks.get(key)!;
        if (block.length <= (key.startsWith('^') || key.startsWith('$') ? WIDEST_TYPO : WIDEST)) for (const one of block) candidates.add(one);
      }
      candidates.delete(id);
      const found: Alike[] = [];
      for (const one of candidates) {
        const other = known.get(one)!;
        if (own.row.notSame.includes(one) || other.row.notSame.includes(id)) continue;
        const match = matchCompanies(own.company, other.company);
        if (match) found.push({ id: one, ...match });
      }
      return found.toSorted((a, b) => b.sure - a.sure || (a.id < b.id ? -1 : 1)).slice(0, MOST_ALIKE);
    },
  };
}
