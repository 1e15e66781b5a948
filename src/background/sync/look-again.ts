import type { Wanted } from '../../crm/connector.ts';
import type { Link, Local, Mark } from '../../domain/sync/link.ts';
import { toOurs } from '../../domain/sync/mapping.ts';
import { keysOfValues, matchOf } from '../../domain/sync/match.ts';
import type { RemoteRecord, SyncKind, Values } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import { entryKey } from '../../domain/sync/value.ts';
import { asking } from './asking.ts';
import { bringAccounts } from './bring-accounts.ts';
import { chunks, done, withRemoteIds, type Ports } from './ports.ts';
import { gone, mergeKnown } from './merge-known.ts';

/** A link of which we do not know what the CRM holds; `candidates` when the CRM has named some. */
export interface Doubt {
  link: Link;
  candidates?: RemoteRecord[];
}

/** Why we look: before a first create, because an answer never came, or because the CRM refused (stale, gone, duplicate). */
export type Reason = 'first' | 'unanswered' | 'refused';

/**
 * Looks at what the CRM really holds of these records before anything is sent (again), and settles what can be settled: links what
 * is there, follows a merge, asks the rep about what is gone. Answers the ids that need no create any more.
 */
export async function lookAgain(ports: Ports, kind: SyncKind, doubts: Doubt[], why: Reason): Promise<Set<string>> {
  const settled = new Set<string>();
  const known = doubts.filter(({ link }) => link.remoteId !== null && link.state !== 'creating');
  const lost: Doubt[] = [];
  if (known.length) {
    const records = new Map<string, RemoteRecord>();
    for (const ids of chunks(known.map(({ link }) => link.remoteId!), ports.flags.batch.read)) for (const record of done(await ports.crm.read(kind, ids))) records.set(record.id, record);
    if (kind === 'prospect') await bringAccounts(ports, [...records.values()]);
    await ports.store.transact(async (tx) => {
      const fresh = await tx.links(kind, known.map(({ link }) => link.id));
      const there: { record: RemoteRecord; link: Link }[] = [];
      known.forEach((doubt, at) => {
        const link = fresh[at] ?? doubt.link;
        const record = records.get(link.remoteId ?? '');
        if (!record) lost.push({ link });
        else there.push({ record, link });
      });
      await mergeKnown(ports, tx, kind, there);
    });
  }
  const unknown = [...doubts.filter((doubt) => !known.includes(doubt)), ...lost];
  if (unknown.length) await search(ports, kind, unknown, why, settled);
  return settled;
}

async function search(ports: Ports, kind: SyncKind, doubts: Doubt[], why: Reason, settled: Set<string>): Promise<void> {
  const locals = await ports.store.transact(async (tx) => withRemoteIds(tx, await tx.locals(kind, doubts.map(({ link }) => link.id))));
  const found = new Map<string, RemoteRecord[]>();
  const asked = doubts.map((doubt, at) => ({ doubt, local: locals[at] })).filter(({ doubt }) => !doubt.candidates?.length);
  for (const some of chunks(asked, ports.flags.batch.find)) {
    const answers = done(await ports.crm.find(kind, some.map(({ doubt, local }) => wantedOf(doubt.link, local))));
    some.forEach(({ doubt }, at) => found.set(doubt.link.id, answers[at] ?? []));
  }
  await ports.store.transact(async (tx) => {
    for (const [at, doubt] of doubts.entries()) {
      const [link = doubt.link] = await tx.links(kind, [doubt.link.id]);
      const candidates = (doubt.candidates?.length ? doubt.candidates : found.get(doubt.link.id) ?? []).filter(({ id }) => id !== link.remoteId && !link.others?.includes(id));
      if (await settle(ports, tx, kind, link, locals[at], candidates, why)) settled.add(link.id);
    }
  });
}

