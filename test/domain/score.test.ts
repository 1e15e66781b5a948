import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, ScoreInput } from '../../src/domain/icp.ts';
import { compileIcp, scoreFit } from '../../src/domain/score.ts';
import { readInput } from '../../src/domain/score/reading.ts';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import { anyText } from './any-text.ts';

const criterion = (kind: Criterion['kind'], any: string[], more: Partial<Criterion> = {}): Criterion => ({ id: `${kind}:${any.join('|')}`, kind, any, weight: 5, rule: 'plus', ...more });
const icp = (...criteria: Criterion[]): { criteria: Criterion[] } => ({ criteria });
const state = (input: ScoreInput, each: Criterion): string => scoreFit(icp(each), input).criteria[0]!.state;

describe('points', () => {
  const sales = criterion('title', ['Sales'], { weight: 6 });
  const berlin = criterion('location', ['Berlin'], { weight: 4 });

  it('come in full for a match, half for unknown, none for a known no', () => {
    expect(scoreFit(icp(sales, berlin), { title: 'VP Sales', location: 'Berlin' })).toMatchObject({ fit: 100, coverage: 100, gate: 'open' });
    expect(scoreFit(icp(sales, berlin), { title: 'VP Sales' })).toMatchObject({ fit: 80, coverage: 60 });
    expect(scoreFit(icp(sales, berlin), { title: 'VP Sales', location: 'Madrid' })).toMatchObject({ fit: 60, coverage: 100 });
    expect(scoreFit(icp(sales, berlin), {})).toMatchObject({ fit: 50, coverage: 0 });
    expect(scoreFit(icp(sales, berlin), { title: 'Baker', location: 'Madrid' })).toMatchObject({ fit: 0, coverage: 100 });
  });

  it('are given with the word that matched, the text it stood in, and for unknown the field that would tell', () => {
    const { criteria } = scoreFit(icp(sales, berlin), { title: 'VP Sales' });
    expect(criteria[0]).toEqual({ criterionId: sales.id, kind: 'title', rule: 'plus', state: 'match', points: 60, max: 60, field: 'title', matched: 'Sales', evidence: 'VP Sales' });
    expect(criteria[1]).toEqual({ criterionId: berlin.id, kind: 'location', rule: 'plus', state: 'unknown', points: 20, max: 40, field: 'location' });
  });

  it('are refused with what stands there instead', () => {
    const no = (input: ScoreInput, each: Criterion): string | undefined => scoreFit(icp(each), input).criteria[0]!.evidence;
    expect(no({ title: 'VP Sales', location: 'Madrid' }, berlin)).toBe('Madrid');
    expect(no({ headline: 'Head Baker' }, criterion('seniority', ['vp']))).toBe('Head Baker');
    expect(no({ headcount: '11-50' }, criterion('headcount', [], { min: 51 }))).toBe('11-50');
    expect(no({ custom: { Region: 'South' } }, criterion('custom', ['North'], { field: 'region' }))).toBe('South');
  });

  it('are not given to a criterion without words, which does not count at all', () => {
    expect(scoreFit(icp(sales, criterion('company', ['', ' * '])), { title: 'Sales' })).toMatchObject({ fit: 100, coverage: 100, criteria: [{}, { state: 'unknown', max: 0, points: 0 }] });
    expect(scoreFit(icp(), { title: 'Sales' })).toEqual({ fit: 0, coverage: 0, gate: 'open', criteria: [] });
  });

  it('stay right when a weight is out of bounds', () => {
    expect(scoreFit(icp(criterion('title', ['Sales'], { weight: Number.NaN }), criterion('location', ['Rome'], { weight: 1e9 })), { title: 'Sales', location: 'Oslo' }).fit).toBe(9);
  });
});

describe('gates', () => {
  const plus = criterion('title', ['Sales']);
  const must = criterion('location', ['Berlin'], { rule: 'must' });
  const never = criterion('company', ['Example Bank'], { rule: 'never' });

  it('a deal-breaker makes the fit 0 and says so, with the reason', () => {
    const fit = scoreFit(icp(plus, never), { title: 'Sales', company: 'The Example Bank AG' });
    expect(fit).toMatchObject({ fit: 0, gate: 'deal-breaker' });
    expect(fit.criteria[1]).toMatchObject({ state: 'match', points: 0, max: 0, evidence: 'The Example Bank AG' });
  });
  it('a must that is known to be missing makes the fit 0', () => expect(scoreFit(icp(plus, must), { title: 'Sales', location: 'Madrid' })).toMatchObject({ fit: 0, gate: 'must-missing' }));
  it('an unknown must leaves three quarters', () => expect(scoreFit(icp(plus, must), { title: 'Sales' })).toMatchObject({ fit: 75, gate: 'must-unknown', coverage: 50 }));
  it('a met must leaves everything', () => expect(scoreFit(icp(plus, must), { title: 'Sales', location: 'Berlin' })).toMatchObject({ fit: 100, gate: 'open' }));
  it('an unknown deal-breaker closes nothing', () => expect(scoreFit(icp(plus, never), { title: 'Sales' })).toMatchObject({ fit: 100, gate: 'open' }));
  it('a deal-breaker does not close on a loose word of a headline', () => {
    const recruiter = criterion('title', ['Recruiting'], { rule: 'never' });
    expect(scoreFit(icp(plus, recruiter), { title: 'VP Sales', headline: 'VP Sales | recruiting talent' })).toMatchObject({ gate: 'open' });
    expect(scoreFit(icp(plus, recruiter), { headline: 'Head of Recruiting' })).toMatchObject({ gate: 'deal-breaker' });
  });
  it('an ICP with gates alone starts at 100', () => expect(scoreFit(icp(must), { location: 'Berlin' })).toMatchObject({ fit: 100, coverage: 100 }));
});

