import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, countMove, noShift, shiftOf as shiftOfSlots, type Move } from '../../src/domain/fit-shift.ts';

const shiftOf = (moves: [number, number][]): ReturnType<typeof noShift> => {
  const shift = noShift();
  moves.forEach(([before, after], at) => countMove(shift, { id: String(at), name: '', before, after }));
  return shift;
};

test('bands begin at 70 and at 40', () => {
  expect([100, 70, 69, 40, 39, 0].map(bandOf)).toEqual(['good', 'good', 'warn', 'warn', 'bad', 'bad']);
});

test('people are counted in their band before and after', () => {
  expect(shiftOf([[80, 20], [50, 50], [10, 71]])).toMatchObject({ people: 3, moved: 2, before: { good: 1, warn: 1, bad: 1 }, after: { good: 1, warn: 1, bad: 1 } });
});

test('the five who move most are kept, whichever way', () => {
  const moves: [number, number][] = [[0, 1], [0, 90], [50, 50], [80, 0], [0, 10], [0, 20], [100, 70], [3, 2]];
  expect(shiftOf(moves).most.map(({ id }) => id)).toEqual(['1', '3', '6', '5', '4']);
});

test('the kept are those that sorting everybody would give', () => {
  const fit = fc.integer({ min: 0, max: 100 });
  fc.assert(fc.property(fc.array(fc.tuple(fit, fit), { maxLength: 40 }), (moves) => {
    const all: Move[] = moves.map(([before, after], at) => ({ id: String(at), name: '', before, after }));
    const sorted = all.filter(({ before, after }) => before !== after).toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)).slice(0, 5);
    const shift = shiftOf(moves);
    expect(shift.most).toEqual(sorted);
    expect([shift.before, shift.after].map(({ good, warn, bad }) => good + warn + bad)).toEqual([all.length, all.length]);
  }));
});

test('over the columns it is the same, and asks the names of few', () => {
  const fit = fc.integer({ min: 0, max: 100 });
  fc.assert(fc.property(fc.array(fc.tuple(fit, fit), { maxLength: 40 }), (moves) => {
    const [before, after] = [Uint8Array.from(moves, ([one]) => one), Uint8Array.from(moves, ([, one]) => one)];
    const work = shiftOfSlots(Uint32Array.from(moves.keys()), before, after, (slot) => ({ id: String(slot), name: '' }));
    const { value } = work.next();
    expect(value).toEqual(shiftOf(moves));
  }));
});
