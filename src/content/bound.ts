import type { Draft, DraftFields, Row } from '../domain/draft.ts';

const LIMIT = { short: 1_000, long: 10_000, list: 50, rows: 100, keys: 20 };
const BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes what a page says small and harmless before it leaves the page: bounded lengths, whole code points, no bidi controls. The worker checks again. */
export function bounded(draft: Draft): Draft {
  const fields: Record<string, unknown> = {};
  for (const [name, reading] of Object.entries(draft.fields)) {
    if (reading) fields[name] = { ...reading, value: clean(reading.value, name === 'about' ? LIMIT.long : LIMIT.short) };
  }
  return {
    ...draft,
    url: draft.url.slice(0, 2_000),
    keys: draft.keys.filter((key) => key.length <= 500).slice(0, LIMIT.keys),
    fields: fields as DraftFields,
    ...(draft.rows ? { rows: draft.rows.slice(0, LIMIT.rows).map((row) => clean(row, LIMIT.short) as Row) } : {}),
  };
}

function clean(value: unknown, longest: number): unknown {
  if (typeof value === 'string') return cut(value, longest);
  if (Array.isArray(value)) return value.slice(0, LIMIT.list).map((one) => clean(one, LIMIT.short));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one, longest)]));
  return value;
}

function cut(text: string, longest: number): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return short.toWellFormed().replace(BIDI, '');
}
