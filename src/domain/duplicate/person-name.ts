import { latin } from '../company-name/letter.ts';
import { nameParts } from '../name.ts';
import { nameGroups } from './nickname.ts';

/** A name made ready to be compared with many. All texts are lower-case Latin letters, spellings of one sound closed up; of other scripts as written. */
export interface ReadyName {
  given: string;
  /** The words of a compound first name. */
  parts: readonly string[];
  middle: readonly string[];
  family: string;
  /** Words of the family name without "van", "de" and the like. */
  families: readonly string[];
  /** Generation, as number: junior is 2. 0 = nothing said. */
  generation: number;
  /** The name in brackets or in another script; '' = none. */
  nick: string;
  groups: readonly number[];
}

/** How two names may be one person's: the same; spelled otherwise; in the other order; a short form or nickname; known by the middle name; one letter of it; a slip; half of a double family name; another family name; only a first name; nothing can be said. */
export type NameLikeness = 'same' | 'spelling' | 'order' | 'nickname' | 'middle' | 'initial' | 'typing' | 'part' | 'family-changed' | 'first-only' | 'unknown';

const GENERATION: Readonly<Record<string, number>> = { sr: 1, senior: 1, i: 1, jr: 2, junior: 2, jnr: 2, ii: 2, iii: 3, iv: 4, filho: 2, neto: 3 };
const SMALL = new Set('van von vom zu zum zur der den de del della di da dos das do du la le los el al bin ibn ben y e ten ter te af av'.split(' '));
const BEYOND_LATIN = /[^a-z0-9]/;
const EASY_WORD = /^[A-Za-z]+$/;
const OTHERWISE = /[aou]e|[yjqw]|ph|ck|[kt]h|(.)\1/u;
const EASY = /^[A-Z][a-z]+ [A-Z][a-z]+$/;

/** Takes a name apart once. Never throws. */
export function readyName(shown: string): ReadyName {
  if (EASY.test(shown)) {
    const [first, last] = shown.split(' ') as [string, string];
    if (!GENERATION[last.toLowerCase()]) return ready(first, '', last, '', '');
  }
  const { given, middle = '', family, suffix = '', nickname = '' } = nameParts(shown);
  return ready(given, middle, family, suffix, nickname);
}

function ready(first: string, between: string, last: string, suffix: string, nickname: string): ReadyName {
  const given = heard(first);
  const words = last.split(/[\s-]+/).map(heard).filter(Boolean);
  const own = words.filter((word) => !SMALL.has(word));
  const nick = heard(nickname);
  return {
    given, parts: first.split(/[\s-]+/).map(heard).filter(Boolean), middle: between.split(/[\s.]+/).map(heard).filter((word) => word && !SMALL.has(word)), family: words.join(''), families: own.length > 0 ? own : words,
    generation: GENERATION[suffix.toLowerCase().replace(/\W/g, '')] ?? 0, nick, groups: [...new Set([...groupsOf(first), ...nick ? groupsOf(nickname) : []])],
  };
}

/** Compound names go by their first part as well: "Anna-Maria" by "Anna". */
function groupsOf(given: string): number[] {
  const whole = EASY_WORD.test(given) ? given.toLowerCase() : latin(given).replace(/[^a-z-]/g, '');
  if (!whole.includes('-')) return [...nameGroups(whole)];
  return [whole.replaceAll('-', ''), ...whole.split('-')].flatMap(nameGroups);
}

/** A word as it is heard: "Müller", "Mueller" and "Muller" are one, so are "Yulia" and "Iuliia". */
export function heard(word: string): string {
  const low = EASY_WORD.test(word) ? word.toLowerCase() : latin(word).replace(/[^\p{L}\p{N}]/gu, '');
  // most words are heard as they are written
  if (!OTHERWISE.test(low)) return low;
  return low.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u').replace(/[yj]/g, 'i').replace(/ph/g, 'f').replace(/ck|q/g, 'k').replace(/w/g, 'v').replace(/kh/g, 'h').replace(/th/g, 't').replace(/(.)\1+/gu, '$1');
}

/** Texts of which two names that may be one person's share one: everything of the name in any order (`wholes`), the family name with the first letter, the first name. '' = not to be looked up so. */
export function nameBlocks({ given, family, groups, nick }: ReadyName): { wholes: string[]; initial: string; firsts: string[] } {
  if (family === '' || given === '') return { wholes: [given + family], initial: '', firsts: [] };
  const firsts = groups.length > 0 ? groups.map((group) => `#${group}`) : [given];
  const other = BEYOND_LATIN.test(given) ? [family + given] : nick && BEYOND_LATIN.test(nick) ? [nick] : [];
  return { wholes: [...new Set([...firsts.map((first) => [first, family].toSorted().join(' ')), [given, family].toSorted().join(' '), given + family, ...other])], initial: `${family} ${given[0]!}`, firsts };
}

