import type { Icp } from './icp.ts';
import type { DiscoveryQuestion, Persona } from './persona.ts';
import type { QualifiedRule } from './rule.ts';
import { AGENCY } from './starter/agency.ts';
import { INDUSTRIAL } from './starter/industrial.ts';
import { questionsOf, type StarterPlaybook } from './starter/playbook.ts';
import { GENERAL_QUESTIONS } from './starter/question.ts';
import { SAAS } from './starter/saas.ts';

/** The playbooks that a new rep may begin with, one for each kind of seller. */
export const STARTERS: readonly StarterPlaybook[] = [SAAS, AGENCY, INDUSTRIAL];

/** The id that a starter's ICP and rule have on every machine. */
export function starterRowId({ id }: StarterPlaybook): string {
  return `starter-${id}`;
}

/** The rows of a starter. Their ids are the same on every machine: a book that comes from another one brings no second set. `now` is epoch ms. */
export function starterRows(starter: StarterPlaybook, now: number): { icp: Icp; personas: Persona[]; rule: QualifiedRule } {
  const id = starterRowId(starter);
  const made = { createdAt: now, updatedAt: now };
  return {
    icp: { id, version: 1, name: starter.icp.name, criteria: structuredClone(starter.icp.criteria), ...made },
    personas: starter.personas.map(({ key, questions, ...persona }) => ({ ...structuredClone(persona), id: `${id}-${key}`, questions: questionsOf(`${id}-${key}`, questions), ...made })),
    rule: { id, version: 1, name: starter.rule.name, steps: structuredClone(starter.rule.steps), ...made },
  };
}

/** The questions for people without a persona: those of the starter whose ICP this is, else a set that suits anybody. */
export function generalQuestions(icpId: string | undefined): readonly DiscoveryQuestion[] {
  const starter = STARTERS.find((one) => starterRowId(one) === icpId);
  return starter ? questionsOf(`${starterRowId(starter)}-general`, starter.questions) : GENERAL_QUESTIONS;
}
