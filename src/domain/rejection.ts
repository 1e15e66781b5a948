import type { Prospect } from './prospect.ts';
import type { AsideReason } from './qualification.ts';

export const REJECTION_REASONS = ['no-interest', 'no-budget', 'bad-timing', 'has-solution', 'no-need', 'wrong-person', 'asked-not-to', 'other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** What comes after a no: later with a date, another contact at the account, or nothing ever. */
export const REJECTION_NEXT = ['not-now', 'other-contact', 'never'] as const;
export type RejectionNext = (typeof REJECTION_NEXT)[number];

/** What usually comes after a no with this reason. */
export function usualNext(reason: RejectionReason): RejectionNext {
  if (reason === 'wrong-person') return 'other-contact';
  return reason === 'bad-timing' || reason === 'no-budget' || reason === 'has-solution' ? 'not-now' : 'never';
}

const ASIDE: Record<RejectionReason, AsideReason> = {
  'no-interest': 'no-need', 'no-budget': 'no-budget', 'bad-timing': 'bad-timing', 'has-solution': 'competitor', 'no-need': 'no-need', 'wrong-person': 'no-authority', 'asked-not-to': 'asked-not-to', other: 'other',
};
const LATER: { [R in RejectionReason]?: AsideReason } = { 'no-budget': 'no-budget', 'bad-timing': 'bad-timing', 'has-solution': 'contract-runs' };

/** The reason for which somebody who said no is put aside. */
export function asideReasonOf(reason: RejectionReason, next: RejectionNext): AsideReason {
  return next === 'not-now' ? LATER[reason] ?? 'other' : ASIDE[reason];
}

const MOST = 50;

/** A prospect with one more no; the newest fifty are kept. */
export function withRejection(prospect: Prospect, reason: RejectionReason, note: string, at: number): Prospect {
  return { ...prospect, rejections: [...prospect.rejections ?? [], { at, reason, note: note.replace(/\s+/g, ' ').trim().slice(0, 500) }].slice(-MOST) };
}