/** How two names may be one person's; null when they are two people's as far as names tell. The same whichever comes first. */
export function compareNames(a: ReadyName, b: ReadyName): NameLikeness | null {
  if (a.generation && b.generation && a.generation !== b.generation) return null;
  if (a.family === '' || b.family === '') return ofOneWord(a, b);
  const family = a.family === b.family ? 'same' : familyLikeness(a, b);
  const given = givenLikeness(a, b);
  if (family === null) {
    if (a.given === b.family && a.family === b.given) return 'order';
    if (isAlso(a, b) || isAlso(b, a)) return 'spelling';
    return given === 'same' && a.given.length > 1 && !disagree(a, b) ? 'family-changed' : null;
  }
  if (given === null || disagree(a, b)) return null;
  if (family === 'typing') return given === 'same' ? 'typing' : null;
  if (family === 'part') return given === 'same' || given === 'nickname' ? 'part' : null;
  return given;
}

/** Of one of them only one word is known: a first name, a family name, or all of it in one. */
function ofOneWord(a: ReadyName, b: ReadyName): NameLikeness | null {
  const [one, other] = a.family === '' ? [a, b] : [b, a];
  if (one.given === '' || other.given === '') return 'unknown';
  if (other.family === '') return one.given === other.given ? 'first-only' : 'unknown';
  if (one.given === other.given + other.family || one.given === other.family + other.given) return 'spelling';
  return one.given === other.given || one.given === other.family || one.groups.some((group) => other.groups.includes(group)) ? 'first-only' : 'unknown';
}

function familyLikeness(a: ReadyName, b: ReadyName): 'typing' | 'part' | null {
  if (a.families.join('') === b.families.join('')) return 'typing';
  const [few, many] = a.families.length <= b.families.length ? [a.families, b.families] : [b.families, a.families];
  if (few.length > 0 && few.length < many.length && few.every((word) => word.length > 2 && many.includes(word))) return 'part';
  return Math.min(a.family.length, b.family.length) >= 5 && isSlip(a.family, b.family) ? 'typing' : null;
}

function givenLikeness(a: ReadyName, b: ReadyName): 'same' | 'nickname' | 'middle' | 'initial' | 'typing' | null {
  if (a.given === '' || b.given === '') return null;
  if (a.given === b.given) return a.given.length === 1 ? 'initial' : 'same';
  // "Jean-Paul" and "Jean-Pierre" are two
  if (a.parts.length > 1 && b.parts.length > 1 && a.parts[0] === b.parts[0]) return null;
  if (a.groups.some((group) => b.groups.includes(group)) || (a.nick !== '' && a.nick === b.given) || (b.nick !== '' && b.nick === a.given)) return 'nickname';
  const [short, long] = a.given.length <= b.given.length ? [a, b] : [b, a];
  if (short.given.length === 1) return long.given.startsWith(short.given) ? 'initial' : short.middle.includes(long.given) ? 'middle' : null;
  if (a.middle.includes(b.given) || b.middle.includes(a.given)) return 'middle';
  // "Anna" for "Annamaria", but "Daniel" is not "Daniela"
  if (short.given.length >= 3 && long.given.length >= short.given.length + 3 && long.given.startsWith(short.given)) return 'nickname';
  // two names that both exist are no slip: "Francis" and "Frances"
  const known = Number(a.groups.length > 0) + Number(b.groups.length > 0);
  return known < 2 && short.given.length >= 4 && isSlip(short.given, long.given) && (short.given.length >= (known === 1 ? 5 : 7) || isSwap(short.given, long.given)) ? 'typing' : null;
}

/** Is the name in brackets all of the other name? "Wei Zhang (张伟)" is "张伟". */
function isAlso({ nick }: ReadyName, { given, family }: ReadyName): boolean {
  return nick !== '' && (nick === family + given || nick === given + family);
}

/** Do middle names speak against it? "John A." and "John B." are two. */
function disagree(a: ReadyName, b: ReadyName): boolean {
  return a.middle.length > 0 && b.middle.length > 0 && !a.middle.some((one) => b.middle.some((other) => one[0] === other[0] && (one.length === 1 || other.length === 1 || one === other || isSlip(one, other))));
}

/** One letter more, less, other, or two in the wrong order, before the last letter: that one tells "Mario" from "Maria". */
function isSlip(x: string, y: string): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (long.length - short.length > 1 || short.at(-1) !== long.at(-1)) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  if (long.length > short.length) return short.slice(from) === long.slice(from + 1);
  return short.slice(from + 1) === long.slice(from + 1) || isSwap(short, long);
}

function isSwap(x: string, y: string): boolean {
  if (x.length !== y.length) return false;
  const from = [...x].findIndex((letter, at) => letter !== y[at]);
  return from >= 0 && x[from] === y[from + 1] && x[from + 1] === y[from] && x.slice(from + 2) === y.slice(from + 2);
}
