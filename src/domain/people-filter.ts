import type { PersonRow } from './person-row.ts';
import type { Stage } from './prospect.ts';
import { plain } from './word.ts';

/** What the people list is narrowed to; '' = any. `list` is an id; `text` is what was typed. */
export interface PeopleFilter {
  text: string;
  stage: Stage | '';
  list: string;
  tag: string;
}

export const NO_FILTER: PeopleFilter = { text: '', stage: '', list: '', tag: '' };

export const PEOPLE_ORDERS = ['newest', 'name', 'company', 'fit', 'due'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

// punctuation of Latin, general and CJK use; all else, emoji too, can be searched for
const BETWEEN = /[\0-/:-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g;
// scripts that put no space between words: a match may begin anywhere
const SOLID = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** A row as text to search: name, title, company, location, headline and tags in lower case without accents, a space before each word. Costs some microseconds: keep it. */
export function haystack(row: PersonRow): string {
  let text = '';
  for (const field of [row.name, row.title, row.company, row.location, row.headline, ...row.tags]) {
    if (field !== '') text += ` ${plain(field).replace(BETWEEN, ' ')}`;
  }
  return text;
}

/** Is the list narrowed at all? */
export function isFiltering({ text, stage, list, tag }: PeopleFilter): boolean {
  return text.trim() !== '' || stage !== '' || list !== '' || tag !== '';
}

/** A test for rows: every typed word has to begin a word of the row, in any order, whatever its case and accents; "co-founder" is a phrase. `textOf` gives the kept haystack of a row. */
export function compileFilter(filter: PeopleFilter, textOf: (row: PersonRow) => string = haystack): (row: PersonRow) => boolean {
  const { stage, list, tag } = filter;
  const words = filter.text.split(/\s+/).map((word) => plain(word).replace(BETWEEN, ' ').trim()).filter(Boolean)
    .map((word) => (SOLID.test(word) ? word : ` ${word}`))
    // the longest word turns most rows away
    .toSorted((a, b) => b.length - a.length);
  return (row) => {
    if (stage !== '' && row.stage !== stage) return false;
    if (list !== '' && !row.lists.includes(list)) return false;
    if (tag !== '' && !row.tags.includes(tag)) return false;
    if (words.length === 0) return true;
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  };
}

/** The rows in this order, `reversed` turns it round; who has no such value comes last either way, equals stand newest first. `collate` compares names as the rep's language does. */
export function sortPeople(rows: readonly PersonRow[], order: PeopleOrder, reversed: boolean, collate: (a: string, b: string) => number): PersonRow[] {
  const turn = reversed ? -1 : 1;
  const newest = (a: PersonRow, b: PersonRow): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
  const { isMissing, compare } = ORDER[order](collate);
  return rows.toSorted((a, b) => {
    const last = Number(isMissing(a)) - Number(isMissing(b));
    if (last !== 0) return last;
    return (isMissing(a) ? 0 : turn * compare(a, b)) || newest(a, b);
  });
}

interface Comparison {
  isMissing(row: PersonRow): boolean;
  compare(a: PersonRow, b: PersonRow): number;
}

const ORDER: Record<PeopleOrder, (collate: (a: string, b: string) => number) => Comparison> = {
  newest: () => ({ isMissing: () => false, compare: (a, b) => b.createdAt - a.createdAt }),
  name: (collate) => ({ isMissing: ({ name }) => name === '', compare: (a, b) => collate(a.name, b.name) }),
  company: (collate) => ({ isMissing: ({ company }) => company === '', compare: (a, b) => collate(a.company, b.company) || collate(a.name, b.name) }),
  fit: () => ({ isMissing: ({ fit }) => fit < 0, compare: (a, b) => b.fit - a.fit || b.coverage - a.coverage }),
  due: () => ({ isMissing: ({ nextDue }) => nextDue === 0, compare: (a, b) => a.nextDue - b.nextDue }),
};

/** How often each value occurs, as choices of a filter: by name. */
export function countValues(rows: readonly PersonRow[], valuesOf: (row: PersonRow) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
