import type { PersonFacts } from './person-facts.ts';
import { handleOf, isSameCompany } from './person-facts.ts';
import { compareNames, heard, type NameLikeness, type ReadyName } from './person-name.ts';

export const FOR_CODES = ['name-same', 'name-spelling', 'name-order', 'name-nickname', 'name-middle', 'name-initial', 'name-typing', 'name-part', 'name-family-changed', 'name-first-only', 'same-company', 'past-company', 'same-place', 'same-title', 'same-email', 'same-mailbox', 'same-phone', 'same-handle', 'same-picture', 'linked'] as const;
export const AGAINST_CODES = ['two-pages', 'two-mailboxes', 'pronouns', 'generation', 'other-company', 'other-place', 'other-work'] as const;

/** One thing that speaks for or against, with the text of each that shows it. */
export interface Evidence {
  code: (typeof FOR_CODES)[number] | (typeof AGAINST_CODES)[number];
  a: string;
  b: string;
  /** Above 0 speaks for one person, below 0 against. */
  weight: number;
}

/** Two people who may be one: a suggestion, never a verdict. `sure` 0.5..0.97; the strongest evidence first. */
export interface Suspicion {
  sure: number;
  evidence: Evidence[];
}

/** Weights that add up to less are not worth a question. */
export const WORTH = 5.5;
/** From here it is likely. */
export const LIKELY = 0.75;

const NAME: Readonly<Record<NameLikeness, number>> = { same: 4, spelling: 3.5, order: 3.5, nickname: 3.2, middle: 3, initial: 2.5, typing: 2.5, part: 2.5, 'family-changed': 0.2, 'first-only': 0.5, unknown: 0 };
const FREE_MAIL = /@(?:g(?:oogle)?mail|outlook|hotmail|live|yahoo|icloud|me|mac|gmx|web|t-online|mail|proton(?:mail)?|pm|aol|yandex|qq|163|fastmail|hey|posteo)\.[a-z.]+$/;
const NOBODYS = /^(?:info|contact|kontakt|hello|hallo|sales|office|support|team|mail|post|admin|service|jobs|hr|press|marketing|noreply|no-reply|buero|welcome|enquiries)$/;

/** How alike two names are by weight; -Infinity when they are two people's. What columns tell is weighed with the same numbers. */
export function nameWeight(a: ReadyName, b: ReadyName): number {
  const likeness = compareNames(a, b);
  return likeness === null ? -Infinity : NAME[likeness];
}

/** May these two be one person? Null when too little speaks for it, or the rep has said that they are two. The same whichever comes first. */
export function suspect(a: PersonFacts, b: PersonFacts): Suspicion | null {
  if (a.notSame.includes(b.id) || b.notSame.includes(a.id)) return null;
  const likeness = compareNames(a.name, b.name);
  if (likeness === null) return null;
  const evidence: Evidence[] = [];
  const add = (code: Evidence['code'], weight: number, of: string, other: string): void => void evidence.push({ code, a: of, b: other, weight });
  const isNamed = NAME[likeness] >= 2;
  if (likeness !== 'unknown') add(`name-${likeness}`, NAME[likeness], a.shown, b.shown);
  if (!a.name.generation !== !b.name.generation) add('generation', -2.5, a.shown, b.shown);
  const { email, mailbox, apart } = mails(a, b);
  if (email) add('same-email', 6, email, email);
  const phone = a.phones.find(({ digits }) => b.phones.some((one) => one.digits === digits));
  const otherPhone = phone && b.phones.find(({ digits }) => digits === phone.digits);
  // colleagues and families share one
  if (phone && otherPhone) add('same-phone', isNamed ? 4 : 1, phone.shown, otherPhone.shown);
  if (a.picture && a.picture === b.picture) add('same-picture', 4, a.picture, b.picture);
  const link = linkOf(a, b) ?? linkOf(b, a);
  if (link) add('linked', 5.5, link, link);
  const handle = a.handles.find((one) => b.handles.some((other) => other.handle === one.handle && other.site !== one.site));
  if (handle) add('same-handle', isMadeOf(handle.handle, a.name) || isMadeOf(handle.handle, b.name) ? (isNamed ? 1.6 : 3) : 4, handle.handle, handle.handle);
  if (mailbox && isNamed) add('same-mailbox', mailbox.isOwn ? 3 : 1.6, mailbox.a, mailbox.b);
  weighCompany(a, b, add);
  weighWork(a, b, add);
  if (apart) add('two-mailboxes', -5, apart.a, apart.b);
  for (const [kind, mine] of a.pages) {
    const theirs = b.pages.get(kind);
    if (theirs && ![...mine].some((one) => theirs.has(one))) add('two-pages', kind === 'linkedin:in' ? -6 : /^linkedin:/.test(kind) ? 0 : -3, [...mine][0]!, [...theirs][0]!);
  }
  if (a.pronoun && b.pronoun && a.pronoun !== b.pronoun) add('pronouns', -5, a.pronoun, b.pronoun);
  const sum = evidence.reduce((all, { weight }) => all + weight, 0);
  if (sum < WORTH) return null;
  return { sure: Math.round(Math.min(0.97, 0.5 + (sum - WORTH) / 12) * 100) / 100, evidence: evidence.filter(({ weight }) => weight !== 0).toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.code < y.code ? -1 : 1)) };
}

