import { SEARCHED } from './search.ts';
import { columnOf, type SearchIndex } from './search-index.ts';
import type { PeopleTable } from './table.ts';
import { holdTexts, isRising, textStore } from './text-store.ts';

type Arrays = Map<string, Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>;

const PIECE = 10_000;

/** The index of words as arrays, for a table whose values have new codes (0 = nobody has it any more). Yields often. */
export function* packWords({ words, solid, postings, nameWords }: SearchIndex, fresh: ReadonlyMap<string, Uint32Array>): Generator<void, Arrays> {
  const arrays: Arrays = new Map();
  const names = fresh.get('name')!;
  const counts = new Uint8Array(names.reduce((most, code) => Math.max(most, code), 0) + 1);
  names.forEach((code, old) => { if (code !== 0) counts[code] = nameWords[old]!; });
  arrays.set('name', counts);
  const isUsed = new Uint8Array(words.length);
  const own: { from: Uint32Array; codes: Uint32Array<ArrayBuffer> }[] = [];
  for (const [at, { column }] of SEARCHED.entries()) {
    const { starts, codes } = postings[at]!;
    const next = fresh.get(column)!;
    const kept = new Uint32Array(codes.length);
    const from = new Uint32Array(starts.length);
    let length = 0;
    for (let word = 0; word < words.length; word++) {
      for (let place = starts[word]!; place < starts[word + 1]!; place++) {
        const code = next[codes[place]!]!;
        if (code === 0) continue;
        kept[length++] = code;
        isUsed[word] = 1;
      }
      from[word + 1] = length;
      if (word % PIECE === PIECE - 1) yield;
    }
    own.push({ from, codes: kept.slice(0, length) });
    yield;
  }
  // a word that nobody has any more is not kept, as nothing is of who was erased
  const places = new Uint32Array(words.length);
  const used = new Uint32Array(words.length);
  let count = 0;
  for (let word = 0; word < words.length; word++) {
    if (isUsed[word] !== 1) continue;
    places[word] = count;
    used[count++] = word;
  }
  const left = used.subarray(0, count);
  yield;
  const { bytes, ends } = yield* holdTexts(count, (place) => words[left[place]!]!);
  arrays.set('bytes', bytes).set('ends', ends).set('solid', Uint32Array.from(solid).filter((word) => isUsed[word] === 1).map((word) => places[word]!));
  for (const [at, { from, codes }] of own.entries()) {
    yield;
    // between two words that are left there is nothing
    arrays.set(`${SEARCHED[at]!.column}.starts`, startsOf(left, from)).set(`${SEARCHED[at]!.column}.codes`, codes);
  }
  return arrays;
}

function startsOf(words: Uint32Array, ends: Uint32Array): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(words.length + 1);
  for (let place = 0; place < words.length; place++) starts[place + 1] = ends[words[place]! + 1]!;
  return starts;
}

/** The index of words that was packed with this table; undefined when it does not fit it. Yields often. */
export function* unpackWords(arrays: ReadonlyMap<string, ArrayBufferView>, table: PeopleTable): Generator<void, SearchIndex | undefined> {
  const whole = (name: string): Uint32Array<ArrayBuffer> => {
    const array = arrays.get(name);
    return array instanceof Uint32Array ? array as Uint32Array<ArrayBuffer> : new Uint32Array();
  };
  const [bytes, nameWords, ends] = [arrays.get('bytes'), arrays.get('name'), whole('ends')];
  if (!(bytes instanceof Uint8Array) || !(nameWords instanceof Uint8Array) || !isRising(ends, bytes.length) || nameWords.length !== table.texts.name.size) return undefined;
  const words: string[] = [];
  for (const word of textStore({ bytes: bytes as Uint8Array<ArrayBuffer>, ends }).each()) {
    words.push(word);
    if (words.length % PIECE === 0) yield;
  }
  const postings: SearchIndex['postings'] = [];
  for (const { column } of SEARCHED) {
    const [starts, codes] = [whole(`${column}.starts`), whole(`${column}.codes`)];
    const { size } = columnOf(table, column);
    if (starts.length !== words.length + 1 || !isRising(starts, codes.length) || starts[words.length] !== codes.length) return undefined;
    for (let at = 0; at < codes.length; at++) if (codes[at]! >= size) return undefined;
    postings.push({ size, starts, codes });
    yield;
  }
  const solid = whole('solid');
  return solid.every((word) => word < words.length) ? { words, solid, postings, nameWords } : undefined;
}
