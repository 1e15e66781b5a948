import { companyDomain } from './company-domain.ts';
import { companyName, labelOf, type CompanyName } from './company-name.ts';

/** What is known of a company that may be another one. */
export interface CompanyFacts {
  name: string;
  /** Its own domains and web addresses. */
  domains: readonly string[];
  location: string;
  /** Identities (see ProfileKey); of those on one site, two different ones speak against. */
  keys: readonly string[];
}

/** Why two companies may be one: what agrees, with the text of each that shows it. */
export interface MatchReason {
  code: 'same-domain' | 'same-name' | 'legal-form' | 'spelling' | 'typing' | 'group' | 'branch' | 'domain-name' | 'same-label' | 'same-place';
  a: string;
  b: string;
}

/** A suggestion, never a verdict. `sure` 0.6..0.97; at least one reason. */
export interface CompanyMatch {
  sure: number;
  reasons: MatchReason[];
}

/** A company made ready to be compared with many. */
export interface ReadyCompany {
  facts: CompanyFacts;
  name: CompanyName;
  domains: readonly string[];
  labels: readonly string[];
}

/** Below this a likeness is not worth a question. */
export const SUGGEST_FROM = 0.6;
/** Where many companies have a page or a mailbox: such a domain is nobody's own. */
const HOSTS = new Set(('linkedin.com facebook.com instagram.com x.com twitter.com youtube.com tiktok.com xing.com medium.com github.com gitlab.com crunchbase.com wellfound.com google.com goo.gl linktr.ee bit.ly '
  + 'wordpress.com wixsite.com wix.com squarespace.com weebly.com blogspot.com jimdo.com jimdofree.com webflow.io shopify.com myshopify.com notion.site notion.so carrd.co substack.com '
  + 'gmail.com outlook.com hotmail.com yahoo.com icloud.com gmx.de gmx.net web.de t-online.de mail.ru yandex.ru qq.com 163.com proton.me').split(' '));
/** What is put around a name to find a free domain. */
const AROUND = /^(?:get|try|go|my|the|use|join|we-are|weare|hello)-?|-?(?:group|gruppe|holding|hq|app|online|inc|gmbh|ag|ltd|llc|corp|global|international|de|eu|uk|us|usa)$/g;

/** Takes a company apart once, so that comparing it with many is quick. */
export function readyCompany(facts: CompanyFacts): ReadyCompany {
  const name = companyName(facts.name);
  const domains = [...new Set([name.domain, ...facts.domains.map((one) => companyDomain(one))].filter((one) => one !== null && !HOSTS.has(one)))] as string[];
  return { facts, name, domains, labels: [...new Set(domains.map(labelOf))] };
}

/** Texts of which two companies that may be one share at least one; for looking up whom to compare at all. */
export function blockingKeys({ name, domains, labels }: ReadyCompany): string[] {
  const names = [name.joined, name.expanded, name.stem, name.stemExpanded].filter((one) => one !== '');
  const keys = new Set<string>([...names, ...domains.map((one) => `@${one}`), ...labels.flatMap((one) => [closed(one), closed(bare(one))])]);
  // one slip of the finger leaves one of the ends as it was
  if (name.joined.length >= TYPO_FROM && name.core.some((word) => word.length >= 7)) for (const end of [`^${name.joined.slice(0, 6)}`, `$${name.joined.slice(-6)}`]) keys.add(`${end}${name.core.length}`);
  keys.delete('');
  return [...keys];
}

/** May these two be one company? Null when nothing speaks for it, or more against it. The same whichever comes first. */
export function matchCompanies(a: ReadyCompany, b: ReadyCompany): CompanyMatch | null {
  const reasons: MatchReason[] = [];
  let sure = 0;
  const because = (code: MatchReason['code'], by: number, of = a.facts.name, other = b.facts.name): void => {
    reasons.push({ code, a: of, b: other });
    sure = Math.max(sure, by);
  };
  const named = likeness(a.name, b.name);
  const common = a.domains.find((one) => b.domains.includes(one));
  if (common !== undefined) because('same-domain', named || shareWord(a.name, b.name) ? 0.95 : 0.7, common, common);
  if (named) because(named.code, named.sure);
  if (common === undefined) {
    for (const [one, other] of [[a, b], [b, a]] as const) {
      const label = named ? undefined : one.labels.find((some) => isNameOf(some, one, other));
      if (label !== undefined) because('domain-name', 0.68, ...(one === a ? [one.domains[0]!, b.facts.name] as const : [a.facts.name, one.domains[0]!] as const));
    }
    if (reasons.length === 0) return null;
    sure += domainsSay(a, b, reasons);
    if (pagesDiffer(a, b)) sure -= 0.35;
  }
  const [mine, others] = [placeOf(a), placeOf(b)];
  if (mine && mine === others) {
    reasons.push({ code: 'same-place', a: a.facts.location, b: b.facts.location });
    sure += 0.12;
  }
  return sure >= SUGGEST_FROM - 1e-9 ? { sure: Math.min(0.97, Math.round(sure * 100) / 100), reasons } : null;
}

const TYPO_FROM = 9;

