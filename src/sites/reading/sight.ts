import { noDraft, type Draft, type DraftField, type DraftFields, type Reading } from '../../domain/draft.ts';
import type { Address, ProfileKey, SiteAddress } from '../../domain/identity.ts';
import { emailKey } from '../../domain/identity.ts';
import { list } from './json-ld.ts';
import { target } from './link.ts';
import { pick, present } from './pick.ts';
import type { SiteReader } from './site.ts';
import { count, fold } from './text.ts';

/** What one place of a page says: about whom, and what. Values are as found; `draftOf` makes them ours. */
export interface Sight {
  /** As in `Reading`: 'json-ld', 'structure', … */
  source: string;
  sure: number;
  /** Said only where the address does not say it: is this a person or a company? */
  page?: 'person' | 'company';
  /** Keys of whom it speaks, stable ids first; none = it does not say. */
  who?: (ProfileKey | null | undefined | false | '')[];
  values: { [field in DraftField]?: unknown };
}

const BODY = /^(structure|microdata|rdfa|text)/;
const NUMBERS: ReadonlySet<string> = new Set(['followers', 'following', 'posts', 'employees', 'founded']);
const LINKS: ReadonlySet<string> = new Set(['websites', 'profiles']);

/** One place to look at; it may find nothing, and may throw. */
export type Look = () => Sight | null | undefined | false | '';

/** A site whose pages are read by looking at several places, the most trusted first. */
export function sighted(address: SiteAddress, looks: (doc: Document, at: Address) => Look[]): SiteReader {
  return {
    address,
    read(doc, url) {
      const at = address.parse(url);
      return (at && draftOf(address.name, at, looks(doc, at))) ?? noDraft(address.name, url.href);
    },
  };
}

/** Keys of one site from names as its pages show them: `@Ada` is `x:ada`; '' of no name. */
export function keyed(site: string): (name: string | undefined) => ProfileKey | '' {
  return (name) => (name ? `${site}:${name.replace(/^@/, '').toLowerCase()}` : '');
}

/**
 * One draft from what several places of a page say: a field is what the first place says that has it.
 * A place that speaks of somebody else than the body, or than the address, is not heard; one that throws costs itself.
 * Null when nobody is named.
 */
export function draftOf(site: string, at: Address, looks: Look[]): Draft | null {
  const seen = looks.flatMap((look) => {
    try {
      const sight = look();
      return sight ? [{ ...sight, who: (sight.who ?? []).filter((key) => !!key) as ProfileKey[] }] : [];
    } catch {
      return [];
    }
  });
  const said = seen.filter((sight) => sight.who.length);
  const speaks = (sight: { who: ProfileKey[] }, of: Set<ProfileKey>): boolean => sight.who.some((key) => of.has(key));
  // one profile has several keys, and one place seldom names them all: what names one of them is believed on the others
  const aliases = (keys: ProfileKey[]): Set<ProfileKey> => {
    const all = new Set(keys);
    for (const sight of [...said, ...said]) if (speaks(sight, all)) sight.who.forEach((key) => all.add(key));
    return all;
  };
  const mine = aliases([at.key]);
  // the head may be left over from the page before; the body is what the reader sees
  const other = said.find((sight) => BODY.test(sight.source) && !speaks(sight, mine));
  const whose = other ? aliases(other.who) : mine;
  const heard = seen.filter((sight) => !sight.who.length || speaks(sight, whose));
  if (said.length && !said.some((sight) => speaks(sight, whose))) return null;
  const agrees = other ? 'no' : said.length ? 'yes' : 'unknown';
  const fields: Partial<Record<DraftField, Reading<unknown>>> = {};
  for (const field of new Set(heard.flatMap((sight) => Object.keys(sight.values) as DraftField[]))) {
    const reading = pick(...heard.map((sight) => [sight.source, sight.sure, () => ours(field, sight.values[field])] as const));
    if (reading) fields[field] = reading;
  }
  if (!fields.name) return null;
  const keys = agrees === 'no' ? [at.key] : [...new Set([at.key, ...heard.flatMap((sight) => sight.who)])];
  const page = heard.find((sight) => sight.page)?.page ?? (at.kind === 'company' ? 'company' : 'person');
  return { page, site, url: at.url, keys, agrees, fields: present<DraftFields>(fields as DraftFields) };
}

function ours(field: DraftField, value: unknown): unknown {
  if (NUMBERS.has(field)) return typeof value === 'number' ? value : typeof value === 'string' ? count(value) : null;
  if (LINKS.has(field)) return unique(strings(value).map((one) => target(one)));
  if (field === 'emails') return unique(strings(value).map((one) => emailKey(one)?.slice('email:'.length)));
  if (field === 'phones') return unique(strings(value).map(fold));
  if (field === 'experience') return value;
  if (field === 'handle') return fold(strings(value)[0]).replace(/^@/, '');
  if (field === 'about') return strings(value)[0]?.split('\n').map(fold).join('\n').trim();
  return fold(strings(value)[0]);
}

function strings(value: unknown): string[] {
  return list(value).filter((one) => typeof one === 'string');
}

function unique(values: (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => !!value))] as string[];
}
