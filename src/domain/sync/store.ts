import type { Failure } from '../failure.ts';
import type { Link, Local, LocalWrite, LostValue, Mark } from './link.ts';
import type { SyncKind } from './record.ts';

/** How far a kind has been pulled: all changes up to `since` (epoch ms, the CRM's clock); `cursor` and `high` belong to a pull that is under way. */
export interface PullState {
  since: number;
  high: number;
  cursor?: string;
  /** True once everything that the CRM had has been seen. */
  full?: boolean;
}

/** What the rep sees of a running sync. */
export interface Progress {
  step: 'looking' | 'pulling' | 'sending';
  kind: SyncKind;
  done: number;
  total?: number;
}

/** The state of one connection's sync: one row, so that a killed worker's successor goes on where it was. */
export interface SyncState {
  lease?: { by: string; until: number };
  pull: { [K in SyncKind]?: PullState };
  progress?: Progress;
  failure?: Failure & { at: number; tries: number };
  doneAt?: number;
  /** False until the rep has seen the preview of the first sync: nothing is written on either side before. */
  started: boolean;
  paused?: boolean;
  /** The deletion sweep goes on behind this link. */
  sweepAfter?: { [K in SyncKind]?: string };
}

/** All or nothing: what `work` did through `tx` is there when it resolves, and nothing of it when it throws. `work` awaits nothing but `tx`. */
export interface SyncStore {
  transact<T>(work: (tx: SyncTx) => Promise<T>): Promise<T>;
}

/** What the sync reads and writes on our side. Lists answer in the order asked; undefined = there is none. */
export interface SyncTx {
  state(): Promise<SyncState>;
  setState(state: SyncState): Promise<void>;

  /** Marks of one kind that are free at `now`: not before their time, no living lease, oldest first. */
  marks(kind: SyncKind, now: number, limit: number): Promise<Mark[]>;
  marksOf(kind: SyncKind, ids: string[]): Promise<(Mark | undefined)[]>;
  setMarks(marks: Mark[]): Promise<void>;
  dropMarks(kind: SyncKind, ids: string[]): Promise<void>;

  links(kind: SyncKind, ids: string[]): Promise<(Link | undefined)[]>;
  linksByRemote(kind: SyncKind, remoteIds: string[]): Promise<(Link | undefined)[]>;
  /** Links in this state, or with `after` the next by our id behind it. */
  linksIn(state: Link['state'], kind: SyncKind, limit: number, after?: string): Promise<Link[]>;
  setLinks(links: Link[]): Promise<void>;

  locals(kind: SyncKind, ids: string[]): Promise<(Local | undefined)[]>;
  /** Our ids of the owners of these identities. */
  owners(kind: 'account' | 'prospect', keys: string[]): Promise<(string | undefined)[]>;
  /** Writes pulled values with history; marks nothing for this connection. New rows of a kind whose owner is gone are left out. */
  write(writes: LocalWrite[]): Promise<void>;
  keepLost(values: LostValue[]): Promise<void>;

  /** The identities of records seen in the CRM that are not linked, and which record has them. */
  seen(kind: SyncKind, keys: string[]): Promise<(string | undefined)[]>;
  setSeen(kind: SyncKind, entries: { key: string; remoteId: string }[]): Promise<void>;
}
