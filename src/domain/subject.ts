import type { Account } from './account.ts';
import type { FollowUp, Note, Touch } from './activity.ts';
import type { HistoryEntry } from './history.ts';
import type { LawfulBasis } from './privacy.ts';
import type { Prospect } from './prospect.ts';

/** A record of somebody in a CRM: where, since when as far as is known, and which fields it was given. Times are epoch ms. */
export interface SentTo {
  label: string;
  host: string;
  kind: string;
  remoteId: string | null;
  state: string;
  at: number;
  fields: string[];
}

/** All that a book holds of one person. `review` is when they are due for review, epoch ms; Infinity = never. */
export interface Subject {
  prospect: Prospect;
  account: Account | undefined;
  notes: Note[];
  touches: Touch[];
  followUps: FollowUp[];
  /** Names of cadences, with their state. */
  cadences: { name: string; state: string; startedAt: number }[];
  lists: string[];
  sent: SentTo[];
  /** Records of the CRMs that are theirs by identity and that nothing here is linked with. */
  seen: { label: string; record: unknown }[];
  /** Others of the book who name them as who made the introduction. */
  introduced: number;
  history: HistoryEntry[];
  basis: { basis: LawfulBasis; note: string; isOwn: boolean };
  review: number;
}

/** What is known of an identity: a person in the book, somebody who was erased or is on the do-not-contact list (since), somebody who can still be brought back, or nothing. */
export type Holding = { is: 'person'; id: string; name: string } | { is: 'suppressed'; reason: 'erased' | 'do-not-contact'; at: number } | { is: 'nothing' };
