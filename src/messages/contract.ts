import type { Draft } from '../domain/draft.ts';
import type { Failure, Result } from '../domain/failure.ts';
import type { Piece } from '../domain/piece.ts';
import type { Recipe, TeachableField } from '../domain/recipe.ts';

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
  /** panel -> worker: something was written; badge, icons and alarms may have changed. A nudge: the alarm is the guarantee. */
  'book.changed': { to: 'worker'; payload: null; reply: null };
}

export type MessageKind = keyof Messages;
/** Who receives: the worker, the content script, and the script that a lesson adds to a page. */
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
