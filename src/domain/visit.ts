import { fieldsOf } from './capture.ts';
import type { Draft } from './draft.ts';
import { PROSPECT_FIELDS, type Prospect, type ProspectField, type Signal } from './prospect.ts';
import { sameValue, type Field } from './provenance.ts';
import { withSignals } from './signal.ts';

/** One thing that the page of a known person says and the book does not. `now` is absent where the book has nothing. */
export interface Difference {
  field: ProspectField;
  now?: Field;
  next: Field;
}

/** Moves on every visit, or is how a page spells what is known: no reason to ask the rep. */
const IDLE: ReadonlySet<string> = new Set<ProspectField>(['followers', 'connections', 'avatar', 'handle', 'profiles', 'experience']);
const JOB: readonly ProspectField[] = ['title', 'company'];
const SURE = 0.7;

/** Field by field, what a page says differently from the book; what the rep has declined before is not asked again. A page that contradicts its address says nothing. */
export function differencesOf(prospect: Prospect, draft: Draft, at: number): Difference[] {
  if (draft.agrees === 'no' || draft.page !== 'person') return [];
  const incoming = fieldsOf(draft, {}, PROSPECT_FIELDS, at);
  return PROSPECT_FIELDS.flatMap((field) => {
    const next = incoming[field];
    const now = prospect.fields[field];
    if (!next || IDLE.has(field) || sameValue(now?.value, next.value) || sameValue(prospect.declined?.[field], next.value)) return [];
    if (now && isWithin(now, next)) return [];
    return [{ field, next, ...(now ? { now } : {}) }];
  });
}

/**
 * What a visit to a known person's page tells by itself, with nobody pressing anything: a changed job becomes a dated signal
 * with old and new, and a suggestion that the rep takes or leaves. No field changes. Returns the same prospect when there is no news.
 */
export function visited(prospect: Prospect, draft: Draft, at: number, newId: () => string): Prospect {
  const told = new Set((prospect.signals ?? []).map(({ field, to }) => `${field} ${fold(to)}`));
  const news = differencesOf(prospect, draft, at).filter(({ field, now, next }) => now && JOB.includes(field) && (next.source.sure ?? 0) >= SURE
    && !sameJob(String(now.value), String(next.value)) && !told.has(`${field} ${fold(String(next.value))}`));
  if (news.length === 0) return prospect;
  const signals = news.map(({ field, now, next }): Signal => ({ id: newId(), kind: 'changed-job', at, field, from: String(now!.value), to: String(next.value), url: draft.url, state: 'open' }));
  return {
    ...withSignals(prospect, signals),
    suggestions: { ...prospect.suggestions, ...Object.fromEntries(news.map(({ field, next }) => [field, next])) },
    updatedAt: at,
  };
}

/** A list that holds all of the page's values already, in whatever order, has no news. */
function isWithin(now: Field, next: Field): boolean {
  if (!Array.isArray(now.value) || !Array.isArray(next.value)) return false;
  const known = new Set(now.value.map((one) => fold(JSON.stringify(one))));
  return next.value.every((one) => known.has(fold(JSON.stringify(one))));
}

/** One spelling inside the other ("Acme" and "Acme GmbH", "Buyer" and "Buyer, EMEA") is a better spelling, not a new job. */
function sameJob(a: string, b: string): boolean {
  const [short, long] = [fold(a), fold(b)].toSorted((one, other) => one.length - other.length) as [string, string];
  return short === '' || long.includes(short);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
