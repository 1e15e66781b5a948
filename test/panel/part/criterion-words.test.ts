import { expect, test, vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { blankCriterion } from '../../../src/domain/criterion.ts';
import { compareIcps } from '../../../src/domain/icp-change.ts';
import type { Criterion } from '../../../src/domain/icp.ts';
import { boundsName, changeWords, criterionWords, kindName, wordName } from '../../../src/panel/part/criterion-words.ts';

// as the browser fills texts in
vi.mock('../../../src/platform/locale.ts', () => ({
  uiLocale: () => 'en',
  t: (name: keyof typeof messages, ...parts: unknown[]) => {
    const { message, placeholders = {} } = messages[name] as { message: string; placeholders?: { [name: string]: { content: string } } };
    return message.replace(/\$(\w+)\$/g, (_all, place: string) => String(parts[Number(placeholders[place.toLowerCase()]!.content.slice(1)) - 1]));
  },
}));

const criterion = (kind: Criterion['kind'], more: Partial<Criterion> = {}): Criterion => ({ ...blankCriterion(kind, kind), ...more });

test('bounds are said as people say them', () => {
  expect(boundsName({ min: 51, max: 200 }, 'headcount')).toBe('51–200');
  expect(boundsName({ min: 10_001 }, 'headcount')).toBe('10,001+');
  expect(boundsName({ max: 50 }, 'headcount')).toBe('up to 50');
  expect(boundsName({ min: 7, max: 7 }, 'headcount')).toBe('7');
  expect(boundsName({ min: 200, max: 51 }, 'headcount')).toBe('200–51');
  expect(boundsName({}, 'headcount')).toBe('');
  expect(boundsName({ min: 1e6, max: 1e7 }, 'revenue', 'EUR')).toMatch(/^€1.+10.*M$/);
  expect(boundsName({ min: 1e9 }, 'revenue', 'no currency')).toBe('1B+');
});

test('a criterion is said in one line, names of a vocabulary in the rep’s language, an own field by its name', () => {
  expect(criterionWords(criterion('seniority', { any: ['c-level', 'my own'] }))).toBe('C-level, my own');
  expect(criterionWords(criterion('location', { any: ['Berlin', 'Rome', 'Oslo'], within: 50 }), undefined, 2)).toBe('Berlin, Rome and 1 more, within 50 km');
  expect(criterionWords(criterion('headcount'))).toBe('nothing yet');
  expect([kindName(criterion('custom', { field: ' Region ' })), kindName(criterion('custom'))]).toEqual(['Region', 'Own field']);
  expect(['e-book/whitepaper', 'SEO blog'].map((source) => wordName('source', source))).toEqual(['E-book or whitepaper', 'SEO blog']);
});

test('what changed is said part by part', () => {
  const before = [criterion('title', { any: ['Sales'] }), criterion('headcount', { min: 51, max: 200 }), criterion('location', { any: ['Berlin'], within: 50 }), criterion('tech', { any: ['AWS'] })];
  const after = [criterion('title', { any: ['Growth'], weight: 8, rule: 'must' }), criterion('headcount', { min: 51 }), criterion('location', { any: ['Berlin'] }), { ...criterion('keywords', { any: ['AWS'] }), id: 'tech' }];
  expect(compareIcps({ name: 'Old', criteria: before }, { name: 'New', criteria: after }).map((one) => changeWords(one))).toEqual([
    'Name: “Old” → “New”', 'Title words: + Growth, − Sales, Counts → Must have, weight 5 → 8', 'Headcount: 51–200 → 51+', 'Location: 50 km → –', 'Technology: Technology → Keywords AWS',
  ]);
});
