import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Persona } from '../../src/domain/persona.ts';
import { MATCHED_BY, personaMatcher, personaOf } from '../../src/domain/persona-match.ts';
import { readInput } from '../../src/domain/score/reading.ts';
import { DEPARTMENTS, SENIORITIES } from '../../src/domain/title.ts';

const persona = (id: string, part: Partial<Persona>): Persona => ({ id, name: id, titles: [], seniorities: [], departments: [], responsibilities: [], challenges: [], help: [], questions: [], createdAt: 0, updatedAt: 0, ...part });
const match = (personas: Persona[], title: string, headline = '') => personaMatcher(personas)(readInput({ title, headline }));

const revenue = persona('revenue', { titles: ['RevOps', 'revenue operations'], seniorities: ['vp', 'head'], departments: ['revenue-operations'] });
const sales = persona('sales', { seniorities: ['vp', 'head', 'director'], departments: ['sales'] });
const ceo = persona('ceo', { titles: ['CEO'], seniorities: ['c-level', 'founder'], departments: ['executive'] });
const anySales = persona('any-sales', { departments: ['sales', 'marketing'] });

describe('the persona that a title suggests', () => {
  test('a word of its titles is surer than the role, the role surer than the department', () => {
    const word = match([sales, persona('words', { titles: ['VP Sales'] })], 'VP Sales');
    expect(word).toMatchObject({ personaId: 'words', by: 'title', word: 'VP Sales', evidence: 'VP Sales', field: 'title' });
    const role = match([sales, anySales], 'Head of Sales');
    expect(role).toMatchObject({ personaId: 'sales', by: 'role', seniority: 'head', department: 'sales' });
    const department = match([anySales], 'Head of Sales');
    expect(department).toMatchObject({ personaId: 'any-sales', by: 'department', department: 'sales' });
    expect(word!.sure).toBeGreaterThan(role!.sure);
    expect(role!.sure).toBeGreaterThan(department!.sure);
  });

  test('nobody is forced into one: another rank, another department or nothing at all suits none', () => {
    for (const title of ['Sales Intern', 'Head of Logistics', 'Poet', '', 'We grow together']) expect(match([revenue, sales, ceo], title), title).toBe(null);
    expect(match([], 'CEO')).toBe(null);
    expect(match([persona('blank', {})], 'CEO')).toBe(null);
  });

  test('whoever assists the CEO is not taken for the CEO', () => {
    expect(match([ceo], 'Assistant to the CEO')).toBe(null);
    expect(match([ceo], 'CEO')).toMatchObject({ personaId: 'ceo' });
  });

  test('the headline speaks only where the title is silent, and is less sure', () => {
    expect(match([ceo, sales], 'Head of Sales', 'Podcast with every CEO')).toMatchObject({ personaId: 'sales', field: 'title' });
    const headline = match([revenue], '', 'RevOps at Example | ex-CEO');
    expect(headline).toMatchObject({ personaId: 'revenue', by: 'title', field: 'headline' });
    expect(headline!.sure).toBeLessThan(match([revenue], 'RevOps')!.sure);
    expect(match([ceo], '', 'former CEO | Advisor')).toBe(null);
  });

  test('of two that suit alike the longer word wins, and a rival costs sureness', () => {
    const vague = persona('a-vague', { titles: ['operations'] });
    expect(match([vague, revenue], 'Revenue Operations Manager')!.personaId).toBe('revenue');
    const twin = persona('z-twin', { ...sales, id: 'z-twin' });
    expect(match([sales, twin], 'VP Sales')).toMatchObject({ personaId: 'sales' });
    expect(match([sales, twin], 'VP Sales')!.sure).toBeLessThan(match([sales], 'VP Sales')!.sure);
  });
});

describe('the choice of the rep', () => {
  test('wins over what the title suggests, until that persona is gone', () => {
    const reading = readInput({ title: 'CEO' });
    expect(personaOf('sales', [ceo, sales], reading)).toEqual({ persona: sales, chosen: true });
    expect(personaOf('gone', [ceo, sales], reading)).toMatchObject({ persona: ceo, chosen: false, match: { by: 'title' } });
    expect(personaOf(undefined, [sales], reading)).toBe(null);
  });
});

describe('whatever the personas and the title', () => {
  const TITLES = ['VP Sales', 'Head of Marketing', 'CEO & Co-Founder', 'Buyer', 'Leiter Einkauf', 'Intern', 'Poet', '', 'RevOps', 'Assistant to the CEO', '采购经理', '((*'];
  const anyPersona = fc.record({
    id: fc.uuid(), titles: fc.array(fc.oneof(fc.constantFrom('CEO', 'sales', 'buyer', 'Einkauf*', 'RevOps', '*', ' '), fc.string({ maxLength: 12 })), { maxLength: 4 }),
    seniorities: fc.uniqueArray(fc.constantFrom(...SENIORITIES), { maxLength: 4 }), departments: fc.uniqueArray(fc.constantFrom(...DEPARTMENTS), { maxLength: 4 }),
  }).map(({ id, ...part }) => persona(id, part));
  const anyText = fc.oneof(fc.constantFrom(...TITLES), fc.string({ maxLength: 40 }));
  const many = fc.uniqueArray(anyPersona, { selector: ({ id }) => id, maxLength: 6 });

  test('the order of personas does not matter, and sureness lies between nothing and certainty', () => {
    fc.assert(fc.property(many, anyText, anyText, (personas, title, headline) => {
      const found = match(personas, title, headline);
      expect(match(personas.toReversed(), title, headline)).toEqual(found);
      if (!found) return;
      expect(found.sure).toBeGreaterThan(0);
      expect(found.sure).toBeLessThan(1);
      const one = personas.find(({ id }) => id === found.personaId)!;
      if (found.by === 'title') expect(one.titles).toContain(found.word);
      if (found.by === 'role') expect(one.seniorities).toContain(found.seniority);
      if (found.department) expect(one.departments).toContain(found.department);
    }));
  });

  test('one more persona never makes the reason weaker, and one that has the title’s very words is found by it', () => {
    fc.assert(fc.property(many, anyPersona, anyText, (personas, more, title) => {
      fc.pre(personas.every(({ id }) => id !== more.id));
      const [before, after] = [match(personas, title), match([...personas, more], title)];
      if (before) expect(MATCHED_BY.indexOf(after!.by)).toBeLessThanOrEqual(MATCHED_BY.indexOf(before.by));
      const exact = persona(more.id, { titles: ['Chief Beekeeper'] });
      expect(match([...personas.map((one) => ({ ...one, titles: [] })), exact], 'Chief Beekeeper')).toMatchObject({ personaId: more.id, by: 'title' });
    }));
  });
});
