import { absorb } from '../../domain/sync/absorb.ts';
import { externalKey, isOurKey } from '../../domain/sync/key.ts';
import type { Link } from '../../domain/sync/link.ts';
import { toOurs } from '../../domain/sync/mapping.ts';
import { keysOfValues, matchOf } from '../../domain/sync/match.ts';
import type { RemoteRecord, SyncKind, Values } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import { entryKey } from '../../domain/sync/value.ts';
import { askDouble, asking } from './asking.ts';
import { mergeKnown, resolvable } from './merge-known.ts';
import { newLink, withOurIds, withRemoteIds, type Ports } from './ports.ts';

/** A second record of our own making: the one to take away, as it was last changed, and the one that stays. */
export interface Double {
  keep: string;
  lose: string;
  at: number;
}

/** Finds out who records are that are linked with nothing here: links them, brings them in (`wanted`: whoever made them), or remembers them. Answers our own doubles among them. */
export async function meetStrangers(ports: Ports, tx: SyncTx, kind: SyncKind, records: RemoteRecord[], started: boolean, wanted: boolean): Promise<Double[]> {
  const doubles: Double[] = [];
  const [remember, forget]: [Parameters<SyncTx['setSeen']>[0], string[]] = [[], []];
  const before = await tx.seenByRemote(kind, records.map(({ id }) => id));
  for (const [at, record] of records.entries()) {
    if (record.deleted) {
      if (before[at]) forget.push(record.id);
      continue;
    }
    const values = toOurs(ports.mapping, kind, record.fields);
    const keys = keysOfValues(kind, values, ports.keyOf);
    if (started && await meet(ports, tx, kind, record, values, keys, wanted, doubles)) {
      if (before[at]) forget.push(record.id);
    } else if ((kind === 'prospect' || kind === 'account') && !isAlike(before[at]?.record, record)) {
      remember.push({ kind, remoteId: record.id, keys: [...keys, ...(record.key ? [`key:${record.key}`] : [])], record });
    }
  }
  if (remember.length) await tx.setSeen(remember);
  if (forget.length) await tx.dropSeen(kind, forget);
  return doubles;
}

/** The same content at the same time: clocks of one second give two edits one time. */
function isAlike(a: RemoteRecord | undefined, b: RemoteRecord): boolean {
  return a?.at === b.at && JSON.stringify(a.fields) === JSON.stringify(b.fields);
}

/** Finds out who an unlinked record is. True when it is linked now, or came in. */
async function meet(ports: Ports, tx: SyncTx, kind: SyncKind, record: RemoteRecord, values: Values, keys: string[], wanted: boolean, doubles: Double[]): Promise<boolean> {
  if (kind === 'note' || kind === 'followUp' || kind === 'touch') return meetChild(ports, tx, kind, record, values);
  const owners = [...new Set((await tx.owners(kind as 'account' | 'prospect', keys)).filter((one) => one !== undefined))];
  let isOurs = false;
  for (const id of owners) {
    const [[link], [local]] = [await tx.links(kind, [id]), await tx.locals(kind, [id])];
    if (!local) continue;
    if (link?.state === 'left') return false;
    if (link?.others?.includes(record.id)) { isOurs = true; continue; }
    const verdict = matchOf(kind, local, record, values, keys, ports.keyOf);
    if (link?.remoteId && link.state !== 'deleted') {
      if (link.remoteId === record.id) return true;
      // who only shares a mailbox or a company's name with somebody linked is somebody else
      if (verdict === 'same') {
        isOurs = true;
        await meetDouble(ports, tx, link, record, doubles);
      }
      continue;
    }
    isOurs = true;
    if (verdict === 'same') {
      const { createdAt: _then, version: _version, ...begun } = link ?? newLink(kind, id, externalKey(local.keys, id));
      // what was deleted and is here again under another id was merged or made anew: met afresh
      await mergeKnown(ports, tx, kind, [{ record, link: { ...begun, remoteId: record.id, state: 'linked', base: null } }]);
      return true;
    }
    if (verdict === 'possible' && link?.question?.remoteId !== record.id) await tx.setLinks([asking(link ?? newLink(kind, id, externalKey(local.keys, id)), 'possible-match', record, ports)]);
    return false;
  }
  if (isOurs || !(wanted || isOurKey(record.key) || (kind === 'prospect' && ports.bringIn === 'all'))) return false;
  await bringIn(ports, tx, kind, record);
  return true;
}

