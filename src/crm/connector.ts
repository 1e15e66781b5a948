import type { Result } from '../domain/failure.ts';
import type { RemoteRecord, SyncKind, ValueKind, Values } from '../domain/sync/record.ts';

/** One answer of a server: the body as text, header names in lower case. */
export interface HttpAnswer {
  status: number;
  headers: { [name: string]: string };
  text: string;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: { [name: string]: string };
  body?: string;
  /** Our names of the fields that it carries, and how many records: for the ledger. */
  fields?: readonly string[];
  records?: number;
}

/** Sends one request: paced, entered in the ledger, with a time limit. Fails with `network` when no answer came: the request may have been done. */
export type Http = (request: HttpRequest) => Promise<Result<HttpAnswer>>;

/** What a rep types to connect; what is secret is never shown again. A field named `address` is not asked for: it holds the address as it was typed. With OAuth the first secret field holds the access token. */
export interface SignInField {
  name: string;
  secret: boolean;
  optional?: boolean;
}

/** Where and as whom. `secrets` and `settings` go by the names of the sign-in fields; `known` is what `prepare` found out (ids of custom fields and the like). */
export interface Access {
  origin: string;
  secrets: { [name: string]: string };
  settings: { [name: string]: string };
  known: { [name: string]: string };
  /** The CRM's fields to read, by kind; what else is needed the connector adds itself. */
  fields: { [K in SyncKind]?: readonly string[] };
}

/** What a CRM can do; the engine looks at these and never at a name. */
export interface Flags {
  /** What makes a repeated create harmless: our own id, a unique field, an external id; `none` = look first, and wait before repeating. */
  createKey: 'clientId' | 'uniqueField' | 'externalId' | 'none';
  /** True when another record with the same e-mail or profile may exist unnoticed by a create: look right before it. */
  lookFirst: boolean;
  /** Records a request, at most. */
  batch: { create: number; update: number; read: number; find: number };
  /** How a write that would overwrite somebody's newer one is refused. */
  versioning: 'header' | 'compareAndSet' | 'none';
  /** `feed`: deleted records come with `changes`; `none`: known ids are looked up in turn. */
  deletions: 'feed' | 'none';
  /** How far behind the newest change the next pull starts, ms: for clocks of one second, long transactions, lagging search. */
  overlap: number;
  /** Least time between two requests, ms, and how many may go in a burst. */
  minGap: number;
  burst: number;
  /** How long to wait after a 429 that does not say, ms. */
  restAfter429: number;
  /** How long an unanswered create may still arrive, ms: it is not repeated before. 0 where a repeated one is harmless. */
  lateCreate: number;
  /** What travels, and which way. */
  kinds: { [K in SyncKind]?: 'both' | 'push' };
}

/** Who and where, after a test call. `missing` names what the account may not do (our words: `create prospect`); `note` is for the rep. */
export interface Checked {
  who: string;
  where: string;
  version?: string;
  missing: string[];
}

/** A field of the CRM that can be mapped, from the CRM's own description. */
export interface RemoteField {
  name: string;
  label: string;
  kind: ValueKind;
  writable: boolean;
}

/** What to look for: records that have one of these are candidates. Texts as we hold them; the connector brings them into the CRM's form. */
export interface Wanted {
  key: string;
  emails?: string[];
  linkedin?: string;
  domain?: string;
  /** Company name, or the text of a note or task. */
  name?: string;
  /** The CRM's id of the person that a note or task hangs on. */
  prospect?: string;
  /** The record was there and is gone; it was made then, epoch ms. What tells how it ended is no older. */
  goneSince?: number;
}

export interface CreateRow {
  key: string;
  fields: Values;
  /** True when a look has shown that the records which the CRM takes for duplicates are others. */
  force?: boolean;
}

export interface UpdateRow {
  id: string;
  key: string;
  /** Names of the fields that change; `fields` holds the whole record as it is to be, for composite fields that must be sent whole. */
  changed: readonly string[];
  fields: Values;
  /** What was last seen, for a guarded write. */
  at: number;
  version?: string;
  createdAt?: number;
}

/** What became of one row. */
export type RowAnswer =
  /** Done; `record` is what the CRM holds now, read back where the CRM does not answer it. */
  | { kind: 'stored'; record: RemoteRecord }
  /** Somebody changed the record since; nothing was written. */
  | { kind: 'stale' }
  /** There is no such record (any more); nothing was written, or it was taken back. */
  | { kind: 'gone' }
  /** The CRM says that there is one already. `records` are those it means; empty = it does not say. */
  | { kind: 'duplicate'; records: RemoteRecord[] }
  /** Refused, with the CRM's own words. Sending the same again would be refused again. */
  | { kind: 'rejected'; message: string };

/** One page of changes. `next` continues (it survives a restart); null = no more for now. */
export interface Page {
  records: RemoteRecord[];
  next: string | null;
}

/** What can be done with an account in a CRM. Answers come in the order of the rows; a failure of the whole call says nothing about its rows. */
export interface Operations {
  /** A test call: who and where, what is not allowed. */
  check(): Promise<Result<Checked>>;
  /** Makes or finds the field of the external key; answers what `Access.known` is to hold, and what an administrator has to do first ('' = nothing). */
  prepare(): Promise<Result<{ known: { [name: string]: string }; todo: string }>>;
  describe(kind: SyncKind): Promise<Result<RemoteField[]>>;
  /** Records changed at `since` or later (epoch ms; 0 = all), oldest change first, deleted ones too where the CRM shows them. */
  changes(kind: SyncKind, since: number, cursor?: string): Promise<Result<Page>>;
  /** Records by id; those that are gone are missing. */
  read(kind: SyncKind, ids: string[]): Promise<Result<RemoteRecord[]>>;
  find(kind: SyncKind, wanted: Wanted[]): Promise<Result<RemoteRecord[][]>>;
  create(kind: SyncKind, rows: CreateRow[]): Promise<Result<RowAnswer[]>>;
  update(kind: SyncKind, rows: UpdateRow[]): Promise<Result<RowAnswer[]>>;
  /** Removes notes and tasks that we made. */
  remove(kind: SyncKind, ids: string[]): Promise<Result<null>>;
  /** Takes away a second record that a repeated create of ours has made, for CRMs without a unique key: `lose` goes, `keep` stays. */
  removeDouble?(kind: SyncKind, keep: string, lose: string): Promise<Result<null>>;
}

/** One CRM. A plug-in is one file in this folder with this as its default export. */
export interface Connector {
  name: string;
  label: string;
  flags: Flags;
  signIn: SignInField[];
  /** True when the CRM lets a public client sign in by OAuth with PKCE and registers it by itself. */
  oauth: boolean;
  /** The one origin that hosts the API, from what the rep typed; undefined when the text is none. A fixed one is the answer to any text, '' too. */
  originOf(typed: string): string | undefined;
  /** Our field → the CRM's, by kind. */
  proposed: { [K in SyncKind]?: { [ours: string]: string } };
  /** Address of a record for a person to open; undefined when there is none. */
  linkTo(access: Access, kind: SyncKind, id: string): string | undefined;
  open(http: Http, access: Access, clock: () => number): Operations;
}
