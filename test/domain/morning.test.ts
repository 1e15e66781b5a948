import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMorning, meet, type Morning, progressOf, skip, unskip } from '../../src/domain/morning.ts';

const DAY = '2026-11-22';
const none: Morning = { day: '', met: [], skipped: {} };
const keys = fc.uniqueArray(fc.constantFrom('a@1', 'b@1', 'c@1', 'd@1', 'a@2', 'b@2', 'e@3'));

describe('the progress of a morning', () => {
  test('is what was met and is not due any more', () => {
    const morning = meet(none, DAY, ['a@1', 'b@1', 'c@1']);
    expect(progressOf(morning, new Set(['b@1']))).toEqual({ done: 2, total: 3 });
  });

  test('stays when new ones come due and goes back by one with an undo', () => {
    const morning = meet(meet(none, DAY, ['a@1', 'b@1']), DAY, ['b@1', 'c@1']);
    expect(progressOf(morning, new Set(['b@1', 'c@1']))).toEqual({ done: 1, total: 3 });
    expect(progressOf(morning, new Set(['a@1', 'b@1', 'c@1']))).toEqual({ done: 0, total: 3 });
  });

  test('counts what was put off and came due again as another one', () => {
    const morning = meet(meet(none, DAY, ['a@1']), DAY, ['a@2']);
    expect(progressOf(morning, new Set(['a@2']))).toEqual({ done: 1, total: 2 });
  });

  test('begins anew on another day', () => {
    const yesterday = skip(meet(none, '2026-11-21', ['a@1']), 'a@1', 5);
    expect(meet(yesterday, DAY, ['b@1'])).toEqual({ day: DAY, met: ['b@1'], skipped: {} });
  });

  test('whatever comes, goes and comes back: due and done together are all that was met, each once', () => {
    fc.assert(fc.property(fc.array(keys, { minLength: 1 }), (looks) => {
      let morning = none;
      for (const due of looks) {
        const total = morning.met.length;
        morning = meet(morning, DAY, due);
        const here = new Set(due);
        const progress = progressOf(morning, here);
        expect(progress.done + due.length).toBe(progress.total);
        expect(progress.total).toBe(new Set(morning.met).size);
        expect(progress.total >= total).toBe(true);
        expect(meet(morning, DAY, due)).toBe(morning);
      }
    }));
  });

  test('a skip is taken back whole, and changes nothing of the progress', () => {
    const morning = meet(none, DAY, ['a@1', 'b@1']);
    expect(unskip(skip(morning, 'a@1', 7), 'a@1')).toEqual(morning);
    expect(progressOf(skip(morning, 'a@1', 7), new Set(['a@1', 'b@1']))).toEqual({ done: 0, total: 2 });
  });

  test('what was stored is read as far as it is sound', () => {
    expect(checkMorning(undefined)).toEqual(none);
    expect(checkMorning({ day: 4, met: ['a@1', 3, 'a@1'], skipped: { 'a@1': 'x', 'b@1': 2 } })).toEqual({ day: '', met: ['a@1'], skipped: { 'b@1': 2 } });
    fc.assert(fc.property(fc.anything(), (said) => { checkMorning(said); }));
  });
});
