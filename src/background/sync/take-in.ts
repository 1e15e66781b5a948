import { isUnchanged } from '../../domain/sync/absorb.ts';
import type { Link } from '../../domain/sync/link.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import type { SyncState, SyncTx } from '../../domain/sync/store.ts';
import { meetStrangers, type Double } from './meet.ts';
import { mergeKnown } from './merge-known.ts';
import type { Ports } from './ports.ts';

/** What one page of the CRM's records came to: links that need a closer look by a request of their own. */
export interface TakenIn {
  doubles: Double[];
  /** Links of records that look older than what was seen: a search that lags, or a transaction that took long. They are looked at by themselves. */
  older: Link[];
}

/** The state with second records that are to be taken away. */
export function withDoubles(state: SyncState, kind: SyncKind, doubles: TakenIn['doubles']): SyncState {
  return doubles.length ? { ...state, doubles: [...state.doubles ?? [], ...doubles.map((one) => ({ ...one, kind }))] } : state;
}

/** Takes records of the CRM in, in one transaction: merges known ones, links those that are somebody here, brings in (`wanted`: whoever made them) or remembers the rest. */
export async function takeIn(ports: Ports, tx: SyncTx, kind: SyncKind, records: RemoteRecord[], started: boolean, wanted = false): Promise<TakenIn> {
  const taken: TakenIn = { doubles: [], older: [] };
  // a page may hold a record twice, when it changed while paging: the last one counts
  const latest = [...new Map(records.map((record) => [record.id, record])).values()];
  const links = await tx.linksByRemote(kind, latest.map(({ id }) => id));
  // touches travel as notes, and are ours alone to say
  const touches = kind === 'note' ? await tx.linksByRemote('touch', latest.map(({ id }) => id)) : [];
  const known: { record: RemoteRecord; link: Link }[] = [];
  const strangers: RemoteRecord[] = [];
  const seenNow: Link[] = [];
  latest.forEach((record, at) => {
    const link = links[at];
    if (!link && touches[at]) return;
    if (!link) strangers.push(record);
    else if (isUnchanged(link, record, ports.mapping)) {
      if (link.at < record.at || link.version !== record.version) seenNow.push({ ...link, at: record.at, ...(record.version === undefined ? {} : { version: record.version }) });
    }
    // a search that lags behind shows what was: it must not pass for an edit
    else if (link.state === 'linked' && record.at < link.at && !record.deleted) taken.older.push(link);
    else known.push({ record, link });
  });
  if (seenNow.length) await tx.setLinks(seenNow);
  if (known.length) await mergeKnown(ports, tx, kind, known);
  if (strangers.length) taken.doubles = await meetStrangers(ports, tx, kind, strangers, started, wanted);
  return taken;
}
