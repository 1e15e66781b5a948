import type { Base, Conflict } from './merge.ts';
import type { SyncKind, SyncValue, Values } from './record.ts';

/** Something only the rep can answer. `remoteId` and `shown` say which record of the CRM it is about. */
export interface Question {
  kind: 'possible-match' | 'deleted' | 'merged' | 'double';
  at: number;
  remoteId?: string;
  /** What the CRM's record is called, as text. */
  shown?: string;
}

/**
 * What one record of ours is in one CRM.
 * `creating`: a create was sent and its answer has not come; `linked`; `asking`: not sent before a question is answered;
 * `deleted`: gone there; `left`: the rep wants it to stay here only, or it is gone here.
 */
export interface Link {
  kind: SyncKind;
  /** Our id. */
  id: string;
  /** The CRM's id; null while there is none. */
  remoteId: string | null;
  /** The external key that it was or will be created with. */
  key: string;
  state: 'creating' | 'linked' | 'asking' | 'deleted' | 'left';
  base: Base | null;
  /** The CRM's modification time that was last seen, epoch ms, and what a guarded write needs. */
  at: number;
  version?: string;
  /** `left` because it is gone here: it goes on when it comes back. */
  erased?: true;
  /** Our id of the row that it was merged into here: whoever the CRM has at this record is there. */
  into?: string;
  /** When the CRM made it: a record that is younger than it was is another one, made anew. */
  createdAt?: number;
  /** True when this device created it. */
  made?: boolean;
  /** Values under our names that were sent and not yet answered, since when. */
  sending?: { values: Values; at: number };
  /** Values of unanswered requests that may still arrive late: seen in the CRM they are our own echo, no edit. */
  ghosts?: { values: Values; until: number }[];
  conflicts?: { [field: string]: Conflict };
  question?: Question;
  /** Records of the CRM that the rep has said are somebody else. */
  others?: string[];
}

/** A change that is still to be sent. `stamp` names the last change, so that an answer cannot settle a later one. */
export interface Mark {
  kind: SyncKind;
  id: string;
  stamp: string;
  at: number;
  lease?: { by: string; until: number };
  /** Refused so often; not before this time (epoch ms); why, in the CRM's own words. */
  tries?: number;
  notBefore?: number;
  refused?: string;
}

/** A row of ours as the sync sees it. `record` fields in `values` hold our ids; `at` is when a field was last changed here. */
export interface Local {
  kind: SyncKind;
  id: string;
  values: Values;
  /** Its identities: prospects and accounts. */
  keys: string[];
  changedAt: { [field: string]: number };
  updatedAt: number;
}

/** What a pull writes here: fields of an existing row, or a new row. `record` fields hold our ids. */
export interface LocalWrite {
  kind: SyncKind;
  id: string;
  values: Values;
  isNew: boolean;
  /** The CRM's modification time, epoch ms. */
  at: number;
  /** Of a new row: which record it is there, should somebody by it be kept out. */
  record?: { remoteId: string; key: string | null };
}

/** A value that gave way, for the history of its record. */
export interface LostValue {
  kind: SyncKind;
  id: string;
  field: string;
  value: SyncValue;
  whose: 'ours' | 'theirs';
  at: number;
}
