import { Dexie } from 'dexie';
import { toSend } from '../domain/sync/absorb.ts';
import type { Connection } from '../domain/sync/connection.ts';
import { externalKey } from '../domain/sync/key.ts';
import type { Link, Local } from '../domain/sync/link.ts';
import { policyIn, toOurs } from '../domain/sync/mapping.ts';
import { keysOfValues, matchOf, type KeyOf } from '../domain/sync/match.ts';
import { merge } from '../domain/sync/merge.ts';
import { SYNC_KINDS, type SyncKind, type SyncValue, type Values } from '../domain/sync/record.ts';
import { isEmpty } from '../domain/sync/value.ts';
import type { Book, OutboxMark, SeenRow } from './database.ts';
import { seenLookup, type SeenLookup } from './seen-lookup.ts';
import { knownValue, localsThere, nameOfLocal } from './sync-local.ts';

/** What the next sync makes of a row. `asking`: it waits for an answer of the rep; `possible`: it will ask whether somebody there is the same. */
export const OUTCOMES = ['new', 'matched', 'possible', 'changed', 'removed', 'refused', 'asking', 'unchanged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface PreviewRow {
  kind: SyncKind;
  id: string;
  name: string;
  outcome: Outcome;
  /** What the CRM would hold afterwards, and what it holds now as far as known. */
  fields: { field: string; old: SyncValue; now: SyncValue }[];
  /** Who it would be there, or the CRM's reason for a refusal. */
  why?: string;
}

export interface Preview {
  counts: { [K in SyncKind]?: { [O in Outcome]?: number } };
  /** The first hundred of each outcome; unchanged ones are only counted. */
  rows: PreviewRow[];
  done: number;
  total: number;
}

const SLICE = 200;
const SHOWN = 100;

/**
 * What the next sync of a connection will send, slice by slice. `between` is called after each with what is known so far, and may wait;
 * the walk ends early when `end` is aborted. Reads only.
 */
export async function readPreview(book: Book, connection: Connection, keyOf: KeyOf, end: AbortSignal, between: (soFar: Preview) => Promise<void>): Promise<Preview> {
  const range = (kind: SyncKind, after?: string) => book.outbox.where('[connection+entity+id]').between([connection.id, kind, after ?? Dexie.minKey], [connection.id, kind, Dexie.maxKey], false);
  const kinds = SYNC_KINDS.filter((kind) => connection.mapping[kind]);
  const totals = await Promise.all(kinds.map((kind) => range(kind).count()));
  let preview: Preview = { counts: {}, rows: [], done: 0, total: totals.reduce((sum, one) => sum + one, 0) };
  for (const [at, kind] of kinds.entries()) {
    if (totals[at] === 0) continue;
    const lookup = await seenLookup(book, connection.id, kind, () => between(preview));
    for (let after: string | undefined; !end.aborted;) {
      const marks = await range(kind, after).limit(SLICE).toArray();
      if (marks.length === 0) break;
      after = marks.at(-1)!.id;
      const found = await outcomes(book, connection, kind, marks, lookup, keyOf);
      const counts = { ...preview.counts[kind] };
      const rows = [...preview.rows];
      for (const row of found) {
        counts[row.outcome] = (counts[row.outcome] ?? 0) + 1;
        if (row.outcome !== 'unchanged' && rows.filter(({ outcome }) => outcome === row.outcome).length < SHOWN) rows.push(await shown(book, connection.id, row));
      }
      preview = { ...preview, counts: { ...preview.counts, [kind]: counts }, rows, done: preview.done + marks.length };
      await between(preview);
    }
  }
  return preview;
}

