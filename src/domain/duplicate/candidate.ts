import { companyName } from '../company-name.ts';
import type { ValueColumn } from '../people/column.ts';
import { slotsOf, type PeopleTable } from '../people/table.ts';
import { companiesMark, mayShare } from './mark.ts';
import { nameBlocks, readyName, type ReadyName } from './person-name.ts';
import { nameWeight, WORTH } from './suspicion.ts';

/** Two people whose rows are worth a look: the most that may come of it. Ids in order. */
export interface Candidate {
  a: string;
  b: string;
  /** What their weights add up to at most. */
  most: number;
}

/** In a group that more share it tells nobody apart. */
const WIDEST_NAME = 60;
const WIDEST = 40;
const WIDEST_MARK = 6;
/** So many pairs are looked at, the likeliest first. */
const MOST_PAIRS = 4_000;
const STEP = 200;

/**
 * Pairs of people who may be one, out of the columns alone; rows decide. `shared`: groups of ids that have a handle or a mailbox name in common.
 * Yields now and then, so that whoever runs it can give others a turn.
 */
export function* candidates(table: PeopleTable, shared: readonly (readonly string[])[]): Generator<void, Candidate[]> {
  // who comes meanwhile is taken apart when they are looked at
  const nameOf = yield* kept(readNames, table.texts.name, readyName);
  const companyOf = yield* kept(readCompanies, table.texts.company, companyKey);
  const pairs = new Set<string>();
  let likeliest: Candidate[] = [];
  const handles = new Set<string>();
  const weigh = (one: number, other: number): void => {
    const [a, b] = table.ids[one]! < table.ids[other]! ? [one, other] : [other, one];
    const at = `${table.ids[a]!} ${table.ids[b]!}`;
    if (a === b || pairs.has(at)) return;
    const most = mostOf(table, nameOf, companyOf, a, b, handles.has(at));
    if (most < WORTH) return;
    pairs.add(at);
    // a big book has many more than are wanted: all of them are never sorted in one go
    if (likeliest.push({ a: table.ids[a]!, b: table.ids[b]!, most }) >= 2 * MOST_PAIRS) likeliest = firstOf(likeliest);
  };
  for (const ids of shared) {
    const slots = ids.flatMap((id) => table.slotOf.get(id) ?? []);
    if (slots.length > WIDEST_MARK) continue;
    for (const [one, other] of pairsOf(slots)) handles.add([table.ids[one]!, table.ids[other]!].toSorted().join(' '));
  }
  for (const at of [...handles]) {
    const [a, b] = at.split(' ') as [string, string];
    const [one, other] = [table.slotOf.get(a), table.slotOf.get(b)];
    if (one !== undefined && other !== undefined) weigh(one, other);
  }
  yield;
  let count = 0;
  for (const group of yield* groups(table, nameOf, companyOf)) {
    for (const [one, other] of pairsOf(group)) {
      weigh(one, other);
      // most groups are of two or three
      if (++count % STEP === 0) yield;
    }
  }
  return firstOf(likeliest);
}

