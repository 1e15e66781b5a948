import type { Draft } from '../domain/draft.ts';
import type { Failure, Result } from '../domain/failure.ts';

/** How far the reading of a page has come. `doubtful`: it never settled, or the page contradicts its address. */
export type ReadState = 'reading' | 'settled' | 'doubtful';

/** What a content script says of its page: the address it is at now and, when somebody is there, the draft. */
export interface PageSeen {
  url: string;
  state: ReadState;
  draft: Draft | null;
}

/**
 * Every message there is: who receives it, what it carries, what comes back. JSON values only: dates and maps do not
 * survive Chromium's messages. A reply of null or undefined means that nobody answered.
 */
export interface Messages {
  /** page -> worker: the page changed, or its reading came further. */
  'page.seen': { to: 'worker'; payload: PageSeen; reply: null };
  /** worker -> page: read yourself now, whatever was said before. */
  'page.read': { to: 'page'; payload: null; reply: PageSeen };
  /** panel -> worker: read this tab again (it may have scrolled, or never been read). */
  'tab.read': { to: 'worker'; payload: { tabId: number }; reply: { seen: PageSeen } | { failure: Failure } };
  /** panel -> worker: something was written; badge, icons and alarms may have changed. A nudge: the alarm is the guarantee. */
  'book.changed': { to: 'worker'; payload: null; reply: null };
}

export type MessageKind = keyof Messages;
export type KindTo<T extends 'worker' | 'page'> = { [K in MessageKind]: Messages[K]['to'] extends T ? K : never }[MessageKind];
export type Payload<K extends MessageKind> = Messages[K]['payload'];
export type Reply<K extends MessageKind> = Messages[K]['reply'];

/** What goes over the wire. `paydirt: 1` tells our messages from anything else and names the version of the contract. */
export interface Envelope<K extends MessageKind = MessageKind> {
  paydirt: 1;
  kind: K;
  payload: Payload<K>;
}

export type Answer<K extends MessageKind> = Result<Reply<K>>;
