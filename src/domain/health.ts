import type { Draft, DraftField, Reading } from './draft.ts';

/** How often a field was found, by strategy, and how often it was not. */
export interface Tally {
  found: Record<string, number>;
  missing: number;
}

/** What was read on one site on one day. Holds counts and our own words only: nothing of a person, no address. Fields are named `person.title`. */
export interface HealthRow {
  /** The rep's calendar day, 2026-12-03. */
  day: string;
  /** Our reader's name; 'web' for every host of the open web. */
  site: string;
  pages: number;
  fields: Record<string, Tally>;
}

/** Days that rows are kept. */
export const HEALTH_DAYS = 90;

/** The fields that a reader should find on most pages of a kind; others are counted nowhere. */
const WATCHED = {
  person: ['name', 'headline', 'title', 'company', 'location', 'about', 'avatar', 'handle', 'followers', 'experience', 'school', 'websites', 'emails'],
  company: ['name', 'domain', 'industry', 'size', 'location', 'about', 'tagline', 'avatar', 'followers', 'websites'],
} as const satisfies Record<string, readonly DraftField[]>;

/** Every strategy that a reader of ours can name. Any other word is counted as 'other': it could be a page's. */
const STRATEGIES: ReadonlySet<string> = new Set(['address', 'json-ld', 'meta', 'microdata', 'microformat', 'open-graph', 'rdfa', 'recipe', 'state', 'structure', 'text', 'title']);

/** The strategy of a source in our own words: `structure:topcard` is structure. */
function strategyOf(source: string): string {
  const [first = ''] = source.split(':');
  return STRATEGIES.has(first) ? first : 'other';
}

/** Is there anything to count in this draft? Lists and pages of nobody are not counted. */
export function counts(draft: Draft): draft is Draft & { page: 'person' | 'company' } {
  return draft.page === 'person' || draft.page === 'company';
}

/** The row with one more page in it. `sites` are the names that we know: any other is 'web'. */
export function withDraft(row: HealthRow | undefined, day: string, draft: Draft, sites: ReadonlySet<string>): HealthRow {
  const site = siteIn(draft, sites);
  const next: HealthRow = row ? structuredClone(row) : { day, site, pages: 0, fields: {} };
  if (!counts(draft)) return next;
  next.pages++;
  for (const field of WATCHED[draft.page]) {
    const tally = next.fields[`${draft.page}.${field}`] ??= { found: {}, missing: 0 };
    const reading = draft.fields[field] as Reading<unknown> | undefined;
    if (!reading) tally.missing++;
    else tally.found[strategyOf(reading.source)] = (tally.found[strategyOf(reading.source)] ?? 0) + 1;
  }
  return next;
}

/** Under which name a draft is counted. */
export function siteIn(draft: Draft, sites: ReadonlySet<string>): string {
  return sites.has(draft.site) ? draft.site : 'web';
}

/** One field of one site over all days. `drop` = it used to be found far more often: rates of 0..1 before and since a day. */
export interface FieldHealth {
  field: string;
  found: Record<string, number>;
  missing: number;
  /** 0..1 */
  rate: number;
  drop?: { before: number; since: string; now: number };
}

export interface SiteHealth {
  site: string;
  pages: number;
  fields: FieldHealth[];
}

/** The rows by site, the most visited first; fields in the order in which readers are judged. */
export function healthOf(rows: readonly HealthRow[]): SiteHealth[] {
  const bySite = new Map<string, HealthRow[]>();
  for (const row of rows.toSorted((a, b) => (a.day < b.day ? -1 : 1))) bySite.set(row.site, [...bySite.get(row.site) ?? [], row]);
  return [...bySite].map(([site, days]) => ({
    site,
    pages: days.reduce((sum, { pages }) => sum + pages, 0),
    fields: [...Object.entries(WATCHED)].flatMap(([kind, fields]) => fields.map((field) => `${kind}.${field}`))
      .filter((field) => days.some((day) => Object.hasOwn(day.fields, field))).map((field) => fieldHealth(field, days)),
  })).toSorted((a, b) => b.pages - a.pages || (a.site < b.site ? -1 : 1));
}

function fieldHealth(field: string, days: readonly HealthRow[]): FieldHealth {
  const found: Record<string, number> = {};
  let missing = 0;
  const tries: { day: string; hits: number; all: number }[] = [];
  for (const { day, fields } of days) {
    const tally = fields[field];
    if (!tally) continue;
    missing += tally.missing;
    let hits = 0;
    for (const [strategy, count] of Object.entries(tally.found)) {
      found[strategy] = (found[strategy] ?? 0) + count;
      hits += count;
    }
    tries.push({ day, hits, all: hits + tally.missing });
  }
  const hits = Object.values(found).reduce((sum, count) => sum + count, 0);
  const drop = dropIn(tries);
  return { field, found, missing, rate: hits + missing ? hits / (hits + missing) : 0, ...(drop ? { drop } : {}) };
}

/** Fewer pages than this, before or since, say nothing. */
const ENOUGH = { before: 12, since: 6 };
/** How much rarer it must have become, and how unlikely by chance (standard errors): many days are tried, so it is strict. */
const DROP = { share: 0.25, errors: 3.5 };

/** The day since which hits are rarer, when that is no chance: where the two sides differ most surely. */
function dropIn(tries: readonly { day: string; hits: number; all: number }[]): FieldHealth['drop'] {
  const total = tries.reduce((all, one) => ({ hits: all.hits + one.hits, all: all.all + one.all }), { hits: 0, all: 0 });
  let before = { hits: 0, all: 0 };
  let best: { errors: number; drop: NonNullable<FieldHealth['drop']> } | undefined;
  for (const { day, hits, all } of tries) {
    const since = { hits: total.hits - before.hits, all: total.all - before.all };
    if (before.all >= ENOUGH.before && since.all >= ENOUGH.since) {
      const [was, is, mean] = [before.hits / before.all, since.hits / since.all, total.hits / total.all];
      const error = Math.sqrt(mean * (1 - mean) * (1 / before.all + 1 / since.all));
      const errors = error ? (was - is) / error : 0;
      if (was - is >= DROP.share && errors >= DROP.errors && errors > (best?.errors ?? 0)) best = { errors, drop: { before: was, since: day, now: is } };
    }
    before = { hits: before.hits + hits, all: before.all + all };
  }
  return best?.drop;
}

/** What the rep may send us: counts, our own words, versions. Nobody's name, no text and no address can be in it. */
export interface HealthReport {
  format: 'paydirt-health';
  version: 1;
  /** Of the extension and of the browser, e.g. `0.1.0` and `Firefox 153`. */
  extension: string;
  browser: string;
  days: number;
  sites: { site: string; pages: number; fields: { field: string; found: Record<string, number>; missing: number; drop?: { before: number; now: number } }[] }[];
}

/** The report of these rows; rates in whole percent. */
export function healthReport(rows: readonly HealthRow[], about: { extension: string; browser: string }): HealthReport {
  return {
    format: 'paydirt-health', version: 1, extension: about.extension, browser: about.browser, days: new Set(rows.map(({ day }) => day)).size,
    sites: healthOf(rows).map(({ site, pages, fields }) => ({
      site, pages,
      fields: fields.map(({ field, found, missing, drop }) => ({ field, found, missing, ...(drop ? { drop: { before: percent(drop.before), now: percent(drop.now) } } : {}) })),
    })),
  };
}

/** A share of 0..1 as whole percent. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/** The first day that is still kept, given today's. */
export function firstKept(today: string): string {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date - HEALTH_DAYS + 1)).toISOString().slice(0, 10);
}
