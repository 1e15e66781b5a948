import type { Account, AccountFields } from './account.ts';
import { mergeCustom, mergeFields, type Unplaced } from './merge-fields.ts';

/**
 * One account of two that are the same company; `keep` lends its id. A field goes to the more trusted source, then to the newer value; lists are
 * joined; the best of what gave way becomes the suggestion. Keys, tags, "not the same" and own fields are joined, the higher tier stays. Nothing is
 * dropped: what has no place is in `unplaced`.
 */
export function mergeAccounts(keep: Account, lose: Account, at: number): { account: Account; unplaced: Unplaced[] } {
  const { fields, suggestions, unplaced } = mergeFields(keep, lose);
  const tier = Math.min(keep.tier ?? Infinity, lose.tier ?? Infinity);
  const custom = mergeCustom(keep.custom, lose.custom);
  const notSame = [...new Set([...keep.notSame ?? [], ...lose.notSame ?? []])].filter((id) => id !== keep.id && id !== lose.id);
  const { tier: _tier, custom: _custom, notSame: _notSame, ...rest } = keep;
  return {
    account: {
      ...rest, fields: fields as AccountFields, suggestions: suggestions as AccountFields,
      keys: [...new Set([...keep.keys, ...lose.keys])], tags: [...new Set([...keep.tags, ...lose.tags])],
      ...(tier === Infinity ? {} : { tier: tier as 1 | 2 | 3 }), ...(custom ? { custom } : {}), ...(notSame.length ? { notSame } : {}),
      createdAt: Math.min(keep.createdAt, lose.createdAt), updatedAt: at,
    },
    unplaced,
  };
}

