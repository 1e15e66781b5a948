import { COMMITTEE_ROLES, type CommitteeRole } from '../qualification.ts';
import { ENOUGH } from '../touch.ts';
import type { Stage } from '../prospect.ts';
import type { PeopleNow } from './field.ts';
import { slotsOf } from './table.ts';

export const REPORTS = ['over-touched', 'gaps', 'neglected'] as const;
export type Report = (typeof REPORTS)[number];

const DAY = 86_400_000;
/** Days without anything after which somebody of P1, P2 or P3 is neglected. */
export const IDLE_DAYS = [7, 14, 30] as const;
/** Stages in which somebody is worked on. */
const OPEN: ReadonlySet<string> = new Set<Stage>(['new', 'working', 'engaged', 'meeting', 'sales-ready']);

/** An account of which too little is known or reached. */
export interface AccountGap {
  id: string;
  company: string;
  people: number;
  /** How many of them had a touch. */
  reached: number;
  missing: CommitteeRole[];
}

/** Slots of those who were asked three times or more since they last answered, the most often first. Who is aside, closed or not to be contacted is left out. */
export function overTouched(people: PeopleNow): Uint32Array {
  const { unanswered, lastTouch } = people.table.numbers;
  return slotsOf(people.table).filter((slot) => unanswered[slot]! >= ENOUGH && isOpen(people, slot)).sort((a, b) => unanswered[b]! - unanswered[a]! || lastTouch[b]! - lastTouch[a]!);
}

/** Slots of P1 to P3 with nothing planned and nothing that happened for 7, 14 or 30 days, the best first and of equals the longest idle. */
export function neglected(people: PeopleNow): Uint32Array {
  const { nextDue } = people.table.numbers;
  const { priority, now } = people;
  return slotsOf(people.table).filter((slot) => {
    const days = IDLE_DAYS[priority[slot]! - 1];
    return days !== undefined && nextDue[slot] === 0 && isOpen(people, slot) && idleSince(people, slot) <= now - days * DAY;
  }).sort((a, b) => priority[a]! - priority[b]! || idleSince(people, a) - idleSince(people, b));
}

/** When something last happened with somebody: a touch, else that they were saved. Epoch ms. */
export function idleSince({ table: { numbers } }: PeopleNow, slot: number): number {
  return Math.max(numbers.lastTouch[slot]!, numbers.createdAt[slot]!);
}

/**
 * Accounts that are worked on (somebody there had a touch, or the account is a target) through fewer than two people, or without a decision maker or
 * a champion; targets first, then those with the most people reached.
 */
export function accountGaps(people: PeopleNow): AccountGap[] {
  const { table } = people;
  const { accountId, committee, company } = table.texts;
  const all = new Map<string, AccountGap & { roles: Set<string>; tier: number; open: boolean }>();
  for (const slot of slotsOf(table)) {
    const id = accountId.get(slot);
    if (id === '') continue;
    let one = all.get(id);
    if (!one) all.set(id, one = { id, company: company.get(slot), people: 0, reached: 0, missing: [], roles: new Set(), tier: 0, open: false });
    one.people++;
    if (table.numbers.touches[slot]! > 0) one.reached++;
    if (isOpen(people, slot)) one.open = true;
    one.tier = table.numbers.tier[slot]!;
    one.roles.add(committee.get(slot));
  }
  return [...all.values()].filter(({ open, reached, tier }) => open && (reached > 0 || tier > 0))
    .map((one) => ({ ...one, missing: COMMITTEE_ROLES.filter((role) => (role === 'decision-maker' || role === 'champion') && !one.roles.has(role)) }))
    .filter(({ missing, reached }) => missing.length > 0 || reached < 2)
    .toSorted((a, b) => (a.tier || 9) - (b.tier || 9) || b.reached - a.reached || (a.id < b.id ? -1 : 1))
    .map(({ id, company: name, people: count, reached, missing }) => ({ id, company: name, people: count, reached, missing }));
}

function isOpen({ table }: PeopleNow, slot: number): boolean {
  return OPEN.has(table.texts.stage.get(slot)) && table.numbers.doNotContact[slot] === 0;
}
