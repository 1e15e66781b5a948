import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASKING_ORDER, nextQuestions } from '../../src/domain/discovery.ts';
import type { DiscoveryQuestion, Persona } from '../../src/domain/persona.ts';
import { BANT_PARTS, BANT_STATES, type Bant } from '../../src/domain/qualification.ts';
import { GENERAL_QUESTIONS } from '../../src/domain/starter/question.ts';

const persona = (questions: DiscoveryQuestion[]): Persona => ({ id: 'p', name: 'P', titles: [], seniorities: [], departments: [], responsibilities: [], challenges: [], help: [], questions, createdAt: 0, updatedAt: 0 });
const answer = (state: (typeof BANT_STATES)[number]) => ({ state, evidence: '', at: 0 });
const anyQuestion = fc.record({ id: fc.uuid(), part: fc.constantFrom(...BANT_PARTS), text: fc.constantFrom('Why now?', 'Who else?', ' ', '') });
const anyBant: fc.Arbitrary<Bant> = fc.record(Object.fromEntries(BANT_PARTS.map((part) => [part, fc.constantFrom(...BANT_STATES).map(answer)])), { requiredKeys: [] });

describe('the next questions', () => {
  test('nothing known: need comes first, budget last', () => {
    expect([...new Set(nextQuestions(undefined, undefined, GENERAL_QUESTIONS).map(({ part }) => part))]).toEqual(['need', 'authority', 'timing', 'budget']);
  });

  test('a part that is known, be it yes or no, is not asked again; one that is partly known is', () => {
    const bant: Bant = { need: answer('yes'), budget: answer('no'), timing: answer('partly') };
    expect([...new Set(nextQuestions(bant, undefined, GENERAL_QUESTIONS).map(({ part }) => part))]).toEqual(['authority', 'timing']);
  });

  test('the persona asks its own; the general set stands in for a part that it has none for', () => {
    const own: DiscoveryQuestion = { id: 'own', part: 'need', text: 'How long does a quote take?' };
    const asked = nextQuestions({}, persona([own, { id: 'blank', part: 'budget', text: '  ' }]), GENERAL_QUESTIONS);
    expect(asked.filter(({ part }) => part === 'need')).toEqual([own]);
    expect(asked.filter(({ part }) => part === 'budget')).toEqual(GENERAL_QUESTIONS.filter(({ part }) => part === 'budget'));
  });

  test('whatever is known: only open parts, in order, nothing blank, nothing twice, and an open part that somebody has a question for is asked about', () => {
    fc.assert(fc.property(anyBant, fc.option(fc.array(anyQuestion).map(persona), { nil: undefined }), fc.array(anyQuestion), (bant, who, general) => {
      const asked = nextQuestions(bant, who, general);
      const open = ASKING_ORDER.filter((part) => bant[part] === undefined || bant[part].state === 'partly');
      const places = asked.map(({ part }) => open.indexOf(part));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(asked.every(({ text }) => text.trim())).toBe(true);
      expect(new Set(asked).size).toBe(asked.length);
      for (const part of open) {
        const there = [...who?.questions ?? [], ...general].some((one) => one.part === part && one.text.trim());
        expect(asked.some((one) => one.part === part)).toBe(there);
      }
    }));
  });
});
