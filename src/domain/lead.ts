import type { Prospect } from './prospect.ts';
import type { AsideReason, LeadDecision } from './qualification.ts';

export type LeadRejection = NonNullable<LeadDecision['reason']>;

/** What a rejection says of the person once the lead is out of sight. */
const ASIDE: { [R in LeadRejection]?: AsideReason } = { 'no-fit': 'no-fit', competitor: 'competitor', 'no-interest': 'no-need', 'no-contact-data': 'not-reachable' };

/** Does this lead wait for the rep's decision? One that came without any word of a decision does. */
export function isNewLead({ kind, lead }: Pick<Prospect, 'kind' | 'lead'>): boolean {
  return lead ? lead.state === 'new' : kind === 'lead';
}

/** What CRMs and lead forms call somebody who showed interest and nobody from sales has spoken to, in lower case letters alone. */
const LEAD_WORDS: ReadonlySet<string> = new Set(['lead', 'newlead', 'openlead', 'subscriber', 'inquiry', 'mql', 'marketingqualifiedlead', 'inbound']);

/** Does one of these texts (a life cycle stage, a lead status, a tag) say that somebody is a lead? Whole texts alone: "Lead Engineer" is none. */
export function saysLead(texts: readonly unknown[]): boolean {
  return texts.some((text) => typeof text === 'string' && text.length < 80 && LEAD_WORDS.has(text.toLowerCase().replace(/[^a-z]/g, '')));
}

/** The rep takes the lead on: from now it is both, somebody who showed interest and who fits. */
export function accepted(prospect: Prospect, at: number): Prospect {
  return { ...prospect, kind: 'both', lead: { state: 'accepted', at } };
}

/** The rep turns the lead down: the reason is kept with the lead, and the reason for which the person is disqualified is given. */
export function rejected(prospect: Prospect, reason: LeadRejection, note: string, at: number): { prospect: Prospect; aside: AsideReason } {
  return { prospect: { ...prospect, lead: { state: 'rejected', at, reason, ...(note ? { note } : {}) } }, aside: ASIDE[reason] ?? 'other' };
}

/** A rejected lead waits for a decision again, dated as it was; anybody else is as before. */
export function reopened(prospect: Prospect): Prospect {
  return prospect.lead?.state === 'rejected' ? { ...prospect, lead: { state: 'new', at: prospect.lead.at } } : prospect;
}
