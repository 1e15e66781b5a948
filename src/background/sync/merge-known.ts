import { absorb, haunted } from '../../domain/sync/absorb.ts';
import type { Link, LocalWrite, LostValue } from '../../domain/sync/link.ts';
import { theirName } from '../../domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import { shownOf } from './asking.ts';
import { markHanging } from './hanging.ts';
import { mark, withOurIds, withRemoteIds, type Ports } from './ports.ts';

/** Merges records with the rows that they are linked with (`answered`: they are answers to what we sent). */
export async function mergeKnown(ports: Ports, tx: SyncTx, kind: SyncKind, known: { record: RemoteRecord; link: Link }[], answered = false): Promise<void> {
  const now = ports.clock();
  const locals = await withRemoteIds(tx, await tx.locals(kind, known.map(({ link }) => link.id)));
  const before = kind === 'account' || kind === 'prospect' ? await tx.links(kind, known.map(({ link }) => link.id)) : [];
  const records = await resolvable(ports, tx, kind, known.map(({ record }) => record));
  const [links, writes, lost, marks]: [Link[], LocalWrite[], LostValue[], string[]] = [[], [], [], []];
  known.forEach(({ link }, at) => {
    const local = locals[at];
    const record = records[at]!;
    if (link.state === 'left') return;
    if (record.deleted || isRemade(link, record)) {
      if (link.state !== 'deleted') links.push(gone(link, record, now, ports));
      return;
    }
    if (!local) {
      // erased here: it stays in the CRM and does not come back
      const { sending: _sent, ...rest } = link;
      links.push({ ...rest, state: 'left', erased: true });
      return;
    }
    const result = absorb(answered ? link : haunted(link, record, ports.mapping, now), local, record, ports.mapping, now, answered);
    links.push(result.link);
    if (Object.keys(result.pull).length) writes.push({ kind, id: link.id, values: result.pull, isNew: false, at: record.at });
    lost.push(...result.lost.map((one) => ({ ...one, kind, id: link.id })));
    if (result.toPush) marks.push(link.id);
  });
  await tx.setLinks(links);
  if (writes.length) await tx.write(await withOurIds(tx, writes));
  if (lost.length) await tx.keepLost(lost);
  if (marks.length) await mark(tx, kind, marks, now, ports.newId());
  // another record stands for it now: the CRM deleted or merged the one that it was, and may have left behind what hung on that
  const left = new Map(before.flatMap((link) => (link?.remoteId ? [[link.id, link.remoteId]] : [])));
  for (const { id, remoteId } of links) if (left.has(id) && left.get(id) !== remoteId) await markHanging(ports, tx, kind, left.get(id)!);
}

/** Records without the company that is not here: it cannot be compared, and must not pass for one that was taken away. */
export async function resolvable(ports: Ports, tx: SyncTx, kind: SyncKind, records: RemoteRecord[]): Promise<RemoteRecord[]> {
  const name = kind === 'prospect' ? theirName(ports.mapping, kind, 'account') : undefined;
  if (name === undefined) return records;
  const ids = [...new Set(records.map(({ fields }) => fields[name]).filter((one) => typeof one === 'string'))];
  const links = ids.length ? await tx.linksByRemote('account', ids) : [];
  const here = new Set(ids.filter((_id, at) => links[at]));
  return records.map((record) => {
    const id = record.fields[name];
    if (typeof id !== 'string' || here.has(id)) return record;
    const { [name]: _unknown, ...fields } = record.fields;
    return { ...record, fields };
  });
}

/** A record that is younger than it was is another one, made anew by a write that came too late. */
function isRemade(link: Link, record: RemoteRecord): boolean {
  return link.createdAt !== undefined && record.createdAt !== undefined && record.createdAt > link.createdAt;
}

/** The link of a record that the CRM has no more: nothing is sent before the rep has said what to do. Notes and tasks just stay. */
export function gone(link: Link, record: RemoteRecord | undefined, now: number, ports: Ports): Link {
  const { sending: _sent, conflicts: _open, ...rest } = link;
  if (link.kind !== 'prospect' && link.kind !== 'account') return { ...rest, state: 'left' };
  return { ...rest, state: 'deleted', question: { kind: 'deleted', at: now, ...(link.remoteId ? { remoteId: link.remoteId } : {}), ...shownOf(record, link.kind, ports) } };
}
