import type { BantPart } from './qualification.ts';
import type { Department, Seniority } from './title.ts';

/** A question that finds something out, and which part of BANT its answer fills. */
export interface DiscoveryQuestion {
  id: string;
  part: BantPart;
  text: string;
}

/** A role pattern: who it is by title, what they answer for, what is hard for them, how we help, and what to ask them. */
export interface Persona {
  id: string;
  name: string;
  /** Words of a title (syntax of Criterion.any), seniorities and departments that make somebody this persona. */
  titles: string[];
  seniorities: Seniority[];
  departments: Department[];
  responsibilities: string[];
  challenges: string[];
  help: string[];
  questions: DiscoveryQuestion[];
  createdAt: number;
  updatedAt: number;
}
