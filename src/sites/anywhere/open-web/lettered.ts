/** A pattern about letters, as a `RegExp` is used. */
export interface Lettered {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  /** The expression that serves this text: both find the same in it. */
  of(text: string): RegExp;
}

/** What neither Latin letters nor the signs and pictures between them are. */
const OTHER = /[^\0-\u017e\u0180-\u02c1\u2000-\u206f\u20a0-\u20bf\u2190-\u23ff\u2500-\u2bff\u3000-\u3002]/;
const LETTERS = { i: 'a-zªµºß-öø-ˁ', '': 'A-Za-zªµºÀ-ÖØ-öø-ˁ' };

/**
 * An expression in which `[\p{L}]` (or `[\p{Lu}]`, `[\p{Ll}]` where case does not count), always in brackets, stands for letters of all scripts. To know all of them takes a browser
 * milliseconds a pattern, more than reading the page: so a text in Latin script is asked in Latin letters, and each form is made when first asked for.
 */
export function lettered(source: string, flags: 'i' | '' = 'i'): Lettered {
  let latin: RegExp | undefined, whole: RegExp | undefined;
  const of = (text: string): RegExp => (OTHER.test(text) ? whole ??= new RegExp(source, `${flags}u`) : latin ??= new RegExp(source.replace(/\\p\{L[ul]?\}/g, LETTERS[flags]), flags));
  return { of, test: (text) => of(text).test(text), exec: (text) => of(text).exec(text) };
}
