import { COMMITTEE_ROLES, type CommitteeRole } from './qualification.ts';
import { parseTitle, type Department, type Seniority } from './title.ts';

/** Why a title speaks for a part in the committee; a name of the texts. */
export type RoleReason = 'decides' | 'leads-buying' | 'leads-other' | 'assists' | 'purchasing' | 'reviews' | 'manages' | 'hands-on';

/** What a title suggests: never set by itself. `evidence` is the title as written. */
export interface RoleHint {
  role: CommitteeRole;
  reason: RoleReason;
  evidence: string;
}

const DECIDES: ReadonlySet<Seniority> = new Set(['owner', 'founder', 'c-level', 'partner', 'vp']);
const LEADS: ReadonlySet<Seniority> = new Set(['head', 'director']);
const HANDS_ON: ReadonlySet<Seniority> = new Set(['senior', 'specialist', 'junior']);
const REVIEWS: ReadonlySet<Department> = new Set(['legal', 'security']);

/**
 * The part in the buying committee that a title speaks for; null when it says too little. `buys` are the departments that the rep sells
 * to ([] = not known: any). A champion cannot be read off a title.
 */
export function roleHint(title: string | undefined, headline: string | undefined, buys: readonly Department[]): RoleHint | null {
  const { seniority, departments, roles } = parseTitle(title, headline);
  if (seniority === null || seniority === 'intern') return null;
  const is = (role: CommitteeRole, reason: RoleReason): RoleHint => ({ role, reason, evidence: roles.join(', ').slice(0, 160) });
  const buying = buys.length === 0 ? departments.length > 0 : departments.some((one) => buys.includes(one));
  if (DECIDES.has(seniority)) return is('decision-maker', 'decides');
  if (departments.includes('administration') && HANDS_ON.has(seniority)) return is('gatekeeper', 'assists');
  const sellsTo = (one: Department): boolean => buys.includes(one);
  if (departments.includes('procurement') && !sellsTo('procurement')) return is('gatekeeper', 'purchasing');
  if (departments.some((one) => REVIEWS.has(one) && !sellsTo(one)) && !departments.some(sellsTo)) return is('gatekeeper', 'reviews');
  if (LEADS.has(seniority)) return buying || departments.length === 0 ? is('decision-maker', 'leads-buying') : is('influencer', 'leads-other');
  if (seniority === 'manager') return is('influencer', 'manages');
  return HANDS_ON.has(seniority) && buying ? is('user', 'hands-on') : null;
}

/** A member as coverage sees it: who, in what part, and whether there was a touch in a direction. */
export interface Member {
  id: string;
  role?: CommitteeRole;
  hint?: CommitteeRole;
  out: boolean;
  in: boolean;
}

/** One part of the committee: who has it, how many of them were reached, who may have it by their title. */
export interface Seat {
  role: CommitteeRole;
  members: string[];
  reached: number;
  candidates: string[];
}

/** How much of the committee is known. `reached` people had a touch in either direction, `answered` one from them. */
export interface Coverage {
  seats: Seat[];
  filled: number;
  reached: number;
  answered: number;
}

/** The coverage of an account's people; seats stand in the order of the roles, filled ones and gaps alike. */
export function coverageOf(members: readonly Member[]): Coverage {
  const seats = COMMITTEE_ROLES.map((role): Seat => {
    const mine = members.filter((one) => one.role === role);
    return {
      role, members: mine.map(({ id }) => id), reached: mine.filter((one) => one.out || one.in).length,
      candidates: members.filter((one) => one.role === undefined && one.hint === role).map(({ id }) => id),
    };
  });
  return { seats, filled: seats.filter(({ members: mine }) => mine.length > 0).length, reached: members.filter((one) => one.out || one.in).length, answered: members.filter((one) => one.in).length };
}

/** A title to look for, by what it is made of; the texts name it ("VP" + "Sales"). */
export interface WantedTitle {
  seniority?: Seniority;
  department?: Department;
}

/** Titles of people who may fill a gap, the likeliest first, at most four. `buys` as in `roleHint`. */
export function titlesFor(role: CommitteeRole, buys: readonly Department[]): WantedTitle[] {
  const wanted = buys.filter((one) => one !== 'executive').slice(0, 2);
  const each = (seniority: Seniority): WantedTitle[] => (wanted.length ? wanted.map((department) => ({ seniority, department })) : [{ seniority }]);
  switch (role) {
    case 'decision-maker': return [...each('vp'), ...each('head'), { seniority: 'c-level' as const }].slice(0, 4);
    case 'champion': return [...each('head'), ...each('manager')].slice(0, 4);
    case 'influencer': return [...each('manager'), ...each('director')].slice(0, 4);
    case 'gatekeeper': return [{ department: 'procurement' }, { department: 'administration' }, { department: 'legal' }];
    case 'user': return [...each('specialist'), ...each('senior')].slice(0, 4);
  }
}

/** Where somebody with such a title at this company can be looked for; opened by the rep alone. */
export function searchAddress(company: string, title: string): string {
  return `https://www.linkedin.com/search/results/people/?${new URLSearchParams({ keywords: `${company} ${title}`.trim().slice(0, 200) })}`;
}
