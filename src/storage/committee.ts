import type { Account } from '../domain/account.ts';
import { COMMITTEE_ROLES, type CommitteeRole } from '../domain/qualification.ts';
import type { Department } from '../domain/title.ts';
import { DEPARTMENTS } from '../domain/title.ts';
import type { Book } from './database.ts';
import { activeIcp } from './fit.ts';
import { changeProspect } from './person.ts';
import { write, type Change } from './write.ts';

/** Sets somebody's part in the buying committee; undefined = none. */
export function setCommittee(book: Book, id: string, role: CommitteeRole | undefined, change: Change): Promise<void> {
  return changeProspect(book, id, change, ({ committee: _old, ...prospect }) => (role !== undefined && COMMITTEE_ROLES.includes(role) ? { ...prospect, committee: role } : prospect));
}

/** Sets an account's tier; undefined = it is no target. */
export function setTier(book: Book, id: string, tier: Account['tier'], change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const account = await door.get('account', id);
    if (!account) return;
    const { tier: _old, ...rest } = account;
    door.put('account', { ...rest, ...(tier ? { tier } : {}), updatedAt: change.at });
  });
}

/** The departments that the ICP in force asks for, which are those that the rep sells to; [] = it names none. */
export async function buyingDepartments(book: Book): Promise<Department[]> {
  const icp = await activeIcp(book);
  const named = new Set((icp?.criteria ?? []).filter(({ kind, rule }) => kind === 'department' && rule !== 'never').flatMap(({ any }) => any));
  return DEPARTMENTS.filter((one) => named.has(one));
}
