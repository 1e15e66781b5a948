import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criterion, CRITERION_KINDS, type Icp, type ScoreInput } from '../../src/domain/icp.ts';
import { compileIcp, scoreFit } from '../../src/domain/score.ts';

const criterion = (kind: Criterion['kind'], any: string[], more: Partial<Criterion> = {}): Criterion => ({ id: `${kind}:${any.join('|')}`, kind, any, weight: 5, rule: 'plus', ...more });
const first = (input: ScoreInput, each: Criterion) => scoreFit({ criteria: [each] }, input).criteria[0]!;
const state = (input: ScoreInput, each: Criterion): string => first(input, each).state;

describe('industry', () => {
  it.each([
    ['Computer Software', ['Software'], 'match'], ['Embedded Software Products', ['Software'], 'match'], ['Softwareentwicklung', ['software'], 'match'], ['Computer Hardware', ['Software'], 'no'], ['Maschinenbau', ['Machinery'], 'match'], ['Conseil en management', ['Management Consulting'], 'match'],
    ['Banking', ['Insurance'], 'no'], ['Banking', ['Financial Services'], 'match'], ['Financial Services', ['Banking'], 'unknown'], ['Software Development', ['SaaS'], 'unknown'], ['Technology', ['Software', 'Banking'], 'unknown'], ['Bakery', ['Software', 'Banking'], 'no'],
    ['Gizmos', ['Software'], 'unknown'], ['Gizmos', ['gizmos'], 'match'], ['Gizmos', ['gadgets'], 'no'], ['', ['Software'], 'unknown'], ['Hardware', ['Gizmos', 'hardware'], 'match'],
  ])('"%s" for %j is %s', (industry, any, expected) => expect(state({ industry }, criterion('industry', any))).toBe(expected));

  it('says which wanted word matched and the whole text it was read in', () => {
    expect(first({ industry: 'Herstellung von Metallerzeugnissen' }, criterion('industry', ['zebra', 'Metals, Plastics and Materials']))).toMatchObject({ state: 'match', field: 'industry', matched: 'Metals, Plastics and Materials', evidence: 'Herstellung von Metallerzeugnissen' });
  });
  it('that is only said in wider words may be proved by other texts, but not for a deal-breaker', () => {
    const input = { industry: 'Software Development', about: 'We sell a SaaS to bakers.' };
    expect(first(input, criterion('industry', ['SaaS']))).toMatchObject({ state: 'match', field: 'about' });
    expect(state(input, criterion('industry', ['SaaS'], { rule: 'never' }))).toBe('unknown');
  });
});

describe('headcount and revenue', () => {
  it.each<[string, Partial<Criterion>, string]>([
    ['51-200 employees', { min: 50, max: 500 }, 'match'], ['51-200', { min: 51, max: 200 }, 'match'], ['51-200', { min: 100, max: 500 }, 'unknown'], ['51-200', { max: 50 }, 'no'], ['51-200', { min: 201 }, 'no'], ['10.001+ Beschäftigte', { min: 1_000 }, 'match'], ['10,001+', { max: 20_000 }, 'unknown'],
    ['10,001+', { max: 10_000 }, 'no'], ['self-employed', { max: 10 }, 'match'], ['340', { min: 340, max: 340 }, 'match'], ['a few', { min: 1 }, 'unknown'], ['', { min: 1 }, 'unknown'],
  ])('"%s" people for %j is %s', (headcount, bounds, expected) => expect(state({ headcount }, criterion('headcount', [], bounds))).toBe(expected));
  it.each<[string, Partial<Criterion>, string]>([
    ['$10M - $50M', { min: 10e6, max: 50e6 }, 'match'], ['$10M to $50M', { min: 20e6 }, 'unknown'], ['€2,5 Mio.', { min: 5e6 }, 'no'], ['>1B', { min: 1e8 }, 'match'], ['<1M', { max: 1e6 }, 'match'], ['1 Mrd.', { max: 5e8 }, 'no'], ['profitable', { min: 1 }, 'unknown'],
  ])('"%s" a year for %j is %s', (revenue, bounds, expected) => expect(state({ revenue }, criterion('revenue', [], bounds))).toBe(expected));
  it('shows the text that it read', () => expect(first({ headcount: '51-200 employees' }, criterion('headcount', [], { min: 10 }))).toMatchObject({ matched: '51-200 employees', evidence: '51-200 employees', field: 'headcount' }));
  it('without a bound asks for nothing', () => expect(scoreFit({ criteria: [criterion('headcount', [])] }, { headcount: '5' })).toMatchObject({ fit: 0, coverage: 0 }));
});

