import type { BantPart, BantState } from './qualification.ts';

/** What one step of qualification asks for, all of it; an absent part asks for nothing. */
export interface StepRule {
  /** 0..100 */
  fit?: number;
  coverage?: number;
  engagement?: number;
  /** At least this answer for each part named. */
  bant?: { [P in BantPart]?: BantState };
  /** At least so many of the four parts are answered, whatever the answer. */
  known?: number;
}

/** When somebody counts as qualified, step by step. Saving an edit makes a new version; old ones are kept, because who was qualified under them keeps it. */
export interface QualifiedRule {
  id: string;
  version: number;
  name: string;
  steps: { mql: StepRule; 'sales-qualified': StepRule; 'sales-ready': StepRule };
  createdAt: number;
  updatedAt: number;
}
