import type { Priority } from './qualification.ts';

/** What a step does: warm-up first (seen, followed, reacted, commented, shared), then the ask, calls, mails, a meeting, and at last the goodbye. */
export const STEP_KINDS = ['viewed', 'followed', 'reacted', 'commented', 'shared', 'ask', 'message', 'call', 'email', 'meeting', 'breakup'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step: so many days (business days when it says so) after the one before it was done. */
export interface CadenceStep {
  id: string;
  kind: StepKind;
  channel: string;
  days: number;
  business: boolean;
  templateId?: string;
  text: string;
}

/** An ordered set of steps, done by hand. Each edit is a new version; who is in it goes on by step ids. */
export interface Cadence {
  id: string;
  version: number;
  name: string;
  steps: CadenceStep[];
  /** Priorities that it is the default for. */
  priorities: Priority[];
  createdAt: number;
  updatedAt: number;
}

export const STOP_REASONS = ['replied', 'meeting', 'do-not-contact', 'disqualified', 'not-now', 'by-hand', 'finished', 'cadence-removed'] as const;

/**
 * One person in one cadence. While it is active, exactly one open follow-up stands for its current step (`followUpId`); `past` says what became of
 * the steps before.
 */
export interface Enrolment {
  id: string;
  prospectId: string;
  cadenceId: string;
  version: number;
  state: 'active' | 'paused' | 'stopped';
  /** The step that is next; '' when none is left. */
  stepId: string;
  followUpId?: string;
  past: { stepId: string; at: number; done: boolean }[];
  startedAt: number;
  stoppedAt?: number;
  reason?: (typeof STOP_REASONS)[number];
  createdAt: number;
  updatedAt: number;
}
