import type { Failure } from '../failure.ts';
import type { Link, Local, LocalWrite, LostValue, Mark } from './link.ts';
import type { RemoteRecord, SyncKind } from './record.ts';

/** How far a kind has been pulled: all changes up to `since` (epoch ms, the CRM's clock); `cursor` and `high` belong to a pull that is under way. */
export interface PullState {
  since: number;
  high: number;
  cursor?: string;
  /** The next pull begins no later than here: pages were read while their last rows' tick of the CRM's clock was not over. */
  floor?: number;
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
  /** Kinds that the CRM did not let this account work with in the last run, in its own words: they were left out. */
  denied?: { [K in SyncKind]?: string };
  doneAt?: number;
  /** When something that has to wait can be sent, epoch ms: a run is due then. */
  again?: number;
  /** False until the rep has seen the preview of the first sync: nothing is written on either side before. */
  started: boolean;
  /** Counts what the rep decides about how to sync: a run that began before a decision ends. */
  edition?: number;
  paused?: boolean;
  /** Second records made by a repeated create of ours, as they were last changed: to be taken away until the CRM has said that they are. */
  doubles?: { kind: SyncKind; keep: string; lose: string; at: number }[];
  /** The deletion sweep goes on behind these links; when it last looked. */
  sweepAfter?: { [K in SyncKind]?: string };
  sweptAt?: number;
}

/** A record of the CRM that nothing here is linked with, as it was last seen. Its fields go by the CRM's names. */
export interface SeenRecord {
  kind: SyncKind;
  remoteId: string;
  keys: string[];
  record: RemoteRecord;
}

/** All or nothing: what `work` did through `tx` is there when it resolves, and nothing of it when it throws. `work` awaits nothing but `tx`. */
export interface SyncStore {
  transact<T>(work: (tx: SyncTx) => Promise<T>): Promise<T>;
}

/** What the sync reads and writes on our side. Lists answer in the order asked; undefined = there is none. */
export interface SyncTx {
  state(): Promise<SyncState>;
  setState(state: SyncState): Promise<void>;

  /** Marks of one kind that `isFree` lets through, at most so many. */
  marks(kind: SyncKind, limit: number, isFree: (mark: Mark) => boolean): Promise<Mark[]>;
  countMarks(kind: SyncKind): Promise<number>;
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

  /** Records of the CRM that are linked with nothing here, by identity or by the CRM's id; so that a create knows who is there without asking. */
  seen(kind: SyncKind, keys: string[]): Promise<SeenRecord[]>;
  seenByRemote(kind: SyncKind, remoteIds: string[]): Promise<(SeenRecord | undefined)[]>;
  setSeen(rows: SeenRecord[]): Promise<void>;
  dropSeen(kind: SyncKind, remoteIds: string[]): Promise<void>;
}