async function outcomes(book: Book, connection: Connection, kind: SyncKind, marks: OutboxMark[], lookup: SeenLookup, keyOf: KeyOf): Promise<PreviewRow[]> {
  const ids = marks.map(({ id }) => id);
  const locals = await localsThere(book, connection.id, kind, ids);
  const links = await book.links.bulkGet(ids.map((id): [string, string, string] => [connection.id, kind, id]));
  const keysOf = new Map<string, string[]>();
  if (kind === 'account' || kind === 'prospect') {
    locals.forEach((local, at) => {
      if (local && !links[at]?.remoteId) keysOf.set(local.id, lookups(connection.id, kind, local, links[at], keyOf));
    });
  }
  const wanted = [...new Set([...keysOf.values()].flat())];
  const seen = wanted.length ? await lookup(wanted) : new Map<string, SeenRow[]>();
  return marks.flatMap((mark, at): PreviewRow[] => {
    const [local, link] = [locals[at], links[at]];
    const row = (outcome: Outcome, more: Partial<PreviewRow> = {}): PreviewRow[] => [{ kind, id: mark.id, name: local ? nameOfLocal(local) : '', outcome, fields: [], ...more }];
    if (!local) return link?.state === 'linked' && link.made && kind !== 'account' && kind !== 'prospect' ? row('removed') : [];
    if (link?.question) return row('asking', link.question.shown ? { why: link.question.shown } : {});
    if (mark.refused !== undefined) return row('refused', mark.refused ? { why: mark.refused } : {});
    if ((link?.state === 'left' && !link.erased) || link?.state === 'deleted') return [];
    if (link?.remoteId) {
      const values = toSend(link, local, connection.mapping);
      return Object.keys(values).length ? row('changed', { fields: differences(values, link.base?.theirs ?? {}) }) : row('unchanged');
    }
    const met = [...new Set((keysOf.get(mark.id) ?? []).flatMap((key) => seen.get(key) ?? []))];
    return meeting(kind, local, link, met, connection, keyOf, row);
  });
}

/** What a row that is not linked yet will find there, among the records that share an identity with it. */
function meeting(kind: SyncKind, local: Local, link: Link | undefined, met: SeenRow[], { mapping }: Connection, keyOf: KeyOf, row: (outcome: Outcome, more?: Partial<PreviewRow>) => PreviewRow[]): PreviewRow[] {
  for (const { record } of met) {
    if (link?.others?.includes(record.id)) continue;
    const theirs = toOurs(mapping, kind, record.fields);
    const verdict = matchOf(kind, local, record, theirs, keysOfValues(kind, theirs, keyOf), keyOf);
    if (verdict === 'no') continue;
    const why = nameOfLocal({ ...local, values: theirs });
    if (verdict === 'possible') return row('possible', { why });
    const { push } = merge(kind, null, { values: local.values, at: () => local.updatedAt }, { values: theirs, at: () => record.at }, policyIn(mapping, kind));
    return row('matched', { why, fields: differences(push, theirs) });
  }
  const sent = new Set((mapping[kind] ?? []).map(({ ours }) => ours));
  return row('new', { fields: differences(Object.fromEntries(Object.entries(local.values).filter(([name, value]) => sent.has(name) && !isEmpty(value))), {}) });
}

function lookups(connection: string, kind: SyncKind, local: Local, link: Link | undefined, keyOf: KeyOf): string[] {
  const keys = [`key:${link?.key ?? externalKey(local.keys, local.id)}`, ...local.keys, ...keysOfValues(kind, local.values, keyOf)];
  return [...new Set(keys)].map((key) => `${connection} ${kind} ${key}`);
}

function differences(now: Values, old: Values): PreviewRow['fields'] {
  return Object.entries(now).map(([field, value]) => ({ field, old: old[field] ?? null, now: value }));
}

async function shown(book: Book, connection: string, row: PreviewRow): Promise<PreviewRow> {
  const known = (field: string, value: SyncValue): Promise<SyncValue> => knownValue(book, connection, row.kind, field, value);
  return { ...row, fields: await Promise.all(row.fields.map(async ({ field, old, now }) => ({ field, old: await known(field, old), now: await known(field, now) }))) };
}
