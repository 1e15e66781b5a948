import type { Account } from './account.ts';
import type { FollowUp, List, Note, Touch } from './activity.ts';
import type { HistoryEntry } from './history.ts';
import type { Icp } from './icp.ts';
import type { Prospect } from './prospect.ts';

/** The tables that make a book and what a row of each is. `icps` holds every version of every ICP; what is derived (index, journal, identities) is not among them. */
export interface BookTables {
  prospects: Prospect;
  accounts: Account;
  notes: Note;
  touches: Touch;
  followUps: FollowUp;
  lists: List;
  icps: Icp;
  history: HistoryEntry;
}

export type BookTable = keyof BookTables;
