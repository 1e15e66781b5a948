import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, isAtLeast, scoreBant } from '../../src/domain/bant.ts';
import { BANT_PARTS, BANT_STATES, type Bant, type BantState } from '../../src/domain/qualification.ts';

const answer = (state: BantState): { state: BantState; evidence: string; at: number } => ({ state, evidence: '', at: 1 });
const bants = fc.dictionary(fc.constantFrom(...BANT_PARTS), fc.constantFrom(...BANT_STATES).map(answer)) as fc.Arbitrary<Bant>;
const RANKS = [undefined, ...BANT_STATES] as const;
const rank = (state: BantState | undefined): number => ({ no: 0, unknown: 1, partly: 2, yes: 3 })[state ?? 'unknown'];

describe('the score of BANT', () => {
  test.each([
    [{}, 40, 0],
    [{ need: answer('no') }, 30, 25],
    [{ need: answer('partly') }, 45, 25],
    [{ need: answer('yes') }, 55, 25],
    [{ budget: answer('no'), authority: answer('no'), need: answer('no'), timing: answer('no') }, 0, 100],
    [{ budget: answer('yes'), authority: answer('yes'), need: answer('yes'), timing: answer('yes') }, 100, 100],
    [{ budget: answer('yes'), authority: answer('partly'), need: answer('yes'), timing: answer('no') }, 65, 100],
  ])('%j gives %i with %i%% known', (bant: Bant, score, completeness) => {
    expect(scoreBant(bant)).toMatchObject({ score, completeness });
  });

  test('stays a whole number within 0..100, and its points add up to it', () => {
    fc.assert(fc.property(bants, (bant) => {
      const { score, points, completeness, known } = scoreBant(bant);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      expect(Object.values(points).reduce((sum, one) => sum + one, 0)).toBe(score);
      expect(completeness).toBe(25 * known);
    }));
  });

  test('a better answer is worth more: no, then unknown, then partly, then yes', () => {
    fc.assert(fc.property(bants, fc.constantFrom(...BANT_PARTS), fc.constantFrom(...RANKS), fc.constantFrom(...RANKS), (bant, part, one, other) => {
      const { [part]: _old, ...rest } = bant;
      const withState = (state: BantState | undefined): number => scoreBant(state ? { ...rest, [part]: answer(state) } : rest).score;
      expect(Math.sign(withState(one) - withState(other))).toBe(Math.sign(rank(one) - rank(other)));
    }));
  });

  test('gaps are what is not answered, or only partly', () => {
    expect(scoreBant({ budget: answer('yes'), need: answer('partly'), timing: answer('no') }).gaps).toEqual(['authority', 'need']);
    expect(scoreBant(undefined).gaps).toEqual([...BANT_PARTS]);
  });

  test('an answer that is none is unknown', () => {
    const odd = { budget: { state: 'maybe', evidence: '', at: 1 }, colour: answer('yes') } as unknown as Bant;
    expect(answersOf(odd)).toEqual({});
    expect(scoreBant(odd).score).toBe(40);
  });

  test('unknown is not even a no', () => {
    expect(isAtLeast(undefined, 'no')).toBe(false);
    expect([isAtLeast('no', 'no'), isAtLeast('no', 'partly'), isAtLeast('partly', 'partly'), isAtLeast('partly', 'yes'), isAtLeast('yes', 'yes')]).toEqual([true, false, true, false, true]);
  });
});
