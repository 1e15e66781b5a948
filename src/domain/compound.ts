import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './word.ts';

const SUSPENDED = /(\p{L}{3,})[-\u2010]\s*(?:und|oder|en|of|&|,|\/)\s*(\p{L}{6,})/gu;

/**
 * A folded text (`plain`) with the first word of "groß- und einzelhandel" written out as it is meant: "großhandel, und einzelhandel". How much of
 * the last word belongs to it is what the lexicon knows a word for; without one, or when the lexicon knows the pair as it stands, nothing is added.
 */
export function writtenOut(text: string, { scan }: Lexicon<unknown>): string {
  if (!text.includes('-') && !text.includes('\u2010')) return text;
  return text.replace(SUSPENDED, (all, stem: string, last: string) => {
    if (scan(wordsOf(stem)).length > 0 || scan(wordsOf(`${stem} ${last}`)).some(({ from, to }) => to - from > 1)) return all;
    const whole = Array.from({ length: last.length - 5 }, (_one, at) => stem + last.slice(at + 2)).find((word) => scan(wordsOf(word)).length > 0);
    return whole === undefined ? all : `${whole},${all.slice(stem.length + 1)}`;
  });
}
