/** What can be written: every kind of row that has history. */
export type EntityKind = 'prospect' | 'account' | 'followUp' | 'note' | 'touch' | 'list' | 'icp' | 'persona' | 'segment' | 'rule' | 'template' | 'cadence' | 'enrolment' | 'spend' | 'suppression';

/**
 * One changed field of one row. Append-only: it gives undo, job history and the feedback loop. `field` is a top-level name,
 * `fields.<name>` for a field with provenance, or `*` when the row itself came or went (`old` or `new` is then the whole row);
 * `**` when many rows of one kind came at once: `new` is `{ ids }`, and what they were is in the rows.
 * `subject` is the prospect or account on whose page the change is shown; `changeId` ties together what one action did.
 */
export interface HistoryEntry {
  seq?: number;
  changeId: string;
  at: number;
  by: string;
  label: string;
  entity: EntityKind;
  id: string;
  subject: string;
  field: string;
  old?: unknown;
  new?: unknown;
}