/** How alike two names are; null when they are names of two companies as far as names can tell. */
function likeness(a: CompanyName, b: CompanyName): { code: MatchReason['code']; sure: number } | null {
  if (a.joined === '' || b.joined === '') return null;
  const distinct = a.isDistinct && b.isDistinct;
  const same = (x: string, xx: string, y: string, yy: string): boolean => x === y || x === yy || xx === y;
  if (a.joined === b.joined) {
    if (a.whole === b.whole) return { code: 'same-name', sure: distinct ? 0.92 : 0.7 };
    if (a.core.length === b.core.length && a.core.every((word, at) => word === b.core[at])) return { code: 'legal-form', sure: weighed(a, b, distinct) };
  }
  if (same(a.joined, a.expanded, b.joined, b.expanded)) return { code: 'spelling', sure: weighed(a, b, distinct) - 0.05 };
  if (!distinct) return null;
  if (same(a.stem, a.stemExpanded, b.stem, b.stemExpanded)) {
    // the German and the French company of one name are two
    if (a.countries.length && b.countries.length && !a.countries.some((one) => b.countries.includes(one))) return null;
    return a.countries.join() === b.countries.join() ? { code: 'group', sure: 0.7 } : { code: 'branch', sure: 0.66 };
  }
  return isTypo(a, b) ? { code: 'typing', sure: 0.64 } : null;
}

/** One without a form, or both with one form: nearly sure. Two forms are two companies in law, and one in the rep's eyes more often than not. */
function weighed(a: CompanyName, b: CompanyName, distinct: boolean): number {
  if (a.form === b.form) return distinct ? 0.9 : 0.62;
  if (a.form === '' || b.form === '') return distinct ? 0.86 : 0.5;
  return distinct ? 0.76 : 0.42;
}

/** One letter more, less, other or two in the wrong order, in one long word that begins alike; digits are never a slip. */
function isTypo(a: CompanyName, b: CompanyName): boolean {
  if (a.core.length !== b.core.length || a.joined.length < TYPO_FROM) return false;
  const apart = a.core.flatMap((word, at) => (word === b.core[at] ? [] : [[word, b.core[at]!] as const]));
  if (apart.length !== 1) return false;
  const [x, y] = apart[0]!;
  return Math.min(x.length, y.length) >= 8 && x[0] === y[0] && !/\d/.test(x + y) && isOneSlip(x, y);
}

function isOneSlip(x: string, y: string): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  if (long.length > short.length) return short.slice(from) === long.slice(from + 1);
  return short.slice(from + 1) === long.slice(from + 1) || (short[from] === long[from + 1] && short[from + 1] === long[from] && short.slice(from + 2) === long.slice(from + 2));
}

function shareWord(a: CompanyName, b: CompanyName): boolean {
  return a.core.some((word) => word.length > 2 && b.core.includes(word));
}

/** Is this label of `one`'s domain what `other` is called? "acme.example" and "Acme", unless `one` is called something else that its domain says as well. */
function isNameOf(label: string, one: ReadyCompany, other: ReadyCompany): boolean {
  const plain = closed(label);
  if (plain.length < 3 || !other.name.isDistinct || (plain !== other.name.joined && plain !== other.name.expanded)) return false;
  const own = one.name;
  // a name that is not in its own domain: the initials are, or it goes by another name
  return own.joined === '' || own.core.length < 2 ? plain.length >= 5 || own.joined === '' : plain === own.core.map((word) => word[0]).join('') || (plain.length >= 5 && !own.core.includes(plain));
}

/** What two domains of two companies say: the same name under two endings is for, two names of which one is not the company's is against. */
function domainsSay(a: ReadyCompany, b: ReadyCompany, reasons: MatchReason[]): number {
  if (a.labels.length === 0 || b.labels.length === 0) return 0;
  for (const [at, label] of a.labels.entries()) {
    const other = b.labels.findIndex((one) => closed(bare(one)) === closed(bare(label)));
    if (other < 0) continue;
    reasons.push({ code: 'same-label', a: a.domains[at]!, b: b.domains[other]! });
    return 0.12;
  }
  const speaks = ({ labels, name }: ReadyCompany): boolean => labels.map((one) => closed(bare(one))).some((one) => one.length > 3 && (name.stem.startsWith(one) || name.stemExpanded.startsWith(one)));
  return speaks(a) && speaks(b) ? -0.08 : -0.4;
}

/** Does one site know them under two addresses? A number and a name may be one page. */
function pagesDiffer(a: ReadyCompany, b: ReadyCompany): boolean {
  const pages = ({ facts }: ReadyCompany): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const key of facts.keys) {
      const at = key.indexOf('/');
      if (at < 0 || /^(?:company|domain|web|email):/.test(key)) continue;
      found.set(key.slice(0, at), [...(found.get(key.slice(0, at)) ?? []), key.slice(at + 1)]);
    }
    return found;
  };
  const others = pages(b);
  return [...pages(a)].some(([site, mine]) => {
    const theirs = others.get(site);
    return theirs !== undefined && !mine.some((one) => theirs.includes(one)) && mine.some((one) => theirs.some((other) => /^\d+$/.test(one) === /^\d+$/.test(other)));
  });
}

function placeOf({ facts }: ReadyCompany): string {
  return (facts.location.split(',')[0] ?? '').trim().toLowerCase();
}

function closed(label: string): string {
  return label.replace(/-/g, '');
}

function bare(label: string): string {
  return label.replace(AROUND, '') || label;
}
