import type { DoNotContactReason } from './do-not-contact.ts';

/** The six lawful bases for holding somebody's data (GDPR, article 6), the usual ones of a sales rep first. */
export const LAWFUL_BASES = ['legitimate-interest', 'consent', 'contract', 'legal-obligation', 'public-interest', 'vital-interest'] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

/** By what right somebody is in the book, as the rep has said (epoch ms). `keepUntil`: looked at, and kept on purpose until then. */
export interface Lawful {
  basis: LawfulBasis;
  note: string;
  at: number;
  keepUntil?: number;
}

/** What somebody has agreed to or taken back, when (epoch ms), and where that is written: a form, a file, a talk. */
export interface Consent {
  state: 'given' | 'withdrawn';
  at: number;
  source: string;
}

/**
 * An identity that is not to be captured again, or comes with do-not-contact: only its salted hash is kept (see suppression.ts). `why` is the rep's
 * reason for do-not-contact.
 */
export interface Suppression {
  hash: string;
  at: number;
  reason: 'erased' | 'do-not-contact';
  why?: DoNotContactReason;
}

/** People who were erased and can still be brought back by undo until `purgeAt` (epoch ms); then their history goes too. `id` is the change that erased them. */
export interface Erasure {
  id: string;
  at: number;
  purgeAt: number;
  people: string[];
}
