import { type Codes, narrowCodes, type Numbers, setColumn, textColumn } from './column.ts';
import { newestFirst } from './newest.ts';
import { NUMBER_COLUMNS, SET_COLUMNS, TEXT_COLUMNS } from './row.ts';
import { packWords, unpackWords } from './packed-words.ts';
import type { BestScores } from './scores.ts';
import { behind, type SearchIndex } from './search-index.ts';
import { type PeopleTable, tableOf } from './table.ts';
import { type HeldTexts, holdTexts, isRising, textStore } from './text-store.ts';

const KINDS = { i8: Int8Array, u8: Uint8Array, u16: Uint16Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array } as const;
type Kind = keyof typeof KINDS;
export type Typed = InstanceType<(typeof KINDS)[Kind]>;

/** Scores as they are stored with the table, and what they rest on: `basis` names the ICPs and their versions. */
export interface KeptScores {
  basis: string;
  scores: BestScores;
}

/** What is worked out of a table and worth storing with it. */
export interface KeptAlong {
  kept?: KeptScores | undefined;
  /** Not stored when values have come that are not in it. */
  words?: SearchIndex | undefined;
}

/** A table to be stored: all its arrays in one run of bytes, and where each lies. */
export interface PackedPeople {
  count: number;
  sections: { name: string; kind: Kind; from: number; length: number }[];
  sets: Record<string, string[][]>;
  basis: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const SCORE_COLUMNS = ['fit', 'coverage', 'icp'] as const;
const WORDS = 'word.';
const IDS = 10_000;

/** The table as it is stored: the newest people first, without free slots and without values that nobody has any more. Yields often; the table must not change until it is done. */
export function* packTable(table: PeopleTable, { kept, words }: KeptAlong = {}): Generator<void, PackedPeople> {
  const slots = newestFirst(table);
  const fresh = new Map<string, Uint32Array>();
  yield;
  const arrays = new Map<string, Typed>();
  const hold = (name: string, { bytes, ends }: HeldTexts): void => void arrays.set(`${name}.bytes`, bytes).set(`${name}.ends`, ends);
  hold('ids', yield* holdTexts(slots.length, (at) => table.ids[slots[at]!]!));
  yield;
  for (const name of TEXT_COLUMNS) {
    const column = table.texts[name];
    const { codes, used, next } = usedCodes(column.codes, column.size, slots);
    arrays.set(`${name}.codes`, codes);
    fresh.set(name, next);
    yield;
    hold(name, column.pick(used));
    yield;
  }
  const sets: PackedPeople['sets'] = {};
  for (const name of SET_COLUMNS) {
    const column = table.sets[name];
    const { codes, used, next } = usedCodes(column.codes, column.size, slots);
    arrays.set(`${name}.codes`, codes);
    fresh.set(name, next);
    sets[name] = used.map((code) => [...column.valueAt(code)]);
    yield;
  }
  for (const name of NUMBER_COLUMNS) {
    arrays.set(name, taken(table.numbers[name], slots));
    yield;
  }
  if (kept) for (const name of SCORE_COLUMNS) arrays.set(`score.${name}`, taken(kept.scores[name], slots));
  if (words && behind(words, table) === 0) for (const [name, array] of yield* packWords(words, fresh)) arrays.set(`${WORDS}${name}`, array);
  return { count: slots.length, sets, basis: kept?.basis ?? '', ...yield* inOneRun(arrays) };
}

function* inOneRun(arrays: ReadonlyMap<string, Typed>): Generator<void, Pick<PackedPeople, 'sections' | 'bytes'>> {
  let length = 0;
  const sections: PackedPeople['sections'] = [];
  for (const [name, array] of arrays) {
    sections.push({ name, kind: (Object.keys(KINDS) as Kind[]).find((kind) => array.constructor === KINDS[kind])!, from: length, length: array.length });
    // every array begins where the widest may
    length += Math.ceil(array.byteLength / 8) * 8;
  }
  const bytes = new Uint8Array(length);
  for (const { name, from } of sections) {
    const { buffer, byteOffset, byteLength } = arrays.get(name)!;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), from);
    yield;
  }
  return { sections, bytes };
}

