import type { Connection } from '../domain/sync/connection.ts';
import { uuidOf } from '../domain/sync/key.ts';
import type { Link, Question } from '../domain/sync/link.ts';
import { toOurs } from '../domain/sync/mapping.ts';
import type { KeyOf } from '../domain/sync/match.ts';
import { ourField, type SyncKind, type SyncValue, type Values } from '../domain/sync/record.ts';
import type { SyncTx } from '../domain/sync/store.ts';
import { isEmpty } from '../domain/sync/value.ts';
import { equal } from './change.ts';
import type { Book, LinkRow, OutboxMark } from './database.ts';
import { removeProspect } from './person.ts';
import { knownValue, localsThere, nameOfLocal, ourIdOf } from './sync-local.ts';
import { syncStore } from './sync.ts';
import type { Change } from './write.ts';

/** Something of a connection that only the rep can decide: one field that both sides changed, or a question about a whole record. */
export interface OpenQuestion {
  kind: SyncKind;
  id: string;
  name: string;
  at: number;
  conflict?: { field: string; ours: SyncValue; theirs: SyncValue; oursAt: number; theirsAt: number };
  question?: Question;
  /** Both records, for a question about two: under our names. */
  ours?: Values;
  theirs?: Values;
  /** Somebody of ours who is linked with that record already. */
  heldBy?: string;
}

/** How a question can be answered. `double` and `merged` know one answer: it is seen. */
export type Answer = 'same' | 'other' | 'keep' | 'again' | 'erase' | 'seen';

/** What a decision changed, so that it can be taken back while nothing else has touched it. */
export interface Decided {
  before: LinkRow;
  after: LinkRow;
  mark?: OutboxMark;
}

/** What is open, oldest first, at most `limit` records. */
export async function readQuestions(book: Book, connection: Connection, limit: number): Promise<OpenQuestion[]> {
  const links = await book.links.where('[connection+open]').equals([connection.id, 1]).limit(limit).toArray();
  const found = await Promise.all(links.map((link) => questionsOf(book, connection, link)));
  return found.flat().toSorted((a, b) => a.at - b.at);
}

async function questionsOf(book: Book, connection: Connection, link: LinkRow): Promise<OpenQuestion[]> {
  const { kind, id, question } = link;
  const [local] = await localsThere(book, connection.id, kind, [id]);
  const about = { kind, id, name: local ? nameOfLocal(local) : '' };
  const list: OpenQuestion[] = [];
  for (const [field, { ours, theirs, oursAt, theirsAt }] of Object.entries(link.conflicts ?? {})) {
    // it may have been edited here since
    const mine = local && field in local.values ? local.values[field]! : ours;
    const [shownMine, shownTheirs] = await Promise.all([knownValue(book, connection.id, kind, field, mine), knownValue(book, connection.id, kind, field, theirs)]);
    list.push({ ...about, at: Math.max(oursAt, theirsAt), conflict: { field, ours: shownMine, theirs: shownTheirs, oursAt: Math.max(oursAt, local?.changedAt[field] ?? 0), theirsAt } });
  }
  if (!question) return list;
  const row = question.remoteId === undefined ? undefined : await book.seen.get([connection.id, kind, question.remoteId]);
  const holder = question.remoteId === undefined ? undefined : await ourIdOf(book, connection.id, kind, question.remoteId);
  const [held] = holder === undefined || holder === id ? [] : await localsThere(book, connection.id, kind, [holder]);
  list.push({ ...about, at: question.at, question, ...(local ? { ours: local.values } : {}), ...(row ? { theirs: toOurs(connection.mapping, kind, row.record.fields) } : {}), ...(held ? { heldBy: nameOfLocal(held) } : {}) });
  return list;
}

/**
 * Decides one field. `ours`: it counts as changed here since both agreed on theirs, and is sent. `theirs`: it is taken over, as a pull does.
 * The value that gives way stays in the record's history. Undefined when there is nothing (more) to decide.
 */
export function decideConflict(book: Book, connection: Connection, kind: SyncKind, id: string, field: string, side: 'ours' | 'theirs', change: Change, keyOf: KeyOf): Promise<Decided | undefined> {
  const by: Change = side === 'theirs' ? { ...change, by: 'crm' } : change;
  return decide(book, connection, kind, id, by, keyOf, async (tx, link, mark) => {
    const conflict = link.conflicts?.[field];
    if (!conflict) return undefined;
    const { [field]: _decided, ...left } = link.conflicts!;
    const { conflicts: _all, ...rest } = link;
    const base = { ours: { ...link.base?.ours, [field]: conflict.theirs }, theirs: { ...link.base?.theirs, [field]: conflict.theirs } };
    const [local] = await localsThere(book, connection.id, kind, [id]);
    const mine = local && field in local.values ? local.values[field]! : conflict.ours;
    if (side === 'theirs') {
      const value = ourField(kind, field)?.kind === 'record' && typeof conflict.theirs === 'string' ? await ourIdOf(book, connection.id, field as SyncKind, conflict.theirs) : conflict.theirs;
      // a company that is not here (any more) cannot be taken over
      if (value === undefined) return undefined;
      await tx.write([{ kind, id, values: { [field]: value }, isNew: false, at: conflict.theirsAt }]);
    }
    const lost = side === 'ours' ? { value: conflict.theirs, whose: 'theirs' as const, at: conflict.theirsAt } : { value: mine, whose: 'ours' as const, at: conflict.oursAt };
    if (!isEmpty(lost.value)) await tx.keepLost([{ kind, id, field, ...lost }]);
    if (side === 'ours') await mark();
    return { ...rest, base, ...(Object.keys(left).length ? { conflicts: left } : {}) };
  });
}

