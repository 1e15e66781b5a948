import { absorb, haunted, isUnchanged } from '../../domain/sync/absorb.ts';
import { externalKey, isOurKey } from '../../domain/sync/key.ts';
import type { Link, LocalWrite, LostValue, Question } from '../../domain/sync/link.ts';
import { toOurs } from '../../domain/sync/mapping.ts';
import { keysOfValues, matchOf } from '../../domain/sync/match.ts';
import type { RemoteRecord, SyncKind, Values } from '../../domain/sync/record.ts';
import type { SyncState, SyncTx } from '../../domain/sync/store.ts';
import { entryKey } from '../../domain/sync/value.ts';
import { mark, newLink, withOurIds, withRemoteIds, type Ports } from './ports.ts';

/** What one page of the CRM's records came to: links that need a closer look by a request of their own. */
export interface TakenIn {
  /** Our own doubles: the record to take away, as it was last changed, and the one that stays. */
  doubles: { keep: string; lose: string; at: number }[];
  /** Links of records that look older than what was seen: a search that lags, or a transaction that took long. They are looked at by themselves. */
  older: Link[];
  /** Records that were made anew after they had been destroyed. */
  changed: number;
}

/** The state with second records that are to be taken away. */
export function withDoubles(state: SyncState, kind: SyncKind, doubles: TakenIn['doubles']): SyncState {
  return doubles.length ? { ...state, doubles: [...state.doubles ?? [], ...doubles.map((one) => ({ ...one, kind }))] } : state;
}

/** Takes records of the CRM in, in one transaction: merges known ones, links those that are somebody here, brings in (`wanted`: whoever made them) or remembers the rest. */
export async function takeIn(ports: Ports, tx: SyncTx, kind: SyncKind, records: RemoteRecord[], started: boolean, wanted = false): Promise<TakenIn> {
  const taken: TakenIn = { doubles: [], older: [], changed: 0 };
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
  if (known.length) taken.changed += await mergeKnown(ports, tx, kind, known);
  if (strangers.length) await meetStrangers(ports, tx, kind, strangers, started, wanted, taken);
  return taken;
}

/** Merges records with the rows that they are linked with (`answered`: they are answers to what we sent). Answers how many rows changed here. */
export async function mergeKnown(ports: Ports, tx: SyncTx, kind: SyncKind, known: { record: RemoteRecord; link: Link }[], answered = false): Promise<number> {
  const now = ports.clock();
  const locals = await withRemoteIds(tx, await tx.locals(kind, known.map(({ link }) => link.id)));
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
  return writes.length;
}

/** Records without the company that is not here: it cannot be compared, and must not pass for one that was taken away. */
async function resolvable(ports: Ports, tx: SyncTx, kind: SyncKind, records: RemoteRecord[]): Promise<RemoteRecord[]> {
  const name = kind === 'prospect' ? ports.mapping.prospect?.find(({ ours }) => ours === 'account')?.theirs : undefined;
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
export function isRemade(link: Link, record: RemoteRecord): boolean {
  return link.createdAt !== undefined && record.createdAt !== undefined && record.createdAt > link.createdAt;
}

/** The link of a record that the CRM has no more: nothing is sent before the rep has said what to do. Notes and tasks just stay. */
export function gone(link: Link, record: RemoteRecord | undefined, now: number, ports: Ports): Link {
  const { sending: _sent, conflicts: _open, ...rest } = link;
  if (link.kind !== 'prospect' && link.kind !== 'account') return { ...rest, state: 'left' };
  return { ...rest, state: 'deleted', question: { kind: 'deleted', at: now, ...(link.remoteId ? { remoteId: link.remoteId } : {}), ...shownOf(record, link.kind, ports) } };
}

async function meetStrangers(ports: Ports, tx: SyncTx, kind: SyncKind, records: RemoteRecord[], started: boolean, wanted: boolean, taken: TakenIn): Promise<void> {
  const [remember, forget]: [Parameters<SyncTx['setSeen']>[0], string[]] = [[], []];
  const before = await tx.seenByRemote(kind, records.map(({ id }) => id));
  for (const [at, record] of records.entries()) {
    if (record.deleted) {
      if (before[at]) forget.push(record.id);
      continue;
    }
    const values = toOurs(ports.mapping, kind, record.fields);
    const keys = keysOfValues(kind, values, ports.keyOf);
    if (started && await meet(ports, tx, kind, record, values, keys, wanted, taken)) {
      if (before[at]) forget.push(record.id);
    } else if ((kind === 'prospect' || kind === 'account') && !isAlike(before[at]?.record, record)) {
      remember.push({ kind, remoteId: record.id, keys: [...keys, ...(record.key ? [`key:${record.key}`] : [])], record });
    }
  }
  if (remember.length) await tx.setSeen(remember);
  if (forget.length) await tx.dropSeen(kind, forget);
}

/** The same content at the same time: clocks of one second give two edits one time. */
function isAlike(a: RemoteRecord | undefined, b: RemoteRecord): boolean {
  return a?.at === b.at && JSON.stringify(a.fields) === JSON.stringify(b.fields);
}

/** Finds out who an unlinked record is. True when it is linked now, or came in. */
async function meet(ports: Ports, tx: SyncTx, kind: SyncKind, record: RemoteRecord, values: Values, keys: string[], wanted: boolean, taken: TakenIn): Promise<boolean> {
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
        await meetDouble(ports, tx, link, record, taken);
      }
      continue;
    }
    isOurs = true;
    if (verdict === 'same') {
      const begun = link ?? newLink(kind, id, externalKey(local.keys, id));
      // what was deleted and is here again under another id was merged or made anew: met afresh
      await mergeKnown(ports, tx, kind, [{ record, link: { ...begun, remoteId: record.id, state: 'linked', base: null } }]);
      return true;
    }
    if (verdict === 'possible' && link?.question?.remoteId !== record.id) await tx.setLinks([asking(link ?? newLink(kind, id, externalKey(local.keys, id)), 'possible-match', record, ports)]);
    return false;
  }
  if (isOurs || !(wanted || isOurKey(record.key) || (kind === 'prospect' && ports.bringIn === 'all'))) return false;
  await bringIn(ports, tx, kind, record, values);
  return true;
}

