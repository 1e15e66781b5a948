import type { RollUp } from '../domain/account-row.ts';
import { COMMITTEE_ROLES, type CommitteeRole } from '../domain/qualification.ts';
import type { Book } from './database.ts';
import type { PeopleIndex } from './people-index.ts';

/** What all people come to, account by account: numbers and best fits from the people index, parts of the committee from their own small index. No prospect is loaded. */
export async function rollUpAccounts(book: Book, people: PeopleIndex): Promise<Map<string, RollUp>> {
  const all = new Map<string, { people: number; bestFit: number; roles: Set<CommitteeRole> }>();
  for (const { accountId, fit, coverage } of people.rows.values()) {
    if (!accountId) continue;
    const one = all.get(accountId);
    // a fit that rests on nothing known is no fit
    const scored = coverage > 0 ? fit : -1;
    if (!one) all.set(accountId, { people: 1, bestFit: scored, roles: new Set() });
    else {
      one.people++;
      if (scored > one.bestFit) one.bestFit = scored;
    }
  }
  const roles = await book.prospects.orderBy('[accountId+committee]').keys() as unknown as [string, CommitteeRole][];
  for (const [account, role] of roles) if (COMMITTEE_ROLES.includes(role)) all.get(account)?.roles.add(role);
  return all;
}
