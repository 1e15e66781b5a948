import type { Account } from './account.ts';
import type { FollowUp, List, Note, Touch } from './activity.ts';
import type { Cadence, Enrolment } from './cadence.ts';
import type { HistoryEntry } from './history.ts';
import type { Icp } from './icp.ts';
import type { Persona } from './persona.ts';
import type { Suppression } from './privacy.ts';
import type { Prospect } from './prospect.ts';
import type { QualifiedRule } from './rule.ts';
import type { Segment } from './segment.ts';
import type { Spend } from './spend.ts';
import type { Template } from './template.ts';

/** The tables that make a book and what a row of each is. `icps` and `rules` hold every version; what is derived (index, journal, identities) is not among them. */
export interface BookTables {
  prospects: Prospect;
  accounts: Account;
  notes: Note;
  touches: Touch;
  followUps: FollowUp;
  lists: List;
  icps: Icp;
  personas: Persona;
  segments: Segment;
  rules: QualifiedRule;
  templates: Template;
  cadences: Cadence;
  enrolments: Enrolment;
  spends: Spend;
  suppressions: Suppression;
  history: HistoryEntry;
}

export type BookTable = keyof BookTables;
