import type { Link, Local, LostValue, Mark } from '../../../../src/domain/sync/link.ts';
import { OUR_FIELDS, type SyncKind, type SyncValue, type Values } from '../../../../src/domain/sync/record.ts';
import { keysOfValues, type KeyOf } from '../../../../src/domain/sync/match.ts';
import type { SeenRecord, SyncState, SyncStore } from '../../../../src/domain/sync/store.ts';

/** One device's book in memory, with what a sync did to it. `overwritten` are values that a pull has replaced, and by what. */
export interface MemoryBook extends SyncStore {
  rows: Map<string, Local>;
  links: Map<string, Link>;
  marks: Map<string, Mark>;
  lost: LostValue[];
  overwritten: { id: string; field: string; value: SyncValue; next: SyncValue }[];
  sync: SyncState;
  /** The rep edits or adds a row: row and mark in one step, as the write door does it. */
  edit(kind: SyncKind, id: string, values: Values, at: number, keys?: string[]): void;
  remove(kind: SyncKind, id: string, at: number): void;
}

/** What a real book says of a new row's fields: all of them, empty. */
export function blank(kind: SyncKind): Values {
  return Object.fromEntries(OUR_FIELDS[kind].map((field) => [field.name, ['emails', 'phones', 'tags'].includes(field.kind) ? [] : null]));
}

/** A book whose transactions are all or nothing: what throws half-way leaves no trace. */
export function memoryBook(stamp: () => string, keyOf: KeyOf): MemoryBook {
  const at = (kind: SyncKind, id: string): string => `${kind} ${id}`;
  const seen = new Map<string, SeenRecord>();
  const book: MemoryBook = {
    rows: new Map(), links: new Map(), marks: new Map(), lost: [], overwritten: [], sync: { pull: {}, started: true },
    edit: (kind, id, values, now, keys) => {
      const old = book.rows.get(at(kind, id));
      const changedAt = { ...old?.changedAt, ...Object.fromEntries(Object.keys(values).map((field) => [field, now])) };
      book.rows.set(at(kind, id), { kind, id, keys: keys ?? old?.keys ?? [], values: { ...old?.values, ...values }, changedAt, updatedAt: now });
      book.marks.set(at(kind, id), { kind, id, stamp: stamp(), at: now });
    },
    remove: (kind, id, now) => {
      book.rows.delete(at(kind, id));
      book.marks.set(at(kind, id), { kind, id, stamp: stamp(), at: now });
    },
    transact: async (work) => {
      const kept = { rows: new Map(book.rows), links: new Map(book.links), marks: new Map(book.marks), seen: new Map(seen), lost: book.lost.length, overwritten: book.overwritten.length, sync: book.sync };
      try {
        return await work(tx);
      } catch (error) {
        Object.assign(book, { rows: kept.rows, links: kept.links, marks: kept.marks, sync: kept.sync });
        book.lost.length = kept.lost;
        book.overwritten.length = kept.overwritten;
        seen.clear();
        for (const [key, value] of kept.seen) seen.set(key, value);
        throw error;
      }
    },
  };
  const tx: Parameters<Parameters<SyncStore['transact']>[0]>[0] = {
    state: async () => structuredClone(book.sync),
    setState: async (state) => { book.sync = structuredClone(state); },
    marks: async (kind, limit, isFree) => [...book.marks.values()].filter((mark) => mark.kind === kind && isFree(mark)).toSorted((a, b) => a.at - b.at).slice(0, limit),
    countMarks: async (kind) => [...book.marks.values()].filter((mark) => mark.kind === kind).length,
    marksOf: async (kind, ids) => ids.map((id) => book.marks.get(at(kind, id))),
    setMarks: async (marks) => { for (const mark of marks) book.marks.set(at(mark.kind, mark.id), structuredClone(mark)); },
    dropMarks: async (kind, ids) => { for (const id of ids) book.marks.delete(at(kind, id)); },
    links: async (kind, ids) => ids.map((id) => structuredClone(book.links.get(at(kind, id)))),
    linksByRemote: async (kind, ids) => ids.map((id) => structuredClone([...book.links.values()].find((link) => link.kind === kind && link.remoteId === id))),
    linksIn: async (state, kind, limit, after) => structuredClone([...book.links.values()].filter((link) => link.kind === kind && link.state === state && (after === undefined || link.id > after)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)),
    setLinks: async (links) => { for (const link of links) book.links.set(at(link.kind, link.id), structuredClone(link)); },
    locals: async (kind, ids) => ids.map((id) => structuredClone(book.rows.get(at(kind, id)))),
    owners: async (kind, keys) => keys.map((key) => [...book.rows.values()].find((row) => row.kind === kind && row.keys.includes(key))?.id),
    write: async (writes) => {
      for (const { kind, id, values, isNew, at: time } of writes) {
        const old = book.rows.get(at(kind, id));
        if (!old && !isNew) continue;
        if (!old && kind !== 'account' && kind !== 'prospect' && !book.rows.has(at('prospect', String(values['prospect'])))) continue;
        for (const field of Object.keys(values)) if (old && field in old.values) book.overwritten.push({ id, field, value: old.values[field]!, next: values[field]! });
        const keys = [...new Set([...old?.keys ?? [], ...keysOfValues(kind, values, keyOf)])];
        book.rows.set(at(kind, id), { kind, id, keys, values: { ...old?.values ?? blank(kind), ...values }, changedAt: { ...old?.changedAt, ...Object.fromEntries(Object.keys(values).map((field) => [field, time])) }, updatedAt: time });
      }
    },
    keepLost: async (values) => void book.lost.push(...structuredClone(values)),
    seen: async (kind, keys) => [...seen.values()].filter((row) => row.kind === kind && row.keys.some((key) => keys.includes(key))),
    seenByRemote: async (kind, ids) => ids.map((id) => seen.get(at(kind, id))),
    setSeen: async (rows) => { for (const row of rows) seen.set(at(row.kind, row.remoteId), row); },
    dropSeen: async (kind, ids) => { for (const id of ids) seen.delete(at(kind, id)); },
  };
  return book;
}
