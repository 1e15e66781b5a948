import { matchCompanies, readyCompany, type ReadyCompany } from '../company-match.ts';
import { placeOf } from '../place.ts';
import type { Prospect } from '../prospect.ts';
import { parseTitle } from '../title.ts';
import { plain } from '../word.ts';
import { linksIn } from './link.ts';
import { bareAddress, phoneMark, pictureOf } from './mark.ts';
import { readyName, type ReadyName } from './person-name.ts';

/** What is looked at to tell whether two people are one. */
export interface PersonFacts {
  id: string;
  shown: string;
  name: ReadyName;
  company: ReadyCompany | null;
  accountId: string;
  /** Companies of before: experience, and what a visit saw change. */
  past: readonly ReadyCompany[];
  /** The first part of the location, folded; and all that it says. */
  city: string;
  location: string;
  countries: readonly string[];
  title: string;
  departments: readonly string[];
  emails: readonly string[];
  phones: readonly { shown: string; digits: number }[];
  picture: string;
  /** Their names on sites: site, handle. */
  handles: readonly { site: string; handle: string }[];
  /** Sites that know them under one address each: site and kind of address, and the address. */
  pages: ReadonlyMap<string, ReadonlySet<string>>;
  profiles: readonly string[];
  links: readonly string[];
  pronoun: string;
  notSame: readonly string[];
}

const MOST_PAST = 12;

/** What of somebody is looked at. Costs some tens of microseconds: keep it while many are compared. */
export function factsOfPerson({ id, keys, fields, suggestions, accountId = '', signals, notSame = [] }: Prospect): PersonFacts {
  const shown = fields.name?.value ?? '';
  const current = fields.company?.value ?? '';
  const location = fields.location?.value ?? '';
  const title = fields.title?.value ?? '';
  const past = [...(fields.experience?.value ?? []).map(({ company }) => company), ...(signals ?? []).filter(({ field }) => field === 'company').flatMap(({ from, to }) => [from, to]), suggestions.company?.value]
    .filter((one): one is string => !!one?.trim() && one !== current);
  const place = placeOf(location);
  return {
    id, shown, name: readyName(shown), accountId, notSame, title: plain(title).trim(), location,
    company: current.trim() ? companyOf(current) : null, past: [...new Set(past)].slice(0, MOST_PAST).map(companyOf),
    city: plain(location.split(/[,·|]/)[0]!.replace(/\b(?:greater|metropolitan|area|region|und umgebung)\b/gi, ' ')).replace(/\s+/g, ' ').trim(), countries: place.countries, departments: title ? parseTitle(title).departments : [],
    emails: [...new Set([...fields.emails?.value ?? [], ...keys.filter((key) => key.startsWith('email:')).map((key) => key.slice(6))].map((one) => one.trim().toLowerCase()))],
    phones: (fields.phones?.value ?? []).map((one) => ({ shown: one, digits: phoneMark(one) })).filter(({ digits }) => digits > 0),
    picture: pictureOf(fields.avatar?.value), handles: handlesOf(keys, fields.handle?.value), pages: pagesOf(keys),
    profiles: (fields.profiles?.value ?? []).map(bareAddress), links: [...new Set(linksIn([fields.about?.value, fields.headline?.value, ...fields.websites?.value ?? []]).map(bareAddress))],
    pronoun: plain(fields.pronouns?.value ?? '').split(/[^a-z]+/).find((word) => word === 'he' || word === 'she') ?? '',
  };
}

/** Are these two companies one, as far as their names tell? */
export function isSameCompany(a: ReadyCompany, b: ReadyCompany): boolean {
  return matchCompanies(a, b) !== null;
}

function companyOf(name: string): ReadyCompany {
  return readyCompany({ name, domains: [], location: '', keys: [] });
}

/** Names on sites where people pick one; what a site numbers by itself says nothing. */
function handlesOf(keys: readonly string[], handle: string | undefined): PersonFacts['handles'] {
  const found = keys.filter((key) => !/^(?:email|web|domain|company):/.test(key)).map((key) => ({ site: key.slice(0, key.indexOf(':')), handle: handleOf(key.slice(key.lastIndexOf(key.includes('/') ? '/' : ':') + 1)) }));
  const own = handleOf(handle ?? '');
  return [...found, ...own && !found.some((one) => one.handle === own) ? [{ site: '', handle: own }] : []].filter((one) => one.handle.length >= 5 && !/^\d+$/.test(one.handle) && !/^ac[ow]aa/.test(one.handle));
}

/** A handle as it is compared: case, dots and dashes are what people put in when the plain one is taken; a number that a site adds is none of it. */
export function handleOf(name: string): string {
  return name.toLowerCase().replace(/^@/, '').replace(/-(?=[0-9a-f]*\d)[0-9a-f]{5,}$/, '').replace(/[^\p{L}\p{N}]/gu, '');
}

function pagesOf(keys: readonly string[]): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>();
  for (const key of keys) {
    if (/^(?:email|web|domain|company):/.test(key)) continue;
    const slash = key.indexOf('/');
    const kind = slash < 0 ? key.slice(0, key.indexOf(':')) : key.slice(0, slash);
    pages.set(kind, (pages.get(kind) ?? new Set()).add(key));
  }
  return pages;
}
