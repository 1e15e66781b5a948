import { plain } from '../word.ts';
import type { PersonRow } from './row.ts';
import type { PeopleTable } from './table.ts';

// punctuation of Latin, general and CJK use; all else, emoji too, can be searched for
const BETWEEN = /[\0-/:-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g;
// scripts that put no space between words: a match may begin anywhere
const SOLID = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

type Searched = Pick<PersonRow, 'name' | 'title' | 'company' | 'location' | 'headline'> & { tags: readonly string[] };

/** Somebody as text to search: name, title, company, location, headline and tags in lower case without accents, a space before each word. Costs some microseconds: keep it. */
export function haystack(row: Searched): string {
  let text = '';
  for (const field of [row.name, row.title, row.company, row.location, row.headline, ...row.tags]) {
    if (field !== '') text += ` ${plain(field).replace(BETWEEN, ' ')}`;
  }
  return text;
}

/** The haystack of who is in a slot. */
export function haystackAt({ texts: { name, title, company, location, headline }, sets: { tags } }: PeopleTable, slot: number): string {
  return haystack({ name: name.get(slot), title: title.get(slot), company: company.get(slot), location: location.get(slot), headline: headline.get(slot), tags: tags.get(slot) });
}

/** A test for haystacks: every typed word has to begin a word of it, in any order, whatever its case and accents; "co-founder" is a phrase. null when nothing was typed. */
export function compileSearch(text: string): ((haystack: string) => boolean) | null {
  const words = text.split(/\s+/).map((word) => plain(word).replace(BETWEEN, ' ').trim()).filter(Boolean)
    .map((word) => (SOLID.test(word) ? word : ` ${word}`))
    // the longest word turns most people away
    .toSorted((a, b) => b.length - a.length);
  return words.length === 0 ? null : (hay) => words.every((word) => hay.includes(word));
}