/** Answers a question. `erase` removes the person here with what hangs on them. Undefined when there is nothing (more) to answer. */
export function decideQuestion(book: Book, connection: Connection, kind: SyncKind, id: string, answer: Answer, change: Change, keyOf: KeyOf): Promise<Decided | undefined> {
  return decide(book, connection, kind, id, change, keyOf, async (tx, link, mark) => {
    const { question, ...rest } = link;
    if (!question) return undefined;
    if (kind === 'account' && (answer === 'same' || answer === 'other' || answer === 'again')) await lookAtPeople(book, connection.id, id, change);
    const { remoteId } = question;
    const others = remoteId === undefined ? link.others ?? [] : [...new Set([...link.others ?? [], remoteId])];
    switch (answer) {
      case 'same': {
        if (remoteId === undefined) return undefined;
        const holder = await ourIdOf(book, connection.id, kind, remoteId);
        // two of ours cannot be one record there: the one that has it keeps it
        if (holder !== undefined && holder !== id) return { ...rest, state: 'left' };
        await tx.dropSeen(kind, [remoteId]);
        const [old] = await tx.linksByRemote(kind, [remoteId]);
        if (old?.into === id) await tx.setLinks([{ ...old, remoteId: null }]);
        await mark();
        // as after a request without an answer: what the record holds is looked up and merged before anything is sent
        return { ...rest, remoteId, state: 'linked', base: null, sending: { values: {}, at: change.at } };
      }
      case 'other':
        await mark();
        return { ...rest, others };
      case 'again': {
        await mark();
        // its old key belongs to the record that is gone; the same new one on every device
        const { kind: ofKind, id: ofId } = rest;
        return { kind: ofKind, id: ofId, key: uuidOf(`again ${link.key}`), remoteId: null, state: 'asking', base: null, at: 0, others: [...new Set([...others, ...(link.remoteId ? [link.remoteId] : [])])] };
      }
      case 'erase':
        if (kind !== 'prospect') return undefined;
        await removeProspect(book, id, change);
        return { ...rest, state: 'left' };
      case 'keep': return { ...rest, state: 'left' };
      case 'seen': return question.kind === 'double' ? { ...rest, others } : { ...rest, state: 'left' };
    }
  });
}

/** A company comes to the CRM after its people, or anew: what they hold there is looked up, so that it is theirs there too. */
async function lookAtPeople(book: Book, connection: string, account: string, change: Change): Promise<void> {
  const ids = await book.prospects.where('accountId').equals(account).primaryKeys();
  const links = (await book.links.bulkGet(ids.map((id): [string, string, string] => [connection, 'prospect', id]))).filter((link) => link?.state === 'linked').map((link) => link!);
  const bare = ({ account: _old, ...values }: Values): Values => values;
  await book.links.bulkPut(links.map((link) => ({
    ...link, base: link.base && { ours: bare(link.base.ours), theirs: bare(link.base.theirs) }, sending: link.sending ?? { values: {}, at: change.at },
  })));
  const marks = links.map(({ id }): OutboxMark => ({ connection, entity: 'prospect', id, stamp: change.changeId, at: change.at }));
  const known = await book.outbox.bulkGet(marks.map(({ id }): [string, string, string] => [connection, 'prospect', id]));
  await book.outbox.bulkPut(marks.filter((_mark, at) => !known[at]));
}

/** Takes a decision back, unless a sync or somebody else has gone on from it. True when it is open again. */
export function takeBack(book: Book, { before, after, mark }: Decided): Promise<boolean> {
  return book.transaction('rw', book.links, book.outbox, async () => {
    const at: [string, string, string] = [after.connection, after.kind, after.id];
    if (!equal(await book.links.get(at), after)) return false;
    await book.links.put(before);
    if (mark && (await book.outbox.get(at))?.stamp === mark.stamp) await book.outbox.delete(at);
    return true;
  });
}

async function decide(book: Book, connection: Connection, kind: SyncKind, id: string, change: Change, keyOf: KeyOf, work: (tx: SyncTx, link: Link, mark: () => Promise<void>) => Promise<Link | undefined>): Promise<Decided | undefined> {
  const at: [string, string, string] = [connection.id, kind, id];
  return syncStore(book, connection, () => change, keyOf).transact(async (tx) => {
    const before = await book.links.get(at);
    const [link] = await tx.links(kind, [id]);
    let made = false;
    const next = before && link && await work(tx, link, async () => {
      const [known] = await tx.marksOf(kind, [id]);
      const { notBefore: _wait, refused: _why, ...old } = known ?? { kind, id };
      made = !known;
      await tx.setMarks([{ ...old, stamp: change.changeId, at: change.at }]);
    });
    if (!before || !next) return undefined;
    await tx.setLinks([next]);
    const after = await book.links.get(at);
    const mark = made ? await book.outbox.get(at) : undefined;
    return { before, after: after!, ...(mark ? { mark } : {}) };
  });
}