/**
 * A second record of somebody who is linked already. Two with our own key come from a create that arrived twice: the older one stays, on
 * every device alike, and the younger goes when nobody else has touched it. Anything else is the rep's to decide.
 */
async function meetDouble(ports: Ports, tx: SyncTx, link: Link, record: RemoteRecord, taken: TakenIn): Promise<void> {
  if (link.question?.kind === 'double' && link.question.remoteId === record.id) return;
  const ours = record.key !== null && record.key === link.key && ports.crm.removeDouble !== undefined && record.createdAt !== undefined && link.createdAt !== undefined;
  if (ours && isOlder(record, { id: link.remoteId!, createdAt: link.createdAt! })) {
    const { createdAt: _then, version: _version, sending: _sent, ...rest } = link;
    taken.doubles.push({ keep: record.id, lose: link.remoteId!, at: link.at });
    await mergeKnown(ports, tx, link.kind, [{ record, link: { ...rest, remoteId: record.id, base: null } }]);
  } else if (ours && record.at - record.createdAt! <= 2_000) {
    taken.doubles.push({ keep: link.remoteId!, lose: record.id, at: record.at });
  } else {
    await askDouble(ports, tx, link, record);
  }
}

/** Two records of one of ours: the rep has to say. */
export async function askDouble(ports: Ports, tx: SyncTx, link: Link, record: RemoteRecord): Promise<void> {
  await tx.setLinks([{ ...link, question: { kind: 'double', at: ports.clock(), remoteId: record.id, ...shownOf(record, link.kind, ports) } }]);
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
  // a touch of ours is a note there, and no news
  if (kind === 'note' && (await tx.linksByRemote('touch', [record.id]))[0]) return true;
  // touches travel as notes: either may be the one whose answer was lost
  for (const mine of kind === 'note' ? (['note', 'touch'] as const) : [kind]) {
    for (const link of await tx.linksIn('creating', mine, 500)) {
      if (link.key !== record.key && (link.sending?.values['prospect'] !== owner || !sameText(link.sending?.values['text'], values['text']))) continue;
      await mergeKnown(ports, tx, mine, [{ record, link: { ...link, remoteId: record.id } }]);
      return true;
    }
  }
  if (values['done'] === true || values['text'] === null) return false;
  await bringIn(ports, tx, kind, record, values);
  return true;
}

async function bringIn(ports: Ports, tx: SyncTx, kind: SyncKind, record: RemoteRecord, values: Values): Promise<void> {
  const id = ports.newId();
  await tx.write(await withOurIds(tx, [{ kind, id, values, isNew: true, at: record.at }]));
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

/** The link of a row that is not sent before the rep has answered. */
export function asking(link: Link, kind: Question['kind'], record: RemoteRecord, ports: Ports): Link {
  return { ...link, state: 'asking', question: { kind, at: ports.clock(), remoteId: record.id, ...shownOf(record, link.kind, ports) } };
}

function shownOf(record: RemoteRecord | undefined, kind: SyncKind, ports: Ports): { shown?: string } {
  if (!record) return {};
  const values = toOurs(ports.mapping, kind, record.fields);
  const shown = [values['firstName'], values['lastName'], values['name'], Array.isArray(values['emails']) ? values['emails'][0] : null].filter((one) => typeof one === 'string' && one).join(' ');
  return shown ? { shown: shown.slice(0, 200) } : {};
}

function sameText(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && entryKey('text', a) === entryKey('text', b);
}
