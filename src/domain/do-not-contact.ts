import type { Prospect } from './prospect.ts';

export const DO_NOT_CONTACT_REASONS = ['asked-not-to', 'legal', 'competitor', 'customer-elsewhere', 'employee-or-partner', 'other'] as const;
export type DoNotContactReason = (typeof DO_NOT_CONTACT_REASONS)[number];

/** May this person be offered anything that is to be sent? Asked by every text to copy or to open as mail, each cadence, each list that is to be written to. */
export function mayContact({ doNotContact }: Pick<Prospect, 'doNotContact'>): boolean {
  return doNotContact === undefined;
}

/** Nothing is sent to this person any more. Who is there already keeps the first date and reason. */
export function notContacted(prospect: Prospect, reason: string, at: number): Prospect {
  return prospect.doNotContact ? prospect : { ...prospect, doNotContact: { at, reason: reason.replace(/\s+/g, ' ').trim().slice(0, 500) || 'other' } };
}

/** One flag of two or more that are the same person: the earliest one holds, with all that it closed. Undefined = none has one. */
export function joinDoNotContact(flags: readonly Prospect['doNotContact'][]): Prospect['doNotContact'] {
  const set = flags.filter((one) => one !== undefined);
  return set.reduce<Prospect['doNotContact']>((first, one) => (first && first.at <= one.at ? first : one), undefined);
}
