import type { Row } from './table.ts';

/** A record as the search saw it when it was indexed. */
export interface Doc {
  row: Row;
  version: number;
  properties: Readonly<Record<string, string>>;
  modified: number;
  live: boolean;
  gone: boolean;
}

/** How long a write stays invisible to the search, ms: usually, and when it is slow. */
export const LAG = 5000;
export const SLOW_LAG = 20_000;

/**
 * What the search endpoint knows: the table as it was some seconds ago. Documents stand in the order of their last change, so that a
 * pull by modification time starts where it has to instead of at the first record.
 */
export interface SearchIndex {
  /** Puts the present state of a row (or its absence) in the queue. */
  put(row: Row, gone: boolean, now: number, slow: boolean): void;
  /** Documents that are visible at `now` with a last change at or after `since`, oldest change first. */
  since(since: number, now: number): Doc[];
}

export function openIndex(): SearchIndex {
  let docs: Doc[] = [];
  let dead = 0;
  let version = 0;
  const current = new Map<string, Doc>();
  let queue: { at: number; doc: Doc }[] = [];
  let head = 0;
  let slowOnes: { at: number; doc: Doc }[] = [];

  /** The first place whose document changed at or after `time`. */
  const place = (time: number): number => {
    let low = 0;
    let high = docs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (docs[middle]!.modified < time) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const show = (doc: Doc): void => {
    const old = current.get(doc.row.id);
    if (old && old.version > doc.version) return;
    if (old) {
      old.live = false;
      dead++;
    }
    if (doc.gone) {
      // stays as a tombstone: an older state that is indexed late must not bring the record back
      current.set(doc.row.id, doc);
      return;
    }
    current.set(doc.row.id, doc);
    const last = docs.at(-1);
    if (!last || last.modified <= doc.modified) docs.push(doc);
    else docs.splice(place(doc.modified + 1), 0, doc);
  };

  const settle = (now: number): void => {
    while (head < queue.length && queue[head]!.at <= now) show(queue[head++]!.doc);
    if (head > 1000 && head * 2 > queue.length) {
      queue = queue.slice(head);
      head = 0;
    }
    if (slowOnes.length > 0) {
      for (const { doc } of slowOnes.filter(({ at }) => at <= now)) show(doc);
      slowOnes = slowOnes.filter(({ at }) => at > now);
    }
    if (dead > 1000 && dead * 2 > docs.length) {
      docs = docs.filter(({ live }) => live);
      dead = 0;
    }
  };

  return {
    put(row, gone, now, slow) {
      const doc: Doc = { row, version: ++version, properties: row.properties, modified: row.modified, live: !gone, gone };
      if (slow) slowOnes.push({ at: now + SLOW_LAG, doc });
      else queue.push({ at: now + LAG, doc });
    },
    since(since, now) {
      settle(now);
      if (dead === 0) return docs.slice(place(since));
      const found: Doc[] = [];
      for (let at = place(since); at < docs.length; at++) if (docs[at]!.live) found.push(docs[at]!);
      return found;
    },
  };
}
