import type { Entry, EntryNeeds } from '../domain/entry.ts';

export type { Entry };

/** How a full name falls into parts; what cannot be told is absent. */
export type NameParts = (name: string) => { first?: string | undefined; last?: string | undefined };

export interface WriteOptions {
  nameParts: NameParts;
}

export type Rows<T> = Iterable<T> | AsyncIterable<T>;

/**
 * A file plug-in for prospects: one file in `src/files/` with a default export. `write` gives the file piece by piece, in
 * order, and holds one piece at a time, so that 100,000 prospects need no giant string.
 */
export interface ProspectFormat {
  name: string;
  extension: string;
  mediaType: string;
  /** What of an entry it says. */
  needs: EntryNeeds;
  write(entries: Rows<Entry>, options: WriteOptions): AsyncIterable<string>;
}

/** An epoch time in ms as ISO 8601 in UTC; '' for none and for what no calendar holds. */
export function isoTime(at: number | undefined): string {
  return at !== undefined && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : '';
}

/** Text that any UTF-8 file can hold: lone surrogates are replaced, control characters other than tab and line breaks are left out. */
export function fileText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is left out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** Joins small pieces to chunks of about `size` characters: a file of 100,000 one-line pieces would be 100,000 writes. What is bytes already is passed on as it is. */
export function inChunks(pieces: Rows<string>, size?: number): AsyncGenerator<string>;
export function inChunks<W extends Uint8Array>(pieces: Rows<string | W>, size?: number): AsyncGenerator<string | W>;
export async function* inChunks<W extends Uint8Array>(pieces: Rows<string | W>, size = 65_536): AsyncGenerator<string | W> {
  let held: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const isText = typeof piece === 'string';
    if (isText) held.push(piece);
    length += piece.length;
    if (isText && length < size) continue;
    if (held.length > 0) yield held.join('');
    [held, length] = [[], 0];
    if (!isText) yield piece;
  }
  if (length > 0) yield held.join('');
}
