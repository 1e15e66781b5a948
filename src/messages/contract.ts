import type { Draft } from '../domain/draft.ts';
import type { Failure, Result } from '../domain/failure.ts';
import type { Piece } from '../domain/piece.ts';
import type { Recipe, TeachableField } from '../domain/recipe.ts';
import type { SyncKind, ValueKind } from '../domain/sync/record.ts';

/** How far the reading of a page has come. `doubtful`: it never settled, or the page contradicts its address. */
export type ReadState = 'reading' | 'settled' | 'doubtful';

/** What a content script says of its page: the address it is at now and, when somebody is there, the draft. */
export interface PageSeen {
  url: string;
  state: ReadState;
  draft: Draft | null;
}

/** What a recipe is to be made of: a piece of the page, and what is known about the page. */
export interface Lesson {
  id: number;
  site: string;
  page: Recipe['page'];
  field: TeachableField;
  /** Texts that the draft has, by field: they are this person's own, so nothing of them may become part of a recipe. */
  known: Record<string, string>;
  /** The recipe that there is; what it says of other layouts is kept. */
  old: Recipe | null;
}

/** A CRM that can be connected. `address`: the rep types where it is, else it is at `origin` ('' = typed); `fields` are what else is asked for. */
export interface CrmOffer {
  name: string;
  label: string;
  address: boolean;
  origin: string;
  oauth: boolean;
  fields: { name: string; secret: boolean; optional: boolean }[];
}

/** What the rep typed to sign in. `address` is '' where the CRM's address is fixed; `oauth` = sign in by the CRM's own page instead of `fields`. */
export interface CrmSignIn {
  connector: string;
  address: string;
  fields: { [name: string]: string };
  oauth: boolean;
}

/** What a test call found. `missing` are rights that the account lacks, in our words. */
export interface CrmFound {
  who: string;
  where: string;
  version: string;
  missing: string[];
}

/** A field of the CRM that can be mapped. */
export interface CrmField {
  name: string;
  label: string;
  kind: ValueKind;
  writable: boolean;
}

/**
 * Every message there is: who receives it, what it carries, what comes back. JSON values only: dates and maps do not
 * survive Chromium's messages. A reply of null or undefined means that nobody answered.
 */
export interface Messages {
  /** page -> worker: the page changed, or its reading came further. */
  'page.seen': { to: 'worker'; payload: PageSeen; reply: null };
  /** worker -> page: read yourself now, whatever was said before, with these recipes from now on (null = those you have). */
  'page.read': { to: 'page'; payload: Recipe[] | null; reply: PageSeen };
  /** page -> worker: what has the rep taught of my site? */
  'page.recipes': { to: 'worker'; payload: null; reply: Recipe[] };
  /** panel -> worker: read this tab again (it may have scrolled, or never been read). */
  'tab.read': { to: 'worker'; payload: { tabId: number }; reply: { seen: PageSeen } | { failure: Failure } };
  /** panel -> worker: list this tab's texts, for the rep to point at one. */
  'tab.pieces': { to: 'worker'; payload: { tabId: number }; reply: { pieces: Piece[] } | { failure: Failure } };
  /** panel -> worker: piece `id` of that list is this field. Keeps a recipe and reads the tab again with it. `before` is the recipe whose place it took. */
  'tab.teach': { to: 'worker'; payload: { tabId: number; id: number; field: TeachableField }; reply: { seen: PageSeen; recipe: Recipe; before: Recipe | null } | { failure: Failure } };
  /** worker -> lesson: your page's texts, those around this name first. */
  'lesson.pieces': { to: 'lesson'; payload: { name: string }; reply: Piece[] };
  /** worker -> lesson: make a recipe of piece `id`. Null when the page has moved on, or nothing safe can be made of it. */
  'lesson.recipe': { to: 'lesson'; payload: Lesson; reply: Recipe | null };
  /** panel -> worker: which CRMs can be connected, and what each asks for. */
  'crm.catalog': { to: 'worker'; payload: null; reply: CrmOffer[] };
  /** panel -> worker: a test call with what was typed: who and where it would be. Keeps nothing. */
  'crm.try': { to: 'worker'; payload: CrmSignIn; reply: CrmFound | { failure: Failure } };
  /** panel -> worker: connect (or, with `connection`, sign in again): keeps it, finds or makes the key field, reads the fields. Nothing is sent before the first sync is started. */
  'crm.connect': { to: 'worker'; payload: CrmSignIn & { label: string; connection?: string }; reply: { connection: string; todo: string } | { failure: Failure } };
  /** panel -> worker: the CRM's own description of its fields, by kind. */
  'crm.describe': { to: 'worker'; payload: { connection: string }; reply: { fields: { [K in SyncKind]?: CrmField[] } } | { failure: Failure } };
  /** panel -> worker: sync now. A nudge: the alarm is the guarantee. */
  'crm.sync': { to: 'worker'; payload: { connection: string }; reply: null };
  /** panel -> worker: seal all secrets with this passphrase ('' = take the seal away), or open them for this browser session. */
  'crm.seal': { to: 'worker'; payload: { passphrase: string }; reply: { failure: Failure } | null };
  'crm.unlock': { to: 'worker'; payload: { passphrase: string }; reply: { failure: Failure } | null };
  /** panel -> worker: forget the connection, its secrets, links and marks. Nothing is changed in the CRM. */
  'crm.disconnect': { to: 'worker'; payload: { connection: string }; reply: null };
  /** panel -> worker: make a backup now. Answers at once with its id: a browser ends a worker that takes minutes to answer. How it goes is in the log. */
  'backup.now': { to: 'worker'; payload: { why: 'hand' | 'before-restore' }; reply: { id: string } };
  /** panel -> worker: the plan of the backups was changed. A nudge. */
  'backup.plan': { to: 'worker'; payload: null; reply: null };
  /** worker -> offscreen: an address of the bytes that are held under this id; '' when there are none. */
  'held.address': { to: 'offscreen'; payload: { id: string }; reply: { url: string } };
  /** panel -> worker: something was written; badge, icons and alarms may have changed. A nudge: the alarm is the guarantee. */
  'book.changed': { to: 'worker'; payload: null; reply: null };
}

export type MessageKind = keyof Messages;
/** Who receives: the worker, the content script, the script that a lesson adds to a page, and the page that nobody sees. */
export type Receiver = Messages[MessageKind]['to'];
export type KindTo<T extends Receiver> = { [K in MessageKind]: Messages[K]['to'] extends T ? K : never }[MessageKind];
export type Payload<K extends MessageKind> = Messages[K]['payload'];
export type Reply<K extends MessageKind> = Messages[K]['reply'];

/** What goes over the wire. `paydirt: 1` tells our messages from anything else and names the version of the contract. */
export interface Envelope<K extends MessageKind = MessageKind> {
  paydirt: 1;
  kind: K;
  payload: Payload<K>;
}

export type Answer<K extends MessageKind> = Result<Reply<K>>;
