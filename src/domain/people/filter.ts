import { fold, patterns } from '../word.ts';
import type { Condition, SegmentFilter } from '../segment.ts';
import { COMPARISONS, kindOf, type PeopleNow, readField } from './field.ts';

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
  // each distinct value is looked at once
  const { codes, values } = reading;
  const found = Uint8Array.from(values, (names) => Number(holds(names)));
  return (slot) => found[codes[slot]!] === 1;
}

function namesTest({ is, values }: Condition): (names: readonly string[]) => boolean {
  const wanted = new Set(values);
  const words = is === 'contains' ? values.flatMap((text) => patterns(`${text}*`)) : [];
  // eslint-disable-next-line typescript/switch-exhaustiveness-check -- the others compare numbers
  switch (is) {
    case 'known': return (names) => names.length > 0;
    case 'unknown': return (names) => names.length === 0;
    case 'none-of': return (names) => !names.some((name) => wanted.has(name));
    case 'contains': return (names) => names.some((name) => { const text = fold(name); return words.some((word) => text.includes(word)); });
    case 'any-of': return (names) => names.some((name) => wanted.has(name));
    default: throw new RangeError(`no comparison of names: ${is}`);
  }
}

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
