import type { Stage } from './prospect.ts';

/** What is kept of qualifying somebody; the rules over it are in bant.ts, priority.ts, qualified.ts, aside.ts and committee.ts. */
export const BANT_PARTS = ['budget', 'authority', 'need', 'timing'] as const;
export type BantPart = (typeof BANT_PARTS)[number];

/** Absent is unknown, which is not "no". */
export const BANT_STATES = ['no', 'partly', 'yes'] as const;
export type BantState = (typeof BANT_STATES)[number];

export interface BantAnswer {
  state: BantState;
  /** What was said or seen, as typed; '' = none. */
  evidence: string;
  /** Epoch ms. */
  at: number;
}

export type Bant = { [P in BantPart]?: BantAnswer };

export const COMMITTEE_ROLES = ['decision-maker', 'champion', 'influencer', 'gatekeeper', 'user'] as const;
export type CommitteeRole = (typeof COMMITTEE_ROLES)[number];

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const QUALIFIED_STEPS = ['mql', 'sales-qualified', 'sales-ready'] as const;

/** A step of qualification: when, under which version of which rule (by: rule), or by the rep's word against it (by: rep, with a reason). */
export interface QualifiedStep {
  step: (typeof QUALIFIED_STEPS)[number];
  at: number;
  ruleId: string;
  version: number;
  by: 'rule' | 'rep';
  reason?: string;
}

export const DISQUALIFY_REASONS = ['no-fit', 'no-budget', 'no-authority', 'no-need', 'bad-timing', 'competitor', 'customer-already', 'left-company', 'not-reachable', 'asked-not-to', 'other'] as const;
export const NOT_NOW_REASONS = ['bad-timing', 'no-budget', 'contract-runs', 'project-frozen', 'other-priorities', 'new-in-role', 'no-answer', 'other'] as const;
export type AsideReason = (typeof DISQUALIFY_REASONS)[number] | (typeof NOT_NOW_REASONS)[number];

/** Why somebody is aside, since when, where they stood, and when they are looked at again (epoch ms). */
export interface Aside {
  reason: AsideReason;
  note: string;
  at: number;
  /** The stage before, to which the way back leads. */
  from: Stage;
  resumeAt?: number;
  rescoreAt?: number;
  /** The fit when it was put aside, 0..100. */
  fit?: number;
  /** The follow-up that stands at `resumeAt`; it is closed by the way back. */
  followUpId?: string;
  /** Follow-ups that disqualifying closed; they are opened again by the way back. */
  dropped?: string[];
}

export const LEAD_REJECTIONS = ['no-fit', 'no-contact-data', 'duplicate', 'student-or-job-seeker', 'competitor', 'spam', 'no-interest', 'other'] as const;

/** A lead that was imported or came from the CRM: waiting, or what the rep said of it. */
export interface LeadDecision {
  state: 'new' | 'accepted' | 'rejected';
  at: number;
  reason?: (typeof LEAD_REJECTIONS)[number];
  note?: string;
}

export const RESEARCH_KINDS = ['challenge', 'pain', 'trigger', 'goal'] as const;

export interface ResearchNote {
  id: string;
  kind: (typeof RESEARCH_KINDS)[number];
  text: string;
  url: string;
  at: number;
}

/** Where leads come from; a fixed vocabulary, so that sources can be compared. */
export const LEAD_SOURCES = [
  'profile page', 'search', 'referral', 'webinar', 'e-book/whitepaper', 'newsletter', 'landing page', 'pop-up form', 'chatbot', 'free trial', 'paid ad', 'offline event', 'SEO blog', 'social', 'purchased list', 'other',
] as const;

/** How somebody can be reached, and how touches happened. */
export const CHANNELS = ['linkedin', 'email', 'call', 'meeting', 'x', 'website', 'webinar', 'event', 'form', 'other'] as const;
