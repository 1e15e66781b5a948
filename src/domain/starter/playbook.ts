import type { Criterion } from '../icp.ts';
import type { DiscoveryQuestion, Persona } from '../persona.ts';
import type { BantPart } from '../qualification.ts';
import type { QualifiedRule } from '../rule.ts';

/** A persona of a starter: `key` names it for ever, so that two machines make the same row. */
export interface StarterPersona extends Omit<Persona, 'id' | 'questions' | 'createdAt' | 'updatedAt'> {
  key: string;
  questions: Record<BantPart, string[]>;
}

/** What a seller of one kind begins with; texts are content, in English, to be edited by the rep. */
export interface StarterPlaybook {
  id: 'saas' | 'agency' | 'industrial';
  /** What is sold, and to whom, in a few words each. */
  name: string;
  sells: string;
  icp: { name: string; criteria: Criterion[] };
  personas: StarterPersona[];
  rule: Pick<QualifiedRule, 'name' | 'steps'>;
  /** For people whose persona is not known. */
  questions: Record<BantPart, string[]>;
}

/** Questions with ids that stay the same as long as their order does. */
export function questionsOf(prefix: string, questions: Record<BantPart, string[]>): DiscoveryQuestion[] {
  return (Object.entries(questions) as [BantPart, string[]][]).flatMap(([part, texts]) => texts.map((text, at) => ({ id: `${prefix}-${part}-${at + 1}`, part, text })));
}