/** The likeliest of these pairs, in the order in which they are looked at. */
function firstOf(pairs: readonly Candidate[]): Candidate[] {
  return pairs.toSorted((x, y) => y.most - x.most || (x.a === y.a ? order(x.b, y.b) : order(x.a, y.a))).slice(0, MOST_PAIRS);
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function* pairsOf(slots: readonly number[]): Generator<[number, number]> {
  for (let at = 0; at < slots.length; at++) for (let other = at + 1; other < slots.length; other++) yield [slots[at]!, slots[other]!];
}

/** Slots that share what people who are one share. */
function* groups(table: PeopleTable, nameOf: OfSlot<ReadyName>, companyOf: OfSlot<string>): Generator<void, number[][]> {
  const [byName, byCompany, byMark] = [new Map<string, number[]>(), new Map<string, number[]>(), new Map<string, number[]>()];
  const blocks = new Map<number, ReturnType<typeof nameBlocks>>();
  let count = 0;
  for (const slot of slotsOf(table)) {
    if (++count % STEP === 0) yield;
    const code = table.texts.name.codes[slot]!;
    let block = blocks.get(code);
    if (!block) blocks.set(code, block = nameBlocks(nameOf(slot)));
    for (const whole of block.wholes) if (whole) push(byName, whole, slot);
    const company = companyOf(slot);
    if (company) {
      if (block.initial) push(byCompany, `${block.initial}@${company}`, slot);
      for (const first of block.firsts) push(byCompany, `${first}@@${company}`, slot);
    }
    const { phone, picture } = table.numbers;
    if (phone[slot]) push(byMark, `+${phone[slot]}`, slot);
    if (picture[slot]) push(byMark, `.${picture[slot]}`, slot);
  }
  yield;
  const found: number[][] = [];
  for (const [map, widest] of [[byName, WIDEST_NAME], [byCompany, WIDEST], [byMark, WIDEST_MARK]] as const) {
    for (const slots of map.values()) {
      if (slots.length > 1 && slots.length <= widest) found.push(slots);
      if (++count % (10 * STEP) === 0) yield;
    }
  }
  return found;
}

/** What two people's weights may add up to when their rows are read: what columns tell, and of the rest the best. */
function mostOf({ texts, numbers }: PeopleTable, nameOf: OfSlot<ReadyName>, companyOf: OfSlot<string>, a: number, b: number, sharesHandle: boolean): number {
  const name = nameWeight(nameOf(a), nameOf(b));
  if (name === -Infinity) return name;
  const [here, there] = [companyOf(a), companyOf(b)];
  const account = texts.accountId.get(a);
  const isSame = (here !== '' && here === there) || (account !== '' && account === texts.accountId.get(b));
  const { phone, picture, pastCompanies, addresses } = numbers;
  // a company that was is in the number of one, the one that is in a text of the other
  const isPast = !isSame && (mayHold(pastCompanies[a]!, texts.company.get(b)) || mayHold(pastCompanies[b]!, texts.company.get(a)));
  const company = isSame || isPast ? 3 : here !== '' && there !== '' ? -1.5 : 0;
  const place = texts.location.codes[a] === texts.location.codes[b] || texts.location.get(a).slice(0, 4).toLowerCase() === texts.location.get(b).slice(0, 4).toLowerCase() ? 1 : 0;
  const title = texts.title.get(a) !== '' && texts.title.get(a).toLowerCase() === texts.title.get(b).toLowerCase() ? 1 : 0;
  return name + company + (texts.location.get(a) && texts.location.get(b) ? place : 0) + title
    + (phone[a] && phone[a] === phone[b] ? 4 : 0) + (picture[a] && picture[a] === picture[b] ? 4 : 0) + (mayShare(addresses[a]!, addresses[b]!) ? 5.5 : 0) + (sharesHandle ? 6 : 0);
}

/** Was this company in the number of those that were? */
function mayHold(past: number, company: string): boolean {
  return past !== 0 && company !== '' && mayShare(past, companiesMark([company]));
}

function push(map: Map<string, number[]>, key: string, slot: number): void {
  const found = map.get(key);
  if (found) found.push(slot);
  else map.set(key, [slot]);
}

const readNames = new WeakMap<ValueColumn<string>, ReadyName[]>();
const readCompanies = new WeakMap<ValueColumn<string>, string[]>();

type OfSlot<T> = (slot: number) => T;

function companyKey(text: string): string {
  const { stem, joined } = companyName(text);
  return stem || joined;
}

/** Each distinct text is taken apart once for as long as the column lives. */
function* kept<T>(memory: WeakMap<ValueColumn<string>, T[]>, column: ValueColumn<string>, read: (text: string) => T): Generator<void, OfSlot<T>> {
  const known = memory.get(column) ?? [];
  memory.set(column, known);
  for (let code = known.length; code < column.size; code++) {
    known.push(read(column.valueAt(code)));
    if (code % 50 === 49) yield;
  }
  return (slot) => known[column.codes[slot]!] ??= read(column.get(slot));
}
