import type { RollUp } from '../account-row.ts';
import { COMMITTEE_ROLES, type CommitteeRole } from '../qualification.ts';
import type { PeopleNow } from './field.ts';
import { slotsOf } from './table.ts';

/** What all people come to, account by account: how many, the best fit, parts of the committee. No prospect is loaded. */
export function rollUpAccounts({ table, scores }: PeopleNow): Map<string, RollUp> {
  const { accountId, committee } = table.texts;
  const all = new Map<string, { people: number; bestFit: number; roles: Set<CommitteeRole> }>();
  for (const slot of slotsOf(table)) {
    const account = accountId.get(slot);
    if (account === '') continue;
    let one = all.get(account);
    if (!one) all.set(account, one = { people: 0, bestFit: -1, roles: new Set() });
    one.people++;
    // a fit that rests on nothing known is no fit
    if (scores.coverage[slot]! > 0 && scores.fit[slot]! > one.bestFit) one.bestFit = scores.fit[slot]!;
    const role = committee.get(slot) as CommitteeRole;
    if (COMMITTEE_ROLES.includes(role)) one.roles.add(role);
  }
  return all;
}
