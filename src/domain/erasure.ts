import type { Prospect } from './prospect.ts';
import type { FieldValue } from './provenance.ts';
import { identitiesOf } from './suppression.ts';

/** What stands in place of somebody who was erased, in rows of others. */
export const ERASED = '…';
/** Shorter texts are words that others use as well. */
const SHORTEST = 5;

/** What names one person wherever it stands. `addresses` are those of their pages, `words` their name, mail addresses and telephones. */
export interface Traces {
  identities: string[];
  addresses: string[];
  words: string[];
}

/** All that names somebody, from every row that they were. */
export function tracesOf(rows: readonly Prospect[]): Traces {
  const texts = (names: readonly (keyof Prospect['fields'])[]): string[] => rows.flatMap(({ fields, suggestions, declined = {} }) => names.flatMap((name) => [fields[name]?.value, suggestions[name]?.value, declined[name]].flatMap(listOf)));
  const sources = rows.flatMap(({ fields, suggestions }) => [...Object.values(fields), ...Object.values(suggestions)].flatMap((field) => field?.source.url ?? []));
  const long = (some: string[]): string[] => [...new Set(some.map((one) => one.trim()).filter((one) => one.length >= SHORTEST))].toSorted((a, b) => b.length - a.length);
  return { identities: [...new Set(rows.flatMap((row) => identitiesOf(row)))], addresses: long([...texts(['profiles']), ...sources]), words: long(texts(['name', 'emails', 'phones'])) };
}

/** A JSON value without these texts: `…` stands where one stood as whole words, in any case of letters. The same object when there was none. */
export function without<T>(value: T, texts: readonly string[]): T {
  const escaped = texts.map((one) => one.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  if (escaped.length === 0) return value;
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return walk(value, (text) => text.replace(pattern, ERASED)) as T;
}

function walk(value: unknown, edit: (text: string) => string): unknown {
  if (typeof value === 'string') return edit(value);
  if (Array.isArray(value)) {
    const next = value.map((one: unknown) => walk(one, edit));
    return next.some((one, at) => one !== value[at]) ? next : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]): [string, unknown] => [name, walk(one, edit)]);
  return entries.some(([name, one]) => one !== (value as Record<string, unknown>)[name]) ? Object.fromEntries(entries) : value;
}

function listOf(value: FieldValue | undefined): string[] {
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
