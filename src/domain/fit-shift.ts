/** How a fit reads at a glance: 70 and more, 40 to 69, below. */
export type Band = 'good' | 'warn' | 'bad';

export const BANDS: readonly Band[] = ['good', 'warn', 'bad'];

export function bandOf(fit: number): Band {
  return fit >= 70 ? 'good' : fit >= 40 ? 'warn' : 'bad';
}

/** Somebody's fit before and after. */
export interface Move {
  id: string;
  name: string;
  before: number;
  after: number;
}

/** What another ICP would do to everybody: how many are in each band before and after, how many change at all, and who changes most. */
export interface Shift {
  people: number;
  moved: number;
  before: Record<Band, number>;
  after: Record<Band, number>;
  most: Move[];
}

const MOST = 5;

export function noShift(): Shift {
  return { people: 0, moved: 0, before: { good: 0, warn: 0, bad: 0 }, after: { good: 0, warn: 0, bad: 0 }, most: [] };
}

/** Counts one person in; the five that move most are kept in order, among equals who came first. */
export function countMove(shift: Shift, move: Move): void {
  shift.people++;
  shift.before[bandOf(move.before)]++;
  shift.after[bandOf(move.after)]++;
  if (move.before === move.after) return;
  shift.moved++;
  const last = shift.most[MOST - 1];
  if (last && span(move) <= span(last)) return;
  shift.most = [...shift.most, move].toSorted((a, b) => span(b) - span(a)).slice(0, MOST);
}

/** The shift from these fits to those, by slot; `whoAt` is asked for who moves most alone. Yields often. */
export function* shiftOf(slots: Uint32Array, before: Uint8Array, after: Uint8Array, whoAt: (slot: number) => { id: string; name: string }): Generator<void, Shift> {
  const shift = noShift();
  let seen = 0;
  for (const slot of slots) {
    const [then, now] = [before[slot]!, after[slot]!];
    // who cannot be among the five is only counted
    const last = shift.most[MOST - 1];
    const who = then !== now && (!last || Math.abs(now - then) > span(last)) ? whoAt(slot) : { id: '', name: '' };
    countMove(shift, { ...who, before: then, after: now });
    if (++seen % ROWS === 0) yield;
  }
  return shift;
}

const ROWS = 10_000;

function span({ before, after }: Move): number {
  return Math.abs(after - before);
}