describe('what is read where', () => {
  it('a headline stands in for a missing title, former roles left out', () => {
    expect(state({ headline: 'CTO at Example | ex-CFO' }, criterion('title', ['CTO']))).toBe('match');
    expect(state({ headline: 'CTO at Example | ex-CFO' }, criterion('title', ['CFO']))).toBe('no');
  });
  it('a wanted title may also stand in the headline beside a known title', () => expect(state({ title: 'Founder', headline: 'CTO & Founder' }, criterion('title', ['CTO']))).toBe('match'));
  it('every rank of a title counts', () => {
    for (const rank of ['founder', 'c-level', 'C-Level', 'CEO']) expect(state({ title: 'CTO & co-founder' }, criterion('seniority', [rank]))).toBe('match');
    expect(state({ title: 'CTO & co-founder' }, criterion('seniority', ['vp']))).toBe('no');
  });
  it('a slogan says nothing about the role', () => expect(state({ headline: 'Making the world a better place' }, criterion('title', ['CTO']))).toBe('unknown'));
  it('an industry may be proved by other texts but not disproved', () => {
    const saas = criterion('industry', ['SaaS']);
    expect(scoreFit(icp(saas), { about: 'I run a B2B SaaS business.' }).criteria[0]).toMatchObject({ state: 'match', field: 'about' });
    expect(state({ about: 'I bake bread.' }, saas)).toBe('unknown');
    expect(state({ industry: 'Bakery', about: 'We buy SaaS' }, saas)).toBe('no');
  });
  it('keywords are unknown until the about text is there', () => {
    expect(state({ headline: 'CTO' }, criterion('keywords', ['B2B']))).toBe('unknown');
    expect(state({ headline: 'CTO', about: 'Bread' }, criterion('keywords', ['B2B']))).toBe('no');
    expect(state({ headline: 'CTO for B2B' }, criterion('keywords', ['B2B']))).toBe('match');
  });
  it('seniority and department come from the parsed title and name the field they were read in', () => {
    const { criteria } = scoreFit(icp(criterion('seniority', ['VP']), criterion('department', ['Sales'])), { title: 'VP', headline: 'VP Sales at Example' });
    expect(criteria[0]).toMatchObject({ state: 'match', field: 'title', evidence: 'VP', matched: 'VP' });
    expect(criteria[1]).toMatchObject({ state: 'match', field: 'headline', evidence: 'VP Sales at Example' });
    expect(state({ title: 'VP Sales' }, criterion('seniority', ['intern']))).toBe('no');
    expect(state({ title: 'Qwertyuiop' }, criterion('seniority', ['intern']))).toBe('unknown');
  });
  it.each([
    ['Berlin, Deutschland', ['Germany'], 'match'], ['Zürich, Switzerland', ['DACH'], 'match'], ['Austin, TX', ['USA'], 'match'], ['Paris, France', ['Germany'], 'no'], ['Berlin', ['Germany'], 'unknown'], ['Greater Munich Area', ['Germany'], 'unknown'],
    ['Germany', ['Berlin'], 'unknown'], ['Munich, Germany', ['Berlin'], 'no'], ['Munich', ['Berlin'], 'no'], ['Berlin, New Hampshire', ['Berlin'], 'match'], ['', ['Berlin'], 'unknown'], ['New Jersey', ['Jersey'], 'match'],
  ])('the location "%s" for %j is %s', (location, any, expected) => expect(state({ location }, criterion('location', any))).toBe(expected));
  it('whole words only: CTO is not in director, IT not in with', () => {
    expect(state({ title: 'Director' }, criterion('title', ['CTO']))).toBe('no');
    expect(state({ title: 'x', about: 'working with people' }, criterion('keywords', ['IT']))).toBe('no');
  });
});