/**
 * A second record of somebody who is linked already. Two with our own key come from a create that arrived twice: the older one stays, on
 * every device alike, and the younger goes when nobody else has touched it. Anything else is the rep's to decide.
 */
async function meetDouble(ports: Ports, tx: SyncTx, link: Link, record: RemoteRecord, doubles: Double[]): Promise<void> {
  if (link.question?.kind === 'double' && link.question.remoteId === record.id) return;
  const ours = record.key !== null && record.key === link.key && ports.crm.removeDouble !== undefined && record.createdAt !== undefined && link.createdAt !== undefined;
  if (ours && isOlder(record, { id: link.remoteId!, createdAt: link.createdAt! })) {
    const { createdAt: _then, version: _version, sending: _sent, ...rest } = link;
    doubles.push({ keep: record.id, lose: link.remoteId!, at: link.at });
    await mergeKnown(ports, tx, link.kind, [{ record, link: { ...rest, remoteId: record.id, base: null } }]);
  } else if (ours && record.at - record.createdAt! <= 2_000) {
    doubles.push({ keep: link.remoteId!, lose: record.id, at: record.at });
  } else {
    await askDouble(ports, tx, link, record);
  }
}

function isOlder(record: RemoteRecord, other: { id: string; createdAt: number }): boolean {
  const [a, b] = [record.id, other.id];
  return record.createdAt! !== other.createdAt ? record.createdAt! < other.createdAt : a.length !== b.length ? a.length < b.length : a < b;
}

/** A note or task in the CRM on somebody who is linked: ours whose answer was lost, or somebody's new one. */
async function meetChild(ports: Ports, tx: SyncTx, kind: SyncKind, record: RemoteRecord, values: Values): Promise<boolean> {
  const owner = typeof values['prospect'] === 'string' ? values['prospect'] : '';
  const [person] = owner ? await tx.linksByRemote('prospect', [owner]) : [];
  if (person?.state !== 'linked') return false;
  // touches travel as notes: either may be the one whose answer was lost
  for (const mine of kind === 'note' ? (['note', 'touch'] as const) : [kind]) {
    for (const link of await tx.linksIn('creating', mine, 500)) {
      if (link.key !== record.key && (link.sending?.values['prospect'] !== owner || !sameText(link.sending?.values['text'], values['text']))) continue;
      await mergeKnown(ports, tx, mine, [{ record, link: { ...link, remoteId: record.id } }]);
      return true;
    }
  }
  if (values['done'] === true && isOurKey(record.key)) {
    const link = await linkedByKey(tx, kind, record.key!);
    if (!link) return false;
    // all that is left of it stands under another id
    const { createdAt: _then, ...rest } = link;
    await mergeKnown(ports, tx, kind, [{ record, link: { ...rest, remoteId: record.id } }]);
    return true;
  }
  if (values['done'] === true || values['text'] === null) return false;
  await bringIn(ports, tx, kind, record);
  return true;
}

async function linkedByKey(tx: SyncTx, kind: SyncKind, key: string): Promise<Link | undefined> {
  for (let after: string | undefined; ;) {
    const links = await tx.linksIn('linked', kind, 500, after);
    const found = links.find((link) => link.key === key);
    if (found || links.length < 500) return found;
    after = links.at(-1)!.id;
  }
}

async function bringIn(ports: Ports, tx: SyncTx, kind: SyncKind, found: RemoteRecord): Promise<void> {
  const id = ports.newId();
  const record = (await resolvable(ports, tx, kind, [found]))[0]!;
  const values = toOurs(ports.mapping, kind, record.fields);
  await tx.write(await withOurIds(tx, [{ kind, id, values, isNew: true, at: record.at, record: { remoteId: record.id, key: record.key } }]));
  const [local] = await withRemoteIds(tx, await tx.locals(kind, [id]));
  if (!local) return;
  const link = { ...newLink(kind, id, record.key ?? externalKey(local.keys, id)), remoteId: record.id };
  // both sides hold the same now, each in its own spelling
  const { link: linked } = absorb({ ...link, state: 'linked', base: { ours: pick(local.values, values), theirs: values } }, local, record, ports.mapping, ports.clock());
  await tx.setLinks([linked]);
}

function pick(values: Values, names: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in names));
}

function sameText(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && entryKey('text', a) === entryKey('text', b);
}