/** Settles one link by what was found. True when no create is needed. */
async function settle(ports: Ports, tx: SyncTx, kind: SyncKind, link: Link, local: Local | undefined, candidates: RemoteRecord[], why: Reason): Promise<boolean> {
  const now = ports.clock();
  const wasThere = link.state !== 'creating' && link.remoteId !== null;
  const isChild = kind !== 'account' && kind !== 'prospect';
  // of several notes with one text each stands for one of ours
  const taken = isChild ? new Set((await tx.linksByRemote(kind, candidates.map(({ id }) => id))).flatMap((one) => (one?.remoteId && one.id !== link.id ? [one.remoteId] : []))) : new Set<string>();
  const alive = candidates.filter(({ deleted, id }) => !deleted && !taken.has(id));
  const mine = alive.find(({ key }) => key !== null && key === link.key);
  const verdicts = alive.map((record) => ({ record, verdict: record === mine ? 'same' as const : verdictOf(ports, kind, link, local, record) })).filter(({ verdict }) => verdict !== 'no');
  const best = verdicts.find(({ record }) => record === mine) ?? verdicts.find(({ verdict }) => verdict === 'same') ?? verdicts[0];
  if (best) {
    const [holder] = await tx.linksByRemote(kind, [best.record.id]);
    if (holder && holder.id !== link.id) {
      // two of ours are one there: they were merged, or share what the CRM takes for an identity
      await tx.setLinks([calm(asking(link, wasThere ? 'merged' : 'possible-match', best.record, ports))]);
      await tx.dropMarks(kind, [link.id]);
    } else if (best.verdict === 'possible') {
      await tx.setLinks([calm(asking(link, 'possible-match', best.record, ports))]);
      await tx.dropMarks(kind, [link.id]);
    } else {
      const { createdAt: _then, ...rest } = link;
      await tx.dropSeen(kind, [best.record.id]);
      await mergeKnown(ports, tx, kind, [{ record: best.record, link: { ...rest, remoteId: best.record.id, state: 'linked', ...(best.record === mine && !wasThere ? { made: true } : {}) } }]);
    }
    return true;
  }
  const dead = candidates.find(({ deleted }) => deleted);
  if (wasThere || dead) {
    await tx.setLinks([gone({ ...link, ...(dead && !link.remoteId ? { remoteId: dead.id } : {}) }, dead, now, ports)]);
    await tx.dropMarks(kind, [link.id]);
    return true;
  }
  if (why === 'first') return false;
  if (why === 'refused') {
    // the CRM speaks of a duplicate that nobody can find: if what it named is somebody else, make it all the same
    const others = candidates.length ? [...new Set([...link.others ?? [], ...candidates.map(({ id }) => id)])] : link.others;
    await tx.setLinks([calm({ ...link, state: 'asking', ...(others ? { others } : {}) })]);
    if (!candidates.length) await delay(tx, kind, link.id, { notBefore: now + 3_600_000, refused: '' });
    return true;
  }
  const free = (link.sending?.at ?? 0) + ports.flags.lateCreate;
  if (now < free) {
    await delay(tx, kind, link.id, { notBefore: free });
    const state = await tx.state();
    await tx.setState({ ...state, again: Math.min(state.again ?? free, free) });
  }
  else await tx.setLinks([calm({ ...link, state: 'asking' })]);
  return false;
}

function verdictOf(ports: Ports, kind: SyncKind, link: Link, local: Local | undefined, record: RemoteRecord): 'same' | 'possible' | 'no' {
  const values = toOurs(ports.mapping, kind, record.fields);
  if (kind === 'account' || kind === 'prospect') return local ? matchOf(kind, local, record, values, keysOfValues(kind, values, ports.keyOf), ports.keyOf) : 'no';
  return textOf(values) !== '' && textOf(values) === (textOf(link.sending?.values ?? {}) || textOf(link.base?.theirs ?? {}) || textOf(local?.values ?? {})) ? 'same' : 'no';
}

function textOf(values: Values): string {
  return typeof values['text'] === 'string' ? entryKey('text', values['text']) : '';
}

function wantedOf(link: Link, local: Local | undefined): Wanted {
  const values: Values = { ...link.base?.theirs, ...(local?.values ?? link.sending?.values) };
  const text = (field: string): string | undefined => (typeof values[field] === 'string' && values[field] ? values[field] : undefined);
  // a note stands there with the text that was sent, or that both knew last, whatever it is here by now
  const known = link.sending?.values['text'] ?? link.base?.theirs['text'];
  const name = (typeof known === 'string' && known) || (text('text') ?? text('name'));
  return {
    key: link.key,
    ...(Array.isArray(values['emails']) && values['emails'].length ? { emails: values['emails'] } : {}),
    ...(text('linkedin') ? { linkedin: text('linkedin')! } : {}), ...(text('domain') ? { domain: text('domain')! } : {}),
    ...(name ? { name } : {}), ...(text('prospect') ? { prospect: text('prospect')! } : {}),
    ...(link.remoteId !== null && link.createdAt !== undefined ? { goneSince: link.createdAt } : {}),
  };
}

async function delay(tx: SyncTx, kind: SyncKind, id: string, what: Pick<Mark, 'notBefore' | 'refused'>): Promise<void> {
  const [mark] = await tx.marksOf(kind, [id]);
  if (mark) await tx.setMarks([{ ...mark, ...what }]);
}

function calm({ sending: _sent, ...link }: Link): Link {
  return link;
}