describe('the starter ICP', () => {
  const starter = starterIcp('1', 0);
  it('tells a buyer from a bystander on the first profile', () => {
    const buyer = scoreFit(starter, { title: 'VP Sales', headline: 'VP Sales at Example | B2B SaaS' });
    const bystander = scoreFit(starter, { title: 'Software Engineer', headline: 'Software Engineer', about: 'I like compilers.' });
    expect(buyer.fit).toBeGreaterThanOrEqual(90);
    expect(bystander.fit).toBeLessThanOrEqual(40);
  });
  it('has one id a criterion', () => expect(new Set(starter.criteria.map(({ id }) => id)).size).toBe(starter.criteria.length));
});

describe('for any ICP and person', () => {
  const word = fc.constantFrom('Sales', 'CTO', 'VP', 'head', 'engineer*', 'Berlin', 'SaaS', '営業', 'C++', 'director', 'owner', '');
  const text = fc.option(fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')), { nil: undefined });
  const person = fc.record({ headline: text, title: text, company: text, location: text, about: text, industry: text }) as fc.Arbitrary<ScoreInput>;
  const anyCriterion: fc.Arbitrary<Criterion> = fc.record({
    id: fc.uuid(), kind: fc.constantFrom('title', 'seniority', 'department', 'industry', 'location', 'company', 'keywords'),
    any: fc.array(word, { maxLength: 3 }), weight: fc.integer({ min: 1, max: 10 }), rule: fc.constantFrom('plus', 'plus', 'plus', 'must', 'never'),
  });
  const anyCriteria = fc.array(anyCriterion, { maxLength: 10 });

  it('fit and coverage are whole numbers from 0 to 100 and points add up to the open fit', () => {
    fc.assert(fc.property(anyCriteria, person, (criteria, input) => {
      const { fit, coverage, gate, criteria: scores } = scoreFit({ criteria }, input);
      for (const number of [fit, coverage]) expect(Number.isInteger(number) && number >= 0 && number <= 100).toBe(true);
      const points = scores.reduce((sum, score) => sum + score.points, 0);
      if (gate === 'open' && scores.some(({ max }) => max > 0)) expect(Math.abs(points - fit)).toBeLessThan(0.5 + 1e-9);
      for (const score of scores) expect(score.points >= 0 && score.points <= score.max).toBe(true);
    }));
  });

  it('the order of criteria does not matter', () => {
    fc.assert(fc.property(anyCriteria, person, fc.nat(), (criteria, input, turn) => {
      const at = criteria.length ? turn % criteria.length : 0;
      const turned = [...criteria.slice(at), ...criteria.slice(0, at)].reverse();
      expect(compileIcp({ criteria: turned }).mark(input)).toEqual(compileIcp({ criteria }).mark(input));
    }));
  });

  it('one more matching word never lowers the fit, unless it is a deal-breaker that matches', () => {
    fc.assert(fc.property(anyCriteria, person, fc.nat(), word, (criteria, input, pick, more) => {
      const at = criteria.length ? pick % criteria.length : 0;
      const wider = criteria.map((each, index) => (index === at && each.any.some((any) => any !== '') && each.rule !== 'never' ? { ...each, any: [...each.any, more] } : each));
      expect(scoreFit({ criteria: wider }, input).fit).toBeGreaterThanOrEqual(scoreFit({ criteria }, input).fit);
    }));
  });

  it('unknown lies strictly between no and match, in points and never above a match in fit', () => {
    fc.assert(fc.property(anyCriteria, person, fc.integer({ min: 1, max: 10 }), (criteria, input, weight) => {
      const about = { about: 'x', title: '', headline: '', company: '', industry: '' };
      const added = criterion('location', ['Zanzibar'], { weight });
      const rest = criteria.filter(({ kind }) => kind !== 'location');
      const fitAt = (location: string) => scoreFit({ criteria: [...rest, added] }, { ...about, ...input, location });
      const [no, unknown, match] = [fitAt('Elsewhere'), fitAt(''), fitAt('Zanzibar')];
      const points = [no, unknown, match].map((fit) => fit.criteria.at(-1)!.points) as [number, number, number];
      expect(points[0] < points[1] && points[1] < points[2]).toBe(true);
      expect(no.fit <= unknown.fit && unknown.fit <= match.fit).toBe(true);
      expect(no.coverage).toBeGreaterThanOrEqual(unknown.coverage);
    }));
  });

  it('is the same from texts, from a reading, and marked without reasons', () => {
    fc.assert(fc.property(anyCriteria, person, (criteria, input) => {
      const scorer = compileIcp({ criteria });
      const { criteria: _reasons, ...mark } = scorer.score(input);
      expect(scorer.mark(readInput(input))).toEqual(mark);
      expect(scorer.score(readInput(input))).toEqual(scorer.score(input));
    }));
  });

  it('never throws and bounds its evidence on any text', () => {
    fc.assert(fc.property(anyText(60), anyText(60), (shown, wanted) => {
      const about = shown.repeat(20);
      const fit = scoreFit(icp(criterion('keywords', [wanted]), criterion('title', [shown])), { title: shown, headline: shown, about });
      for (const { evidence } of fit.criteria) expect((evidence ?? '').length).toBeLessThanOrEqual(162);
    }));
  });
});
