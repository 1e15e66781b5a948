import type { Account } from './account.ts';
import type { FollowUp, Note, Touch } from './activity.ts';
import type { Prospect } from './prospect.ts';

/** A prospect with all that a file says about them; the ids of lists and ICP are names already. What was not asked for (`EntryNeeds`) is empty or absent. */
export interface Entry {
  prospect: Prospect;
  account?: Account | undefined;
  notes: Note[];
  touches: Touch[];
  followUps: FollowUp[];
  /** Names of the lists the prospect is on. */
  lists: string[];
  /** Name of the ICP that the fit was computed with. */
  icp?: string | undefined;
}

/** What hangs on a prospect and a file says: the rest is not read. */
export const ENTRY_PARTS = ['account', 'notes', 'touches', 'followUps'] as const;
export type EntryNeeds = readonly (typeof ENTRY_PARTS)[number][];