/** The table that was packed, in the same bytes, and the scores that were stored with it; null when what is stored is no table. Yields often. */
export function* unpackTable(packed: unknown): Generator<void, ({ table: PeopleTable } & KeptAlong) | null> {
  try {
    const { count, sections, sets, basis, bytes } = packed as PackedPeople;
    if (bytes.byteOffset !== 0) return null;
    const arrays = new Map(sections.map(({ name, kind, from, length }) => [name, new KINDS[kind](bytes.buffer, from, length)]));
    const array = (name: string, length: number): Typed => {
      const found = arrays.get(name);
      if (found?.length !== length) throw new RangeError(name);
      return found;
    };
    const held = (name: string): HeldTexts => {
      const [text, ends] = [arrays.get(`${name}.bytes`), arrays.get(`${name}.ends`)];
      if (!(text instanceof Uint8Array) || !(ends instanceof Uint32Array) || !isRising(ends, text.length)) throw new RangeError(name);
      return { bytes: text as HeldTexts['bytes'], ends: ends as HeldTexts['ends'] };
    };
    const codesOf = (name: string, values: number): Codes => {
      const codes = array(`${name}.codes`, count) as Codes;
      for (let at = 0; at < count; at++) if (!(codes[at]! < values)) throw new RangeError(name);
      return codes;
    };
    const columns: Record<string, unknown> = {};
    for (const name of TEXT_COLUMNS) {
      const texts = held(name);
      // 0 is nothing: who is put in with nothing is not to get what somebody else has
      if (texts.ends[0] !== 0) throw new RangeError(name);
      columns[name] = textColumn(texts, codesOf(name, texts.ends.length));
      yield;
    }
    for (const name of SET_COLUMNS) if (!Array.isArray(sets[name]) || sets[name][0]?.length !== 0) return null;
    const setColumns = Object.fromEntries(SET_COLUMNS.map((name) => [name, setColumn(sets[name], codesOf(name, sets[name]!.length))]));
    yield;
    const numbers = Object.fromEntries(NUMBER_COLUMNS.map((name) => [name, array(name, count) as Numbers]));
    const ids: string[] = [];
    const slotOf = new Map<string, number>();
    for (const id of textStore(held('ids')).each()) {
      slotOf.set(id, ids.length);
      ids.push(id);
      if (ids.length % IDS === 0) yield;
    }
    if (ids.length !== count || slotOf.size !== count || ids.includes('')) return null;
    const table = tableOf(ids, slotOf, columns as PeopleTable['texts'], setColumns as PeopleTable['sets'], numbers as PeopleTable['numbers']);
    const stored = new Map([...arrays].flatMap(([name, one]): [string, Typed][] => (name.startsWith(WORDS) ? [[name.slice(WORDS.length), one]] : [])));
    const words = stored.size > 0 ? yield* unpackWords(stored, table) : undefined;
    const kept = basis === '' ? undefined : { basis, scores: Object.fromEntries(SCORE_COLUMNS.map((name) => [name, array(`score.${name}`, count)])) as unknown as BestScores };
    return { table, kept, words };
  } catch {
    return null;
  }
}

/** New codes for the values that these slots have (`next` says which, 0 = nobody has it), in the order of their first appearance; the empty value stays 0. */
function usedCodes(codes: Codes, values: number, slots: Uint32Array): { codes: Codes; used: number[]; next: Uint32Array } {
  const next = new Uint32Array(values);
  const used = [0];
  const fresh = new Uint32Array(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const code = codes[slots[at]!]!;
    if (code !== 0 && next[code] === 0) next[code] = used.push(code) - 1;
    fresh[at] = next[code]!;
  }
  return { codes: narrowCodes(fresh, used.length), used, next };
}

function taken<A extends Numbers | Uint8Array<ArrayBuffer>>(array: A, slots: Uint32Array): A {
  const next = new (array.constructor as new (length: number) => A)(slots.length);
  for (let at = 0; at < slots.length; at++) next[at] = array[slots[at]!]!;
  return next;
}