describe('business model, technology, source and own fields', () => {
  it.each([
    ['B2B', ['b2b'], 'match'], ['B-to-B', ['B2B'], 'match'], ['Hersteller', ['manufacturing'], 'match'], ['B2B', ['b2c'], 'no'], ['B2B', ['saas'], 'unknown'], ['B2B', ['b2c', 'saas'], 'unknown'], ['SaaS', ['subscription'], 'match'], ['SaaS', ['retail'], 'no'], ['odd', ['b2b'], 'unknown'], ['', ['b2b'], 'unknown'],
  ])('the model "%s" for %j is %s', (model, any, expected) => expect(state({ model }, criterion('model', any))).toBe(expected));

  it('technology that is not in the list stays unknown: no such list is complete', () => {
    expect(first({ tech: ['Apache Kafka', 'React'] }, criterion('tech', ['Kafka']))).toMatchObject({ state: 'match', matched: 'Kafka', evidence: 'Apache Kafka', field: 'tech' });
    expect(state({ tech: ['Reaction'] }, criterion('tech', ['React']))).toBe('unknown');
    expect(state({}, criterion('tech', ['React']))).toBe('unknown');
    expect(scoreFit({ criteria: [criterion('title', ['CTO']), criterion('tech', ['SAP'], { rule: 'never' })] }, { title: 'CTO', tech: ['SAP ERP'] })).toMatchObject({ fit: 0, gate: 'deal-breaker' });
  });
  it('a source is one of the vocabulary or another', () => {
    expect(state({ source: 'webinar' }, criterion('source', ['webinar', 'referral']))).toBe('match');
    expect(state({ source: 'purchased-list' }, criterion('source', ['webinar']))).toBe('no');
    expect(state({}, criterion('source', ['webinar']))).toBe('unknown');
  });
  it('a field of the rep\'s own is found by its name in any spelling', () => {
    const region = criterion('custom', ['North*'], { field: 'Sales Région' });
    expect(first({ custom: { 'sales region': 'Northern Europe' } }, region)).toMatchObject({ state: 'match', field: 'custom', evidence: 'Northern Europe' });
    expect(state({ custom: { 'sales region': 'South' } }, region)).toBe('no');
    expect(state({ custom: { 'sales region': ' ' } }, region)).toBe('unknown');
    expect(state({ custom: { region: 'Northern Europe' } }, region)).toBe('unknown');
    expect(state({ custom: { constructor: 'North' } }, criterion('custom', ['North'], { field: '__proto__' }))).toBe('unknown');
  });
});

