import { nameParts } from '../../domain/name.ts';
import { plainLine, plainText } from '../../domain/plain-text.ts';
import { saysNothing } from './contact.ts';

const PLAIN = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,3}$/u;
const EASTERN = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]+$/u;
const SIMPLE = /^[\x20-\x7e]{0,200}$/;

/** A cell as one line; '' when it says that there is nothing. A spreadsheet's apostrophe in front of what could be a formula goes. */
export function lineOf(text: string, longest = 500): string {
  const said = text.trim();
  // most cells are short and plain: this runs a million times
  const line = said.length <= longest && SIMPLE.test(said) && !said.includes('  ') ? said : plainLine(said, longest);
  const bare = /^'[=+\-@]/.test(line) ? line.slice(1) : line;
  return saysNothing(bare) ? '' : bare;
}

/** A cell as text of several lines. */
export function textOf(text: string, longest = 10_000): string {
  const said = plainText(text, longest);
  return saysNothing(said) ? '' : said;
}

/** A name as it is shown: "Example, Ada" turned round, without titles and degrees. */
export function wholeName(text: string): string {
  const line = lineOf(text, 200);
  return line === '' || PLAIN.test(line) ? line : nameParts(line).display || line;
}

/** A name from its parts. */
export function joinedName(first: string, middle: string, last: string): string {
  const given = lineOf(first, 100), family = lineOf(last, 100), between = lineOf(middle, 100);
  if (EASTERN.test(given) && EASTERN.test(family)) return family + given;
  return wholeName([given.replace(/,/g, ' '), between.replace(/,/g, ' '), family.replace(/,/g, ' ')].filter(Boolean).join(' '));
}

/** Several words in one cell: tags, lists, technologies; each once, whatever its case. */
export function wordsOf(text: string, most = 50): string[] {
  const words = new Map<string, string>();
  for (const part of text.slice(0, 10_000).split(/[;,|\n]+/)) {
    const word = lineOf(part.replace(/^[\s"[\]']+|[\s"[\]']+$/g, ''), 80);
    if (word && words.size < most && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
  }
  return [...words.values()];
}

const YES = new Set(['1', 'y', 'yes', 'true', 't', 'x', '✓', '✔', 'on', 'ja', 'wahr', 'oui', 'vrai', 'si', 'sí', 'verdadero', 'sim', 'verdadeiro', 'vero', 'waar', 'subscribed', 'opted in', 'opt-in', 'optin', 'confirmed', 'granted', 'marketing contact']);
const NO = new Set(['0', 'n', 'no', 'false', 'f', 'off', 'nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nao', 'nee', 'onwaar', 'unsubscribed', 'opted out', 'opt-out', 'optout', 'denied', 'withdrawn', 'never']);

/** Yes or no in any of seven languages; null when it says neither. */
export function truthOf(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

let regions: Intl.DisplayNames | null = null;

/** A country as people read it: "DE" is Germany; anything else stays. */
export function countryOf(text: string): string {
  const line = lineOf(text, 80);
  if (!/^[A-Za-z]{2}$/.test(line)) return line;
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return regions.of(line.toUpperCase()) ?? line;
}

/** City, state and country as one place; a part that the one before says already is left out. */
export function placeOf(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) if (part && !kept.some((one) => one.toLowerCase() === part.toLowerCase())) kept.push(part);
  return kept.join(', ').slice(0, 200);
}
