import { noDraft, type Draft, type DraftFields, type Reading } from '../../domain/draft.ts';
import type { Address, ProfileKey } from '../../domain/identity.ts';
import { pick, present } from '../reading/pick.ts';
import { fold } from '../reading/text.ts';
import { keyOf } from './element.ts';
import type { Position } from './position.ts';

/** Fields as a layout finds them; undefined = not found. */
export type Found = { [K in keyof DraftFields]?: DraftFields[K] | undefined };
/** Keys of the page's own links and ids; what it does not have is empty. */
export type Keys = (ProfileKey | '' | false | undefined)[];

/** What one layout shows of one person. */
export interface Seen {
  /** Stable ids first, then where the person's own links lead. */
  own: Keys;
  fields: Found;
  /** The one affiliation of a top card that does not say whether it is a company or a school. */
  affiliation?: string | undefined;
  positions: Position[];
  /** All lines of the education section. */
  schools?: string[];
}

/** Readings of one source: each find stands alone, and what finds nothing is left out, so that a surer source can be spread over it. */
export function readings(source: string, sure: number, finds: { [K in keyof DraftFields]?: () => NonNullable<DraftFields[K]>['value'] | '' | null | undefined }): Found {
  return present(Object.fromEntries(Object.entries(finds).map(([name, find]) => [name, pick([source, sure, find as () => unknown])])));
}

/** The pronouns of a line that holds nothing else. */
export function pronounsOf(line: string): string | undefined {
  return /^\(?\s*([\p{L}.]{1,12}(?:\s?[/／]\s?[\p{L}.]{1,12}){1,3})\s*\)?$/u.exec(line)?.[1];
}

/** A name as written, without the pronouns that some put in brackets behind it. */
export function splitName(whole: string): { name: string; pronouns?: string | undefined } {
  const [name, behind] = whole.split(/\s+(?=\([^()]*\)$)/);
  const pronouns = pronounsOf(behind ?? '');
  return { name: pronouns ? name! : whole, pronouns };
}

/** "(19) Experience | Ada Example | LinkedIn" -> "Ada Example"; undefined when the title has another shape. */
export function titleName(doc: Document): string | undefined {
  return / \| (.+) \| LinkedIn$/.exec(fold(doc.title))?.[1];
}

const SLUG = /:(?:in|company|school|showcase)\//;

/** The draft at this address. A page that turns out to be somebody else's, as between two in-page navigations, gives no field away. */
export function draftOf(page: 'person' | 'company', claim: Address, keys: Keys, fields: Found): Draft {
  const own = keys.filter((key) => !!key) as ProfileKey[];
  const agrees = agreement(claim.key, own);
  const draft: Draft = { ...noDraft('linkedin', claim.url), page, agrees, keys: [claim.key] };
  if (agrees === 'no') return draft;
  const handle = [claim.key, ...own].map((key) => (SLUG.test(key) ? /\/(.*\D.*)/.exec(key)?.[1] : '')).find(Boolean);
  return {
    ...draft,
    keys: [...new Set([claim.key, ...own.filter((key) => !SLUG.test(key) || !SLUG.test(claim.key))])],
    fields: present<DraftFields>({ ...readings('address', 1, { handle: () => handle }), ...fields }),
  };
}

/** Only names of one kind can contradict each other: a slug says nothing against an id. Schools and companies share their names. */
export function agreement(claim: string, own: string[]): Draft['agrees'] {
  const parts = (key: string): string[] => key.replace(/:(?:school|showcase)\//, ':company/').split(/\/(?=(\d*))/);
  const [kind, number, name] = parts(claim);
  const told = own.map(parts).filter((one) => one[0] === kind && (one[1] === one[2]) === (number === name));
  return told.some((one) => one[2] === name) ? 'yes' : told.length ? 'no' : 'unknown';
}

/** The draft of a person; null when this layout shows none. */
export function personDraft(claim: Address, seen: Seen | null): Draft | null {
  return seen && draftOf('person', claim, seen.own, { ...seen.fields, ...work(seen) });
}

/** Keys of links. */
export function keysOf(hrefs: (string | null | undefined)[]): Keys {
  return hrefs.map(keyOf);
}

const same = (a: string | undefined, b: string | undefined): boolean => !!a && a.toLowerCase() === b?.toLowerCase();
const by = <T>(value: T | '' | 0 | null | undefined, sure: number, source = 'structure'): Reading<T> | undefined => (value ? { value, source, sure } : undefined);

function work({ fields, affiliation, positions, schools = [] }: Seen): Found {
  const now = positions.filter((one) => one.current);
  const headline = fields.headline?.value ?? '';
  let { company, school } = fields;
  if (affiliation) {
    const works = now.some((one) => same(one.company, affiliation)) || !!titleIn(headline, affiliation);
    if (!works && (SCHOOL.test(affiliation) || schools.some((line) => same(line, affiliation)))) school = by(affiliation, 0.8);
    else company = by(affiliation, works ? 0.9 : 0.6);
  }
  company ??= by(now.find((one) => one.company)?.company, 0.8);
  const job = now.find((one) => same(one.company, company?.value)) ?? (company ? undefined : now[0]);
  return {
    company,
    school: school ?? by(schools[0], 0.7),
    title: by(job?.title, 0.9) ?? fields.title ?? by(titleIn(headline, company?.value), 0.5, 'text'),
    companyUrl: by(job?.url, 0.9),
    experience: by(positions.length && positions.map(({ current: _current, url: _url, ...one }) => one), 0.9),
  };
}

const SCHOOL = /universi|college|school|schule|a[ck]adem|[eé]cole|escola|escuela|scuola|institut|polit?e[ck]|大学|大學|学院|學院|대학|جامعة|универ/i;

/** "Engineer at Example | Speaker" with company Example -> "Engineer". Nothing when the company is not what follows the title. */
function titleIn(headline: string, company: string | undefined): string | undefined {
  const at = company ? headline.toLowerCase().indexOf(company.toLowerCase()) : -1;
  if (at < 1 || /^[\p{L}\p{N}]/u.test(headline.slice(at + company!.length))) return undefined;
  const before = headline.slice(0, at).split(/[|•·│｜]/).at(-1)!;
  const title = /^(.{2,}?)\s*(?:[@,–—-]|\s(?:at|bei|chez|en|på|hos|ved|presso|na|w|di|bij|da|do|de|of)(?:\s(?:the|la|el))?)\s*$/i.exec(before)?.[1]?.trim();
  return title && !/^(?:ex|former|formerly|previously)\b/i.test(title) ? title : undefined;
}
