import { fold, patterns, plain } from '../word.ts';
import type { Condition, SegmentFilter } from '../segment.ts';
import { COMPARISONS, type FieldReading, kindOf, type PeopleNow, readField } from './field.ts';

export type SlotTest = (slot: number) => boolean;

const DAY = 86_400_000;
const MAX_CONDITIONS = 50;

/** A test for slots. A condition that says nothing (no value, an unknown field) narrows nothing. */
export function compileSegment({ match, conditions }: SegmentFilter, people: PeopleNow): SlotTest {
  const tests = conditions.slice(0, MAX_CONDITIONS).map((condition) => compileCondition(condition, people)).filter((test) => test !== null);
  if (tests.length === 0) return () => true;
  return match === 'all' ? (slot) => tests.every((test) => test(slot)) : (slot) => tests.some((test) => test(slot));
}

/** Does a condition say anything? */
export function says(condition: Condition): boolean {
  const { field, is, values, number } = condition;
  const kind = kindOf(field);
  if (kind === null || !COMPARISONS[kind].includes(is)) return false;
  if (is === 'known' || is === 'unknown') return true;
  if (is === 'contains') return values.some((text) => patterns(text).length > 0);
  return is === 'any-of' || is === 'none-of' ? values.length > 0 : number !== undefined && Number.isFinite(number);
}

function compileCondition(condition: Condition, people: PeopleNow): SlotTest | null {
  const reading = says(condition) ? readField(condition.field, people) : null;
  if (!reading) return null;
  if ('numberAt' in reading) return numberTest(condition, reading.numberAt, people.now);
  const holds = namesTest(condition);
  if ('namesAt' in reading) return (slot) => holds(reading.namesAt(slot));
  const found = foundOf(reading, JSON.stringify([condition.field, condition.is, condition.values]), holds);
  const { codes } = reading.column;
  return (slot) => found[codes[slot]!] === 1;
}

/** By condition which values of a column meet it. */
const met = new WeakMap<object, Map<string, Uint8Array>>();
/** Conditions that are remembered of each column. */
const MOST_MET = 40;

/** Which values meet a condition, by code. Each distinct one is looked at once for as long as the column lives: a segment is counted again with every change. */
function foundOf({ column, namesOf }: Extract<FieldReading, { column: unknown }>, condition: string, holds: (names: readonly string[]) => boolean): Uint8Array {
  let kept = met.get(column);
  if (!kept) met.set(column, kept = new Map());
  const known = kept.get(condition);
  if (known?.length === column.size) return known;
  const found = new Uint8Array(column.size);
  found.set(known ?? []);
  let code = known?.length ?? 0;
  for (const names of namesOf(code)) found[code++] = Number(holds(names));
  if (kept.size >= MOST_MET) kept.clear();
  kept.set(condition, found);
  return found;
}

function namesTest({ is, values }: Condition): (names: readonly string[]) => boolean {
  const wanted = new Set(values);
  const words = is === 'contains' ? values.flatMap((text) => patterns(`${text}*`)) : [];
  // eslint-disable-next-line typescript/switch-exhaustiveness-check -- the others compare numbers
  switch (is) {
    case 'known': return (names) => names.length > 0;
    case 'unknown': return (names) => names.length === 0;
    case 'none-of': return (names) => !names.some((name) => wanted.has(name));
    case 'contains': return containing(words);
    case 'any-of': return (names) => names.some((name) => wanted.has(name));
    default: throw new RangeError(`no comparison of names: ${is}`);
  }
}

/** Do names contain one of these patterns? Most do not even hold the first word of one, which is told many times as fast as folding them. */
function containing(patternsOfWords: readonly string[]): (names: readonly string[]) => boolean {
  const firsts = patternsOfWords.map((pattern) => pattern.trim().split(' ')[0]!);
  const mayHold = (low: string): boolean => firsts.some((first) => low.includes(first));
  return (names) => names.some((name) => {
    const low = plain(name);
    // a hyphened word is looked for without its hyphen as well
    if (!mayHold(low) && !(HYPHEN.test(low) && mayHold(low.replace(HYPHENS, '')))) return false;
    const text = fold(name);
    return patternsOfWords.some((pattern) => text.includes(pattern));
  });
}

const HYPHEN = /[-\u2010\u2011]/, HYPHENS = /[-\u2010\u2011]/g;

/** What is not known is in no range; a moment is within days ahead of now or behind it. */
function numberTest({ is, number = 0 }: Condition, numberAt: (slot: number) => number, now: number): SlotTest {
  // eslint-disable-next-line typescript/switch-exhaustiveness-check -- the others compare names
  switch (is) {
    case 'known': return (slot) => !Number.isNaN(numberAt(slot));
    case 'unknown': return (slot) => Number.isNaN(numberAt(slot));
    case 'at-least': return (slot) => numberAt(slot) >= number;
    case 'at-most': return (slot) => numberAt(slot) <= number;
    // the last 7 days; with a negative number the next 7
    case 'within-days': return number >= 0 ? (slot) => { const at = numberAt(slot); return at >= now - number * DAY && at <= now; } : (slot) => { const at = numberAt(slot); return at > now && at <= now - number * DAY; };
    // longer ago than 7 days; with a negative number further ahead than 7
    case 'before-days': return number >= 0 ? (slot) => numberAt(slot) < now - number * DAY : (slot) => numberAt(slot) > now - number * DAY;
    default: throw new RangeError(`no comparison of numbers: ${is}`);
  }
}
