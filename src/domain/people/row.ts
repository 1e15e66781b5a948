import type { Account } from '../account.ts';
import type { FollowUp, Note, Touch } from '../activity.ts';
import { linksIn } from '../duplicate/link.ts';
import { addressesMark, companiesMark, phoneMark, pictureMark } from '../duplicate/mark.ts';
import { heatOf } from '../engagement.ts';
import { packOpen } from './open.ts';
import { unanswered } from '../touch.ts';
import { signalHeat } from '../priority.ts';
import { BANT_PARTS, BANT_STATES, PRIORITIES, QUALIFIED_STEPS, type Bant } from '../qualification.ts';
import type { Prospect, Stage } from '../prospect.ts';
import { inputOf } from '../score-input.ts';
import { CUT, MAX_TEXT, presentOf, roleOf } from '../score/reading.ts';
import { DEPARTMENTS, SENIORITIES } from '../title.ts';
import { fold } from '../word.ts';
import { tokensOf } from './token.ts';

/** Notes of one person that are searched, and letters of their words. */
const NOTES = 20, NOTED = 1_000;

/** What hangs on a prospect and goes into its line. */
export interface Around {
  account?: Account | undefined;
  followUps: readonly FollowUp[];
  touches: readonly Touch[];
  notes?: readonly Note[];
}

/** One person as lists, segments and scores see them. Absent texts are '', absent sets are empty, absent numbers are 0 unless said otherwise. */
export interface PersonRow {
  id: string;
  name: string;
  headline: string;
  title: string;
  company: string;
  location: string;
  industry: string;
  /** Folded (see word.ts): it is only searched, and held once. */
  about: string;
  /** The words of their notes, each once, the latest note first: searched, and shown nowhere. */
  notes: string;
  /** As the account says them: texts that are bands. */
  headcount: string;
  revenue: string;
  model: string;
  /** The person's and the account's own fields, as JSON. */
  custom: string;
  stage: Stage;
  kind: Prospect['kind'];
  leadSource: string;
  campaign: string;
  accountId: string;
  /** Chosen by the rep; '' = suggested. */
  icpId: string;
  personaId: string;
  committee: string;
  lead: string;
  channel: string;
  aside: string;
  /** The import that brought them in; '' = none. */
  importId: string;
  /** Their open follow-ups: see open.ts. */
  open: string;
  tags: string[];
  lists: string[];
  tech: string[];
  /** Kinds of the open signals. */
  signals: string[];
  /** Ways to reach them that are known: email, phone, website, profile. */
  reach: string[];
  createdAt: number;
  updatedAt: number;
  /** Epoch ms of the next open follow-up; 0 = none. */
  nextDue: number;
  /** See engagement.ts; -Infinity = nothing ever came in. */
  heat: number;
  /** The same of the open signals: see priority.ts. */
  signalHeat: number;
  touches: number;
  lastTouch: number;
  lastIn: number;
  /** Asks since they last answered. */
  unanswered: number;
  /** Since when they are not to be contacted; 0 = they may be. */
  doNotContact: number;
  /** The four answers, two bits each from the lowest, in the order of BANT_PARTS: 0 unknown, 1 no, 2 partly, 3 yes. */
  bant: number;
  /** 1..4 = P1..P4 by the rep's word; 0 = as computed. */
  priority: number;
  /** -1 = not known. */
  dealValue: number;
  lifetimeValue: number;
  /** The highest step of qualification that was reached, 1..3; and when. */
  qualified: number;
  qualifiedAt: number;
  /** When somebody who is aside is looked at again. */
  resumeAt: number;
  tier: number;
  /** The fit as it is marked on the prospect, 0..100; -1 = not scored. Enough to begin with: who needs it exactly scores the columns. */
  fitMark: number;
  /** What the title, completed by the headline, says: a bit for each of SENIORITIES and of DEPARTMENTS. */
  seniorities: number;
  departments: number;
  /** What finds out who may be the same person: see duplicate/mark.ts. */
  phone: number;
  picture: number;
  pastCompanies: number;
  addresses: number;
  /** By what right; '' = the book's own. And until when they are kept on purpose; 0 = as long as all. */
  lawful: string;
  keepUntil: number;
}

export const TEXT_COLUMNS = [
  'name', 'headline', 'title', 'company', 'location', 'industry', 'about', 'notes', 'headcount', 'revenue', 'model', 'custom', 'stage', 'kind', 'leadSource', 'campaign', 'accountId', 'icpId', 'personaId', 'committee', 'lead', 'channel', 'aside', 'importId', 'open', 'lawful',
] as const satisfies readonly (keyof PersonRow)[];
export const SET_COLUMNS = ['tags', 'lists', 'tech', 'signals', 'reach'] as const satisfies readonly (keyof PersonRow)[];
export const NUMBER_COLUMNS = [
  'createdAt', 'updatedAt', 'nextDue', 'heat', 'signalHeat', 'touches', 'lastTouch', 'lastIn', 'unanswered', 'doNotContact', 'bant', 'priority', 'dealValue', 'lifetimeValue', 'qualified', 'qualifiedAt', 'resumeAt', 'tier', 'fitMark', 'seniorities', 'departments', 'phone', 'picture', 'pastCompanies', 'addresses', 'keepUntil',
] as const satisfies readonly (keyof PersonRow)[];

export type TextColumn = (typeof TEXT_COLUMNS)[number];
export type SetColumn = (typeof SET_COLUMNS)[number];
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];