/** The same seen from the other side. */
export function turned({ sure, evidence }: Suspicion): Suspicion {
  return { sure, evidence: evidence.map(({ code, a, b, weight }) => ({ code, a: b, b: a, weight })) };
}

type Add = (code: Evidence['code'], weight: number, a: string, b: string) => void;

function weighCompany(a: PersonFacts, b: PersonFacts, add: Add): void {
  const [one, other] = [a.company?.facts.name ?? '', b.company?.facts.name ?? ''];
  if ((a.accountId && a.accountId === b.accountId) || (a.company && b.company && isSameCompany(a.company, b.company))) {
    add('same-company', 3, one || other, other || one);
    return;
  }
  const before = b.company && a.past.find((past) => isSameCompany(past, b.company!));
  const after = a.company && b.past.find((past) => isSameCompany(past, a.company!));
  if (before) add('past-company', 3, before.facts.name, other);
  else if (after) add('past-company', 3, one, after.facts.name);
  else if (a.company && b.company) add('other-company', -1.5, one, other);
}

function weighWork(a: PersonFacts, b: PersonFacts, add: Add): void {
  if (a.city && a.city === b.city) add('same-place', 1, a.location, b.location);
  else if (a.countries.length && b.countries.length && !a.countries.some((one) => b.countries.includes(one))) add('other-place', -2, a.location, b.location);
  else if (a.city && b.city && !a.city.includes(b.city) && !b.city.includes(a.city) && !a.countries.some((one) => plainCountry(one, b.city))) add('other-place', -0.75, a.location, b.location);
  if (a.title && a.title === b.title) add('same-title', 1, a.title, b.title);
  else if (a.departments.length && b.departments.length && !a.departments.some((one) => b.departments.includes(one))) add('other-work', -1, a.title, b.title);
}

function plainCountry(country: string, city: string): boolean {
  return country.toLowerCase() === city;
}

/** What their e-mail addresses say: one in common; one name at two hosts; two names at one host that are not two ways to write one name. */
function mails(a: PersonFacts, b: PersonFacts): { email?: string; mailbox?: { a: string; b: string; isOwn: boolean }; apart?: { a: string; b: string } } {
  const email = a.emails.find((one) => b.emails.includes(one) && !NOBODYS.test(one.split('@')[0]!));
  if (email) return { email };
  let mailbox: { a: string; b: string; isOwn: boolean } | undefined;
  let apart: { a: string; b: string } | undefined;
  for (const one of a.emails) {
    for (const other of b.emails) {
      const [[mine, here], [theirs, there]] = [one.split('@') as [string, string], other.split('@') as [string, string]];
      if (NOBODYS.test(mine) || NOBODYS.test(theirs)) continue;
      if (here === there) {
        if (isTwo(a, b, mine, theirs)) apart = { a: one, b: other };
      } else if (handleOf(bareBox(mine)) === handleOf(bareBox(theirs)) && handleOf(mine).length >= 4) {
        // at two firms that write addresses alike, people of one name have one mailbox name
        const isOwn = FREE_MAIL.test(one) || FREE_MAIL.test(other) || !isMadeOf(handleOf(bareBox(mine)), a.name);
        if (!mailbox || isOwn) mailbox = { a: one, b: other, isOwn };
      }
    }
  }
  return { ...(mailbox ? { mailbox } : {}), ...(apart ? { apart } : {}) };
}

function isTwo(a: PersonFacts, b: PersonFacts, mine: string, theirs: string): boolean {
  if (handleOf(bareBox(mine)) === handleOf(bareBox(theirs))) return false;
  const isName = (box: string): boolean => [a, b].some(({ name }) => isMadeOf(handleOf(bareBox(box)), name));
  return !(isName(mine) && isName(theirs));
}

function bareBox(name: string): string {
  return name.replace(/\+.*$/, '');
}

/** Is this only the name: first and family name, in any order, whole or as a letter? */
function isMadeOf(handle: string, { given, family, families, middle }: ReadyName): boolean {
  const word = heard(handle);
  if (!given || !family) return word === given || word === family;
  const all = [family, ...families];
  const firsts = [given, given[0]!, ...middle.flatMap((one) => [given + one[0]!, given[0]! + one[0]!])];
  return word === given || all.some((last) => word === last || firsts.some((first) => word === heard(first + last) || word === heard(last + first)) || word === heard(given + last[0]!));
}

/** A profile of theirs that the other one names as well. */
function linkOf(a: PersonFacts, b: PersonFacts): string | undefined {
  return a.profiles.find((one) => b.profiles.includes(one) || b.links.includes(one));
}
