import { plain } from './word.ts';

/** Words with meanings, in whole words, beginnings, endings and the insides of compounds. */
export interface Lexicon<T> {
  /** What is found in a row of folded words, from left to right: the longest phrase, else the word; no word counts twice. */
  scan(words: readonly string[]): Hit<T>[];
}

/** A found entry: which words of the row (`to` is exclusive), and all that it means. */
export interface Hit<T> { from: number; to: number; meanings: readonly T[] }

interface LexiconRules<T> {
  skip?: ReadonlySet<string>;
  /** `last`: the head of a compound comes last, a "Vertriebscontroller" is a controller. `longest`: a "Teamleiter" is not just any "…leiter". */
  best: 'last' | 'longest';
  weak?: (meaning: T) => boolean;
}

interface Phrase<T> { words: string[]; meanings: T[] }

const SOLID = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Hangul}]/u;
const MEMORY = 4_000;

/**
 * A lexicon from lists of entries split by "|": "word", "begin*", "*end", "*inside*", and phrases of such words. Accents and case do not matter;
 * ä, ö, ü are also found as ae, oe, ue. In scripts without spaces entries are found anywhere. Words to `skip` count neither in entries nor in rows.
 * Of several entries within one word `best` says which counts, and meanings that are `weak` do not keep the others from counting.
 */
export function lexicon<T>(lists: readonly (readonly [T, string])[], { skip = new Set<string>(), best, weak = () => false }: LexiconRules<T>): Lexicon<T> {
  const whole = new Map<string, T[]>(), begins = new Map<string, T[]>(), ends = new Map<string, T[]>(), insides = new Map<string, T[]>(), solid = new Map<string, T[]>();
  const phrases = new Map<string, Phrase<T>[]>();
  const add = (map: Map<string, T[]>, key: string, meaning: T): void => {
    const known = map.get(key);
    if (!known) map.set(key, [meaning]);
    else if (!known.includes(meaning)) known.push(meaning);
  };
  for (const [meaning, list] of lists) {
    for (const entry of list.split('|').map((each) => each.trim()).filter(Boolean)) {
      for (const word of new Set([plain(entry), plain(entry.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter]!))])) {
        const text = word.replaceAll('*', '');
        if (SOLID.test(text)) add(solid, text, meaning);
        else if (word.includes(' ')) {
          const words = word.split(' ').filter((each) => !skip.has(each));
          const start = words[0]!.slice(0, 2);
          const known = phrases.get(start)?.find((phrase) => phrase.words.join(' ') === words.join(' '));
          if (known) known.meanings = [...new Set([...known.meanings, meaning])];
          else phrases.set(start, [...(phrases.get(start) ?? []), { words, meanings: [meaning] }]);
        } else add(word.startsWith('*') ? (word.endsWith('*') ? insides : ends) : word.endsWith('*') ? begins : whole, text, meaning);
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);

  function look(word: string): readonly T[] | null {
    const exact = whole.get(word);
    if (exact) return exact;
    // the best of the strong and the best of the weak
    const found: { meanings: T[]; rank: number }[] = [];
    const take = (all: T[] | undefined, end: number, length: number): void => {
      if (!all) return;
      const rank = best === 'last' ? end * 100 + length : length * 100 + end;
      for (const place of [0, 1]) {
        const meanings = all.filter((meaning) => Number(weak(meaning)) === place);
        if (meanings.length > 0 && rank > (found[place]?.rank ?? 0)) found[place] = { meanings, rank };
      }
    };
    for (let end = 2; end <= word.length; end += 1) take(begins.get(word.slice(0, end)), end, end);
    for (let start = 0; start < word.length - 2; start += 1) {
      take(ends.get(word.slice(start)), word.length, word.length - start);
      for (let end = start + 4; end <= word.length; end += 1) take(insides.get(word.slice(start, end)), end, end - start);
    }
    const meanings = found.flatMap((each) => each?.meanings ?? []);
    return meanings.length > 0 ? meanings : null;
  }

  function lookSolid(word: string): readonly T[] | null {
    const found = new Set<T>();
    for (let start = 0; start < word.length; ) {
      let step = 1;
      for (let end = Math.min(word.length, start + 10); end > start; end -= 1) {
        const meanings = solid.get(word.slice(start, end));
        if (!meanings) continue;
        for (const meaning of meanings) found.add(meaning);
        step = end - start;
        break;
      }
      start += step;
    }
    return found.size > 0 ? [...found] : null;
  }

  // the same few thousand words make up nearly all titles
  const memory = new Map<string, readonly T[] | null>();
  function remembered(word: string): readonly T[] | null {
    let meanings = memory.get(word);
    if (meanings === undefined) {
      const bounded = word.slice(0, 60);
      meanings = SOLID.test(word) ? lookSolid(bounded) : look(bounded);
      if (memory.size >= MEMORY) memory.clear();
      memory.set(word, meanings);
    }
    return meanings;
  }

  const fits = (word: string | undefined, wanted: string): boolean => word !== undefined && (word === wanted || (wanted.endsWith('*') && word.startsWith(wanted.slice(0, -1))));
  return {
    scan(row) {
      const places = [...row.keys()].filter((place) => !skip.has(row[place]!));
      const words = places.map((place) => row[place]!);
      const hits: Hit<T>[] = [];
      for (let at = 0; at < words.length; ) {
        const phrase = phrases.get(words[at]!.slice(0, 2))?.find((each) => each.words.every((wanted, index) => fits(words[at + index], wanted)));
        const last = at + (phrase?.words.length ?? 1) - 1;
        // the last word of a phrase may still say that a person is meant
        const meanings = phrase ? [...phrase.meanings, ...(remembered(words[last]!) ?? []).filter(weak)] : remembered(words[at]!);
        if (meanings) hits.push({ from: places[at]!, to: places[last]! + 1, meanings });
        at = last + 1;
      }
      return hits;
    },
  };
}