/** The line of a prospect. Texts are cut where the score cuts them. */
export function personRow(prospect: Prospect, { account, followUps, touches, notes = [] }: Around): PersonRow {
  const { fields } = prospect;
  const input = inputOf(prospect, account);
  // a cut may go through the middle of a character
  const cut = (text: string | undefined): string => (text ?? '').slice(0, CUT).toWellFormed();
  const { parsed } = roleOf(input.title ?? '', presentOf(input.headline ?? ''));
  const open = followUps.filter(({ open: state }) => state === 1).map(({ dueAt }) => dueAt);
  const step = prospect.qualified?.toSorted((a, b) => QUALIFIED_STEPS.indexOf(b.step) - QUALIFIED_STEPS.indexOf(a.step))[0];
  const latest = (some: readonly Touch[]): number => some.reduce((last, { at }) => Math.max(last, at), 0);
  return {
    id: prospect.id,
    name: cut(input.name), headline: cut(input.headline), title: cut(input.title), company: cut(input.company), location: cut(input.location), industry: cut(input.industry),
    about: fold((input.about ?? '').slice(0, MAX_TEXT)).toWellFormed(), notes: notedWords(notes), headcount: cut(input.headcount), revenue: cut(input.revenue), model: cut(input.model),
    custom: input.custom ? JSON.stringify(input.custom).toWellFormed() : '',
    stage: prospect.stage, kind: prospect.kind, leadSource: cut(prospect.leadSource), campaign: cut(prospect.campaign), accountId: prospect.accountId ?? '',
    icpId: prospect.icpId ?? '', personaId: prospect.personaId ?? '', committee: prospect.committee ?? '', lead: prospect.lead?.state ?? '', channel: prospect.preferredChannel ?? '', aside: prospect.aside?.reason ?? '', importId: prospect.importId ?? '',
    open: packOpen(followUps),
    tags: prospect.tags, lists: prospect.lists, tech: input.tech ?? [],
    signals: [...new Set((prospect.signals ?? []).filter(({ state }) => state === 'open').map(({ kind }) => kind))],
    reach: ([['email', fields.emails], ['phone', fields.phones], ['website', fields.websites], ['profile', fields.profiles]] as const).filter(([, field]) => field?.value.length).map(([name]) => name),
    createdAt: prospect.createdAt, updatedAt: prospect.updatedAt,
    nextDue: open.length ? Math.min(...open) : 0,
    heat: heatOf(touches), signalHeat: signalHeat(prospect.signals), touches: touches.length, lastTouch: latest(touches), lastIn: latest(touches.filter(({ direction }) => direction === 'in')), unanswered: unanswered(touches).count,
    // a flag without a good time is still a flag
    doNotContact: prospect.doNotContact ? prospect.doNotContact.at || 1 : 0,
    bant: packBant(prospect.bant), priority: prospect.priority ? PRIORITIES.indexOf(prospect.priority.level) + 1 : 0,
    dealValue: prospect.dealValue ?? -1, lifetimeValue: prospect.lifetimeValue ?? -1,
    qualified: step ? QUALIFIED_STEPS.indexOf(step.step) + 1 : 0, qualifiedAt: step?.at ?? 0,
    resumeAt: prospect.aside?.resumeAt ?? 0, tier: account?.tier ?? 0, fitMark: prospect.fit?.fit ?? -1, seniorities: bitsOf(SENIORITIES, parsed.seniorities), departments: bitsOf(DEPARTMENTS, parsed.departments),
    phone: phoneMark(fields.phones?.value[0]), picture: pictureMark(fields.avatar?.value), ...marksOf(prospect), lawful: prospect.lawful?.basis ?? '', keepUntil: prospect.lawful?.keepUntil ?? 0,
  };
}

/** The words of notes, each once, the latest note first. */
function notedWords(notes: readonly Note[]): string {
  if (notes.length === 0) return '';
  const latest = notes.toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)).slice(0, NOTES);
  return [...new Set(latest.flatMap(({ text }) => tokensOf(text.slice(0, MAX_TEXT))))].join(' ').slice(0, NOTED).toWellFormed();
}

/** Companies of before, and addresses that they name as theirs. */
function marksOf({ fields, suggestions, signals }: Prospect): Pick<PersonRow, 'pastCompanies' | 'addresses'> {
  const past = [...(fields.experience?.value ?? []).map(({ company }) => company), ...(signals ?? []).filter(({ field }) => field === 'company').flatMap(({ from, to }) => [from, to]), suggestions.company?.value];
  const links = linksIn([fields.about?.value, fields.headline?.value, ...fields.websites?.value ?? []]);
  return { pastCompanies: companiesMark(past.filter((one) => one !== undefined).slice(0, 12)), addresses: addressesMark([...fields.profiles?.value ?? [], ...links].slice(0, 12)) };
}

/** The four answers as one number: see PersonRow. */
export function packBant(bant: Bant | undefined): number {
  return BANT_PARTS.reduce((bits, part, at) => bits | ((BANT_STATES.indexOf(bant?.[part]?.state as 'no') + 1) << (2 * at)), 0);
}

/** The answers that `packBant` packed; their evidence is not among them. */
export function unpackBant(bits: number): Bant {
  return Object.fromEntries(BANT_PARTS.flatMap((part, at) => {
    const state = BANT_STATES[((bits >>> (2 * at)) & 3) - 1];
    return state ? [[part, { state, evidence: '', at: 0 }]] : [];
  }));
}

/** A bit for each of these names that is among all of them. */
export function bitsOf<T extends string>(all: readonly T[], names: readonly T[]): number {
  return names.reduce((bits, name) => bits | (1 << all.indexOf(name)), 0);
}
