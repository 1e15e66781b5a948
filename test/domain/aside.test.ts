import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broughtBack, disqualified, gain, halfWay, isAside, looked, lookAt, notNow, wayBack } from '../../src/domain/aside.ts';
import { STAGES, type Prospect, type Stage } from '../../src/domain/prospect.ts';
import { prospectOf } from './prospect-of.ts';

const why = { reason: 'no-budget' as const, note: '', resumeAt: 1_000, followUpId: 'f1' };
const IN_PIPELINE = STAGES.filter((stage) => !isAside(stage));

describe('putting somebody aside', () => {
  test('keeps the reason, the stage before, the fit of then and a look at the score half way', () => {
    const prospect = prospectOf({ stage: 'engaged', fit: { icpId: 'i', version: 1, fit: 62, coverage: 80 } });
    expect(notNow(prospect, { ...why, note: 'budget in Q3' }, 200)).toMatchObject({
      stage: 'nurture', aside: { reason: 'no-budget', note: 'budget in Q3', at: 200, from: 'engaged', resumeAt: 1_000, rescoreAt: 600, fit: 62, followUpId: 'f1' },
    });
  });

  test('whatever is done while somebody is aside, the way back leads to the last stage in the pipeline', () => {
    const step = fc.constantFrom<'not-now' | 'disqualify' | 'look' | 'back'>('not-now', 'disqualify', 'look', 'back');
    fc.assert(fc.property(fc.constantFrom(...IN_PIPELINE), fc.array(step), (stage, steps) => {
      let prospect: Prospect = prospectOf({ stage });
      steps.forEach((one, at) => {
        if (one === 'not-now') prospect = notNow(prospect, { ...why, resumeAt: at + 100 }, at);
        if (one === 'disqualify') prospect = disqualified(prospect, { reason: 'other', note: '', dropped: [] }, at);
        if (one === 'look') prospect = looked(prospect);
        if (one === 'back' && isAside(prospect.stage)) prospect = broughtBack(prospect);
        expect(isAside(prospect.stage)).toBe(prospect.aside !== undefined);
        expect(wayBack(prospect)).toBe(stage);
      });
    }));
  });

  test.each<[string, Stage, Partial<Prospect>]>([
    ['somebody of whom nothing is kept', 'nurture', {}],
    ['a file that says a stage aside was the one before', 'disqualified', { aside: { reason: 'other', note: '', at: 1, from: 'nurture' } }],
  ])('%s goes back to new', (_what, stage, part) => {
    expect(broughtBack(prospectOf({ stage, ...part })).stage).toBe('new');
  });

  test('the look at the score lies between now and the resume date', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), (at, wait) => {
      const middle = halfWay(at, at + wait);
      expect(middle >= at && middle <= at + wait).toBe(true);
    }));
  });

  test('the next date is the look, and after it the resume date; without any there is none', () => {
    const aside = notNow(prospectOf(), why, 200);
    expect(lookAt(aside.aside)).toBe(600);
    expect(lookAt(looked(aside).aside)).toBe(1_000);
    expect(lookAt(undefined)).toBe(0);
  });

  test('points are gained against the day on which somebody was first put aside', () => {
    const fit = (points: number) => ({ icpId: 'i', version: 1, fit: points, coverage: 50 });
    const first = notNow(prospectOf({ fit: fit(40) }), why, 1);
    const again = notNow({ ...first, fit: fit(55) }, why, 2);
    expect(gain({ ...again, fit: fit(70) })).toBe(30);
    expect(gain(prospectOf({ fit: fit(70) }))).toBe(0);
  });
});

describe('disqualifying', () => {
  test('leaves open signals, and rejects a lead nobody decided on; the way back makes it new again', () => {
    const signals: Prospect['signals'] = [{ id: 's1', kind: 'news', at: 1, field: '', from: '', to: 'x', url: '', state: 'open' }];
    const gone = disqualified(prospectOf({ kind: 'lead', signals }), { reason: 'no-need', note: 'n', dropped: [] }, 5);
    expect(gone.signals![0]!.state).toBe('left');
    expect(gone.lead).toEqual({ state: 'rejected', at: 5, reason: 'no-interest', note: 'n' });
    expect(broughtBack(gone).lead).toEqual({ state: 'new', at: 5 });
  });

  test('a lead that was accepted stays accepted', () => {
    const lead = { state: 'accepted' as const, at: 2 };
    expect(broughtBack(disqualified(prospectOf({ kind: 'both', lead }), { reason: 'other', note: '', dropped: [] }, 5)).lead).toEqual(lead);
  });
});
