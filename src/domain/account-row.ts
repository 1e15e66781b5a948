import type { Account } from './account.ts';
import type { CompanyFacts } from './company-match.ts';
import type { CommitteeRole } from './qualification.ts';
import { COMMITTEE_ROLES } from './qualification.ts';

/** One line of the accounts list, and what tells whether it may be another one. Absent texts are ''. */
export interface AccountRow {
  id: string;
  name: string;
  domain: string;
  industry: string;
  location: string;
  /** 1..3; 0 = no target. */
  tier: number;
  tags: string[];
  /** Identities on sites, without those by name; at most 12. */
  keys: string[];
  notSame: string[];
}

/** The columns of an account's line, in the order in which they are packed. */
export const ACCOUNT_COLUMNS = ['id', 'name', 'domain', 'industry', 'location', 'tier', 'tags', 'keys', 'notSame'] as const satisfies readonly (keyof AccountRow)[];

/** The line of an account. */
export function accountRow({ id, fields, tier, tags, keys, notSame }: Account): AccountRow {
  return {
    id, name: (fields.name?.value ?? '').slice(0, 200), domain: fields.domain?.value ?? fields.websites?.value[0] ?? '', industry: fields.industry?.value ?? '', location: fields.location?.value ?? '',
    tier: tier ?? 0, tags, keys: keys.filter((key) => !key.startsWith('company:')).slice(0, 12), notSame: notSame ?? [],
  };
}

/** What is known of a line's company for comparing it. */
export function factsOf({ name, domain, location, keys }: AccountRow): CompanyFacts {
  const own = keys.filter((key) => key.startsWith('domain:')).map((key) => key.slice(7));
  return { name, domains: domain ? [domain, ...own] : own, location, keys };
}

/** What an account's people come to. */
export interface RollUp {
  people: number;
  /** 0..100; -1 = nobody is scored. */
  bestFit: number;
  /** Parts of the committee that somebody has. */
  roles: ReadonlySet<CommitteeRole>;
}

export const NOBODY: RollUp = { people: 0, bestFit: -1, roles: new Set() };

export const ACCOUNT_ORDERS = ['name', 'people', 'fit', 'gap', 'tier'] as const;
export type AccountOrder = (typeof ACCOUNT_ORDERS)[number];

/** `target` = any tier; `none` = no target. */
export interface AccountFilter {
  text: string;
  tier: '' | 'target' | '1' | '2' | '3' | 'none';
  /** Only those that may be the same as another one. */
  alike: boolean;
}

/** How many parts of the committee nobody has; only an account with people has gaps. */
export function gapsOf({ people, roles }: RollUp): number {
  return people === 0 ? 0 : COMMITTEE_ROLES.length - roles.size;
}

/** The lines that a filter lets through. */
export function filterAccounts(rows: readonly AccountRow[], { text, tier, alike }: AccountFilter, isAlike: (id: string) => boolean, folded: (row: AccountRow) => string): AccountRow[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const inTier = (row: AccountRow): boolean => (tier === '' ? true : tier === 'target' ? row.tier > 0 : tier === 'none' ? row.tier === 0 : String(row.tier) === tier);
  return rows.filter((row) => inTier(row) && (!alike || isAlike(row.id)) && words.every((word) => folded(row).includes(word)));
}

/** What a search looks in. */
export function searchText({ name, domain, industry, location, tags }: AccountRow): string {
  return foldText([name, domain, industry, location, ...tags].join(' '));
}

/** Lines by name. */
export function accountsByName(rows: readonly AccountRow[], collate: (a: string, b: string) => number): AccountRow[] {
  return rows.toSorted((a, b) => collate(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Lines that are sorted by name, in another order; equal ones stay by name. The biggest number comes first, of tiers the first. */
export function sortAccounts(byName: readonly AccountRow[], order: AccountOrder, rollUpOf: (id: string) => RollUp): readonly AccountRow[] {
  if (order === 'name') return byName;
  const value = (row: AccountRow): number => {
    if (order === 'tier') return row.tier === 0 ? -9 : -row.tier;
    const all = rollUpOf(row.id);
    return order === 'people' ? all.people : order === 'fit' ? all.bestFit : gapsOf(all);
  };
  return byName.map((row) => ({ row, value: value(row) })).toSorted((a, b) => b.value - a.value).map(({ row }) => row);
}

function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
