import { describe, expect, test } from 'vitest';
import { personaMatcher } from '../../src/domain/persona-match.ts';
import { tidied } from '../../src/domain/persona-edit.ts';
import { BANT_PARTS } from '../../src/domain/qualification.ts';
import { scoreFit } from '../../src/domain/score.ts';
import { readInput } from '../../src/domain/score/reading.ts';
import { generalQuestions, starterRows, STARTERS } from '../../src/domain/starter.ts';
import { checkRow } from '../../src/files/book-schema.ts';

const WHO: Record<string, [title: string, persona: string | null][]> = {
  saas: [
    ['VP Sales EMEA', 'revenue'], ['Head of Sales & Marketing', 'revenue'], ['Chief Revenue Officer', 'revenue'], ['Directrice commerciale', 'revenue'], ['Leiter Vertrieb', 'revenue'],
    ['CEO & Co-Founder', 'founder'], ['Geschäftsführerin', 'founder'], ['Owner', 'founder'],
    ['Head of RevOps', 'operations'], ['Senior Sales Operations Manager', 'operations'], ['Director of Operations', 'operations'],
    ['CFO', 'finance'], ['Leiter Finanzen', 'finance'], ['CTO & co-founder', 'founder'], ['Chief Information Security Officer', 'it'], ['IT Director', 'it'],
    ['Assistant to the CEO', null], ['Sales Intern', null], ['Baker', null], ['Nurse', null],
  ],
  agency: [
    ['Chief Marketing Officer', 'marketing-leader'], ['Head of Marketing', 'marketing-leader'], ['Marketingleiterin', 'marketing-leader'], ['Director of Demand Generation', 'marketing-leader'],
    ['Founder', 'owner'], ['Inhaberin', 'owner'], ['Head of E-Commerce', 'e-commerce'], ['Senior Brand Manager', 'brand'], ['Leiterin Unternehmenskommunikation', 'brand'], ['Marketing Manager', 'marketing-manager'], ['Social Media Manager', 'marketing-manager'],
    ['Plant Manager', null], ['Machine Operator', null],
  ],
  industrial: [
    ['Strategic Buyer', 'purchasing'], ['Leiter Einkauf', 'purchasing'], ['Head of Procurement', 'purchasing'], ['Responsable des achats', 'purchasing'], ['Plant Manager', 'plant'], ['Produktionsleiter', 'plant'], ['Director of Manufacturing', 'plant'],
    ['Mechanical Design Engineer', 'design'], ['Leiter Konstruktion', 'design'], ['Head of R&D', 'design'], ['Quality Manager', 'quality'], ['Supplier Quality Engineer', 'quality'], ['Managing Director', 'managing-director'], ['Geschäftsführender Gesellschafter', 'managing-director'],
    ['Journalist', null], ['Head of Social Media', null],
  ],
};

describe.each(STARTERS.map((starter) => [starter.id, starter] as const))('the starter for %s', (id, starter) => {
  const rows = starterRows(starter, 5);

  test('makes rows that a book file takes, with ids that are the same on every machine and nowhere doubled', () => {
    expect(starterRows(starter, 9).personas.map((one) => one.id)).toEqual(rows.personas.map((one) => one.id));
    const ids = [...rows.personas.map((one) => one.id), ...rows.personas.flatMap(({ questions }) => questions.map((one) => one.id)), ...generalQuestions(rows.icp.id).map((one) => one.id)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const [table, row] of [['icps', rows.icp], ['rules', rows.rule], ...rows.personas.map((one) => ['personas', one] as const)] as const) expect(checkRow(table, row)).toHaveProperty('row');
  });

  test('has four or five personas, each with a use for every part of its page', () => {
    expect(rows.personas.length).toBeGreaterThanOrEqual(4);
    for (const persona of rows.personas) {
      for (const list of [persona.titles, persona.seniorities, persona.departments, persona.responsibilities, persona.challenges, persona.help]) expect(list.length, persona.id).toBeGreaterThan(0);
      for (const part of BANT_PARTS) expect(persona.questions.some((one) => one.part === part), `${persona.id} ${part}`).toBe(true);
      // what the editor would do to it changes nothing
      expect(tidied(persona)).toEqual(persona);
    }
    for (const part of BANT_PARTS) expect(generalQuestions(rows.icp.id).some((one) => one.part === part)).toBe(true);
  });

  test('closes no gate on anybody: the first profile gets a score whatever is known', () => {
    expect(rows.icp.criteria.filter(({ rule }) => rule !== 'plus')).toEqual([]);
    for (const [title, persona] of WHO[id]!) {
      const { fit, coverage, gate } = scoreFit(rows.icp, { title });
      expect([gate, coverage > 0], title).toEqual(['open', true]);
      if (persona) expect(fit, title).toBeGreaterThanOrEqual(40);
    }
  });

  test('knows its people by their titles, and nobody else', () => {
    const match = personaMatcher(rows.personas);
    const found = WHO[id]!.map(([title]) => [title, match(readInput({ title }))?.personaId.replace(`starter-${id}-`, '') ?? null]);
    expect(found).toEqual(WHO[id]);
  });
});

test('a book without a starter asks what suits anybody', () => {
  expect(generalQuestions(undefined)).toBe(generalQuestions('my-own'));
  expect(generalQuestions('starter-saas')).not.toBe(generalQuestions(undefined));
});