describe('for any ICP of all kinds and any person', () => {
  const any = fc.constantFrom('Software', 'SaaS', 'Technology', 'Banking', 'zebra', 'b2b', 'b2c', 'retail', 'React', 'webinar', 'Sales', 'VP', 'Berlin', 'Germany', '');
  const texts = fc.option(fc.constantFrom('Software Development', 'Technology', 'Banking', 'zebra', 'B2B', 'B2C retail', 'VP Sales', 'CTO', 'Berlin, Germany', 'Madrid', 'webinar', ''), { nil: undefined });
  const size = fc.option(fc.constantFrom('51-200', '10,001+', '1', 'a few', '$10M', '<1M', '1 Mrd.'), { nil: undefined });
  const person = fc.record({
    title: texts, headline: texts, company: texts, location: texts, about: texts, industry: texts, headcount: size, revenue: size, model: texts, source: texts,
    tech: fc.array(fc.constantFrom('React', 'SAP', 'Kafka'), { maxLength: 3 }), custom: fc.dictionary(fc.constantFrom('tier', 'region'), fc.constantFrom('Sales', 'zebra')),
  }) as fc.Arbitrary<ScoreInput>;
  const bound = fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined });
  const anyCriterion = fc.record({
    id: fc.uuid(), kind: fc.constantFrom(...CRITERION_KINDS), any: fc.array(any, { maxLength: 3 }), weight: fc.integer({ min: 1, max: 10 }), rule: fc.constantFrom('plus', 'plus', 'plus', 'must', 'never'), min: bound, max: bound, field: fc.constantFrom('tier', 'Region'),
  }) as fc.Arbitrary<Criterion>;
  const anyCriteria = fc.array(anyCriterion, { maxLength: 10 });

  it('a score never leaves 0 to 100, nor do the points of a criterion their share', () => {
    fc.assert(fc.property(anyCriteria, person, (criteria, input) => {
      const { fit, coverage, criteria: scores } = scoreFit({ criteria }, input);
      for (const number of [fit, coverage]) expect(Number.isInteger(number) && number >= 0 && number <= 100).toBe(true);
      for (const { points, max, state: is } of scores) expect(points).toBeCloseTo(is === 'match' ? max : is === 'no' ? 0 : max / 2, 9);
    }), { numRuns: 300 });
  });

  it('one more matching word, or a wider band, never lowers it', () => {
    fc.assert(fc.property(anyCriteria, person, fc.nat(), any, fc.boolean(), (criteria, input, pick, more, open) => {
      const at = criteria.length ? pick % criteria.length : 0;
      const one = criteria[at];
      if (!one || one.rule === 'never') return;
      const banded = one.kind === 'headcount' || one.kind === 'revenue';
      // a criterion that asked for nothing begins to ask: that is another ICP
      if (banded ? one.min === undefined || one.max === undefined : !one.any.some((word) => word !== '')) return;
      const wider = banded ? { ...one, ...(open ? { min: 0 } : { max: Infinity }) } : { ...one, any: [...one.any, more] };
      expect(scoreFit({ criteria: criteria.with(at, wider) }, input).fit).toBeGreaterThanOrEqual(scoreFit({ criteria }, input).fit);
    }), { numRuns: 300 });
  });

  it('the order of criteria does not matter', () => {
    fc.assert(fc.property(anyCriteria, person, (criteria, input) => {
      expect(compileIcp({ criteria: criteria.toReversed() }).mark(input)).toEqual(compileIcp({ criteria }).mark(input));
    }));
  });

  it('unknown never equals no: of each kind it gives more points and less coverage', () => {
    const cases: [Criterion, ScoreInput, ScoreInput, ScoreInput][] = [
      [criterion('industry', ['Software']), { industry: 'Bakery' }, {}, { industry: 'Software' }], [criterion('headcount', [], { min: 50, max: 100 }), { headcount: '1' }, { headcount: '51-200' }, { headcount: '60' }], [criterion('revenue', [], { min: 1e6 }), { revenue: '10K' }, {}, { revenue: '$5M' }],
      [criterion('model', ['b2b']), { model: 'B2C' }, { model: 'retail' }, { model: 'B2B' }], [criterion('source', ['webinar']), { source: 'referral' }, {}, { source: 'webinar' }], [criterion('custom', ['a'], { field: 'tier' }), { custom: { tier: 'b' } }, {}, { custom: { tier: 'a' } }],
    ];
    fc.assert(fc.property(fc.constantFrom(...cases), anyCriteria, fc.integer({ min: 1, max: 10 }), ([one, no, unknown, match], others, weight) => {
      const criteria = [{ ...one, weight }, ...others.filter(({ kind }) => kind === 'title' || kind === 'location')];
      const [a, b, c] = [no, unknown, match].map((input) => scoreFit({ criteria }, input)) as [ReturnType<typeof scoreFit>, ReturnType<typeof scoreFit>, ReturnType<typeof scoreFit>];
      expect([a, b, c].map((fit) => fit.criteria[0]!.state)).toEqual(['no', 'unknown', 'match']);
      expect(a.criteria[0]!.points < b.criteria[0]!.points && b.criteria[0]!.points < c.criteria[0]!.points).toBe(true);
      expect(a.fit <= b.fit && b.fit <= c.fit && a.coverage > b.coverage).toBe(true);
    }));
  });

  it('the score of an old version can be recomputed from its stored form, whatever was scored in between', () => {
    fc.assert(fc.property(anyCriteria, anyCriteria, person, person, (old, edited, input, other) => {
      const version: Icp = { id: 'icp', version: 1, name: 'x', criteria: old, createdAt: 0, updatedAt: 0 };
      const then = scoreFit(version, input);
      const stored = JSON.stringify(version);
      compileIcp({ criteria: edited }).score(other);
      scoreFit({ criteria: edited }, input);
      expect(scoreFit(JSON.parse(stored) as Icp, input)).toEqual(then);
    }));
  });
});
