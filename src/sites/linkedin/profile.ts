import { noDraft, type Draft, type DraftFields, type Reading } from '../../domain/draft.ts';
import type { Address, ProfileKey } from '../../domain/identity.ts';
import { pick, present } from '../reading/pick.ts';
import { fold } from '../reading/text.ts';
import { keyOf } from './element.ts';
import type { Position } from './position.ts';

/** Fields as a layout finds them; undefined = not found. */
export type Found = { [K in keyof DraftFields]?: DraftFields[K] | undefined };

/** Readings of one source: each find stands alone, and what finds nothing is left out, so that a surer source can be spread over it. */
export function readings(source: string, sure: number, finds: { [K in keyof DraftFields]?: () => NonNullable<DraftFields[K]>['value'] | null | undefined }): Found {
  return present(Object.fromEntries(Object.entries(finds).map(([name, find]) => [name, pick([source, sure, find as () => unknown])])));
}

/** What one layout shows of one person. */
export interface Seen {
  /** Where the page itself says it is: the person's own links. */
  own: (string | null | undefined)[];
  /** Stable ids the page shows for this very person. */
  ids?: (ProfileKey | null | undefined | false | '')[];
  fields: Found;
  /** The one affiliation of a top card that does not say whether it is a company or a school. */
  affiliation?: string | undefined;
  positions: Position[];
  /** All lines of the education section. */
  schools?: string[];
}

/** A name as written, without pronouns; those stand in brackets behind it or, at other times, in a line of their own. */
export function splitName(shownName: string): { name: string; pronouns?: string } {
  const found = /^(.+?)\s*\(\s*([\p{L}.]{1,12}(?:\s?\/\s?[\p{L}.]{1,12}){1,3})\s*\)$/u.exec(shownName);
  return found ? { name: found[1]!, pronouns: found[2]! } : { name: shownName };
}

export const PRONOUNS = /^\(?\s*([\p{L}.]{1,12}(?:\s?\/\s?[\p{L}.]{1,12}){1,3})\s*\)?$/u;

/** "(19) Experience | Ada Example | LinkedIn" -> "Ada Example"; '' when the title has another shape. */
export function titleName(doc: Document): string {
  const parts = fold(doc.title).replace(/^\(\d+\+?\)\s*/, '').split(' | ');
  return parts.length > 2 && /^LinkedIn\b/.test(parts.at(-1)!) ? parts.at(-2)! : '';
}

/** Does the page say it is at the address? Only names of one kind can contradict each other: a slug says nothing against an id. */
export function agreement(claim: Address, own: ProfileKey[]): Draft['agrees'] {
  const kind = (key: string): string => key.slice(0, key.indexOf('/') + 1).replace(/:(?:school|showcase)\//, ':company/');
  const name = (key: string): string => key.slice(key.indexOf('/') + 1);
  const told = own.filter((key) => kind(key) === kind(claim.key) && /^\d+$/.test(name(key)) === /^\d+$/.test(name(claim.key)));
  return told.some((key) => name(key) === name(claim.key)) ? 'yes' : told.length ? 'no' : 'unknown';
}

/** The draft at this address. A page that turns out to be somebody else's, as between two in-page navigations, gives no field away. */
export function draftOf(page: 'person' | 'company', claim: Address, own: (ProfileKey | null | undefined | false | '')[], fields: Found, aliases = own): Draft {
  const known = own.filter((key) => !!key) as ProfileKey[];
  const agrees = agreement(claim, known);
  const draft = { ...noDraft('linkedin', claim.url), page, agrees, keys: [claim.key] };
  if (agrees === 'no') return draft;
  const named = !/^linkedin:(?:in|company|school|showcase)\//.test(claim.key);
  const more = (aliases.filter((key) => !!key) as ProfileKey[]).filter((key) => named || !/:in\//.test(key));
  const handle = [claim.key, ...known].map((key) => /^linkedin:(?:in|company|school|showcase)\/(.+)$/.exec(key)?.[1]).find((slug) => slug && !/^\d+$/.test(slug));
  return {
    ...draft,
    keys: [...new Set([claim.key, ...more])],
    fields: present<DraftFields>({ handle: pick(['address', 1, () => handle]), ...fields }),
  };
}

/** The draft of a person; null when this layout shows none. */
export function personDraft(claim: Address, seen: Seen | null): Draft | null {
  if (!seen) return null;
  const own = [...seen.own.map(keyOf), ...(seen.ids ?? [])];
  return draftOf('person', claim, own, { ...seen.fields, ...work(seen) }, [...(seen.ids ?? []), ...own]);
}

const same = (a: string | undefined, b: string | undefined): boolean => !!a && a.toLowerCase() === b?.toLowerCase();

function work({ fields, affiliation, positions, schools = [] }: Seen): Found {
  const current = positions.filter((one) => one.current);
  const headline = fields.headline?.value ?? '';
  let { company, school } = fields;
  if (affiliation) {
    const works = current.some((one) => same(one.company, affiliation)) || titleIn(headline, affiliation);
    const learns = schools.some((line) => same(line, affiliation)) || SCHOOL.test(affiliation);
    if (works || !learns) company = { value: affiliation, source: 'structure:topcard', sure: works ? 0.9 : 0.6 };
    else school = { value: affiliation, source: 'structure:topcard', sure: 0.8 };
  }
  company ??= first(current, (one) => one.company);
  school ??= schools[0] ? { value: schools[0], source: 'structure', sure: 0.7 } : undefined;
  const job = current.find((one) => same(one.company, company?.value)) ?? (company ? undefined : current[0]);
  return {
    company,
    school,
    title: job?.title ? { value: job.title, source: 'structure', sure: 0.9 } : fields.title ?? pick(['text', 0.5, () => titleIn(headline, company?.value)]),
    companyUrl: pick(['structure', 0.9, () => job?.url && new URL(job.url, 'https://www.linkedin.com/').href.replace(/[?#].*/, '')]),
    experience: positions.length ? { value: positions.map(({ current: _now, url: _url, ...shown }) => shown), source: 'structure', sure: 0.9 } : undefined,
  };
}

function first(positions: Position[], of: (one: Position) => string | undefined): Reading | undefined {
  const value = positions.map(of).find(Boolean);
  return value ? { value, source: 'structure', sure: 0.8 } : undefined;
}

const SCHOOL = /universi|college|school|hochschule|academ|akadem|école|ecole|escuela|escola|scuola|institut|polytech|politec|lyc[eé]e|uczelnia|szkoła|大学|大學|学院|學院|学校|대학|جامعة|универ|институт|มหาวิทยาลัย|đại học/i;

/** "Engineer at Example | Speaker" with company Example -> "Engineer". Nothing when the company is not what follows the title. */
function titleIn(headline: string, company: string | undefined): string | null {
  const at = company ? headline.toLowerCase().indexOf(company.toLowerCase()) : -1;
  if (at < 1 || /^[\p{L}\p{N}]/u.test(headline.slice(at + company!.length))) return null;
  const before = /(?:^|[|•·│｜/]\s*)([^|•·│｜]+?)\s*(?:[@,–—-]|\s(?:at|bei|der|chez|en|på|hos|ved|presso|na|w|di|bij|van|da|do|de|of)(?:\s(?:the|la|el))?)\s*$/i.exec(headline.slice(0, at))?.[1]?.trim();
  return before && before.length > 1 && !/^(?:ex|former|formerly|previously)\b/i.test(before) ? before : null;
}
