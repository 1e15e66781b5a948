import type { CreateRow, RowAnswer, UpdateRow } from '../../crm/connector.ts';
import { toSend } from '../../domain/sync/absorb.ts';
import { externalKey, uuidOf } from '../../domain/sync/key.ts';
import type { Link, Local, Mark } from '../../domain/sync/link.ts';
import { toOurs, toTheirs } from '../../domain/sync/mapping.ts';
import { keysOfValues, matchOf } from '../../domain/sync/match.ts';
import type { RemoteRecord, SyncKind, Values } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import { isEmpty } from '../../domain/sync/value.ts';
import { chunks, done, isHeld, newLink, refusalOf, withRemoteIds, type Ports } from './ports.ts';
import { lookAgain, type Doubt } from './look-again.ts';
import { asking, mergeKnown } from './take-in.ts';

/** How long a claim holds, ms: longer than any request may take. */
export const LEASE = 120_000;
/** Rows claimed at once: a whole number of every CRM's batches. */
const CLAIM = 1_000;
/** A refused row is tried again after a day: somebody may have mended the rule. */
const REFUSED_FOR = 86_400_000;

interface Job {
  mark: Mark;
  local: Local;
  link: Link;
  values: Values;
  /** Its company is still to come: it is sent without, and again when the company is there. */
  waits: boolean;
}

interface Claim {
  /** Ids that were looked at, whatever came of it. */
  ids: string[];
  creates: Job[];
  updates: Job[];
  /** Sent once without an answer: looked up before anything is sent again. */
  uncertain: Link[];
  removes: { mark: Mark; link: Link }[];
}

/** Sends what is marked of one kind until nothing is left that can be sent now. `onDone` hears how many rows are settled. */
export async function push(ports: Ports, kind: SyncKind, onDone: (rows: number) => Promise<void>): Promise<void> {
  if (!ports.flags.kinds[kind]) return;
  const rounds = new Map<string, number>();
  let settled = 0;
  for (;;) {
    const claim = await claimNext(ports, kind, rounds);
    if (claim.ids.length === 0) return;
    if (claim.uncertain.length) await lookAgain(ports, kind, claim.uncertain.map((link) => ({ link })), 'unanswered');
    const { batch, lookFirst } = ports.flags;
    for (const rows of chunks(claim.creates, lookFirst ? Math.max(batch.find, batch.create) : batch.create)) {
      await create(ports, kind, rows);
      await onDone(settled += rows.length);
    }
    for (const rows of chunks(claim.updates, ports.flags.batch.update)) {
      await update(ports, kind, rows);
      await onDone(settled += rows.length);
    }
    if (claim.removes.length) await remove(ports, kind, claim.removes);
  }
}

/** Claims marks and says what each needs; what needs nothing is settled at once. What updates send is written down before they do. */
async function claimNext(ports: Ports, kind: SyncKind, rounds: Map<string, number>): Promise<Claim> {
  return ports.store.transact(async (tx) => {
    const now = ports.clock();
    // a row comes up again when it changed meanwhile or was refused as stale: three times, then the next run
    const marks = await tx.marks(kind, CLAIM, (one) => (one.notBefore ?? 0) <= now && (rounds.get(one.id) ?? 0) < 3 && !isHeld(one.lease, ports));
    const ids = marks.map(({ id }) => id);
    const rows = await tx.locals(kind, ids);
    const locals = await withRemoteIds(tx, rows);
    const waiting = await withoutCompany(ports, tx, rows, locals);
    const links = await tx.links(kind, ids);
    const here = await staying(tx, rows);
    const [claim, drop, leased, begun]: [Claim, string[], Mark[], Link[]] = [{ ids, creates: [], updates: [], uncertain: [], removes: [] }, [], [], []];
    for (const [at, mark] of marks.entries()) {
      rounds.set(mark.id, (rounds.get(mark.id) ?? 0) + 1);
      const [local, link] = [locals[at], links[at]];
      const lease = { ...mark, lease: { by: ports.runner, until: now + LEASE } };
      const waits = waiting.has(mark.id);
      if (link && (link.state === 'creating' || link.sending)) {
        claim.uncertain.push(link);
      } else if (local && link?.state === 'left' && link.erased && link.remoteId !== null) {
        // it was gone here and is back: what the CRM made of it meanwhile comes first
        const { erased: _back, ...rest } = link;
        const back: Link = { ...rest, state: 'linked', sending: { values: {}, at: now } };
        begun.push(back);
        claim.uncertain.push(back);
      } else if (!local) {
        if (link?.state === 'linked' && link.made && (kind === 'note' || kind === 'followUp' || kind === 'touch')) { claim.removes.push({ mark, link }); leased.push(lease); }
        else {
          if (link) begun.push({ ...link, state: 'left', erased: true });
          drop.push(mark.id);
        }
      } else if (link && link.state !== 'linked' && !link.erased && !(link.state === 'asking' && !link.question)) {
        drop.push(mark.id);
      } else if (kind !== 'account' && kind !== 'prospect' && !('prospect' in local.values)) {
        // its person is not in the CRM: it is sent when the person is, or never
        if (here.has(rows[at]?.values['prospect'])) drop.push(mark.id);
        else leased.push({ ...mark, notBefore: now + LEASE });
      } else if (link?.state === 'linked') {
        const values = toSend(link, local, ports.mapping);
        if (isUnseen(ports, link, local)) claim.uncertain.push(link);
        else if (Object.keys(values).length === 0 && waits) leased.push({ ...mark, notBefore: now + LEASE });
        else if (Object.keys(values).length === 0) drop.push(mark.id);
        else {
          const sending = { ...link, sending: { values, at: now } };
          begun.push(sending);
          leased.push(lease);
          claim.updates.push({ mark: lease, local, link: sending, values, waits });
        }
      } else {
        const { erased: _back, ...start } = link ?? newLink(kind, local.id, externalKey(local.keys, local.id));
        const met = await metBefore(ports, tx, kind, local, start);
        if (met === 'linked') continue;
        if (met) { begun.push(met); drop.push(mark.id); continue; }
        const values = filled(local.values);
        claim.creates.push({ mark: lease, local, link: start, values, waits });
        leased.push(lease);
      }
    }
    await tx.dropMarks(kind, drop);
    await tx.setMarks(leased);
    await tx.setLinks(begun);
    return claim;
  });
}

/** Ids of people whose company is marked or asked about, and not in the CRM yet. */
async function withoutCompany(ports: Ports, tx: SyncTx, rows: (Local | undefined)[], locals: (Local | undefined)[]): Promise<Set<string>> {
  const waiting = rows.filter((row, at) => row?.kind === 'prospect' && typeof row.values['account'] === 'string' && !('account' in locals[at]!.values)) as Local[];
  if (!ports.flags.kinds.account || waiting.length === 0) return new Set();
  const accounts = waiting.map(({ values }) => String(values['account']));
  const [links, marks] = [await tx.links('account', accounts), await tx.marksOf('account', accounts)];
  return new Set(waiting.filter((_row, at) => marks[at] || links[at]?.state === 'creating' || links[at]?.state === 'asking').map(({ id }) => id));
}

/** Is the company here one that could not be compared yet? The CRM's record is looked at then. */
function isUnseen({ mapping }: Ports, { kind, base, conflicts }: Link, { values }: Local): boolean {
  return kind === 'prospect' && base !== null && typeof values['account'] === 'string' && !('account' in base.theirs) && !conflicts?.['account'] && (mapping.prospect ?? []).some(({ ours }) => ours === 'account');
}

/** The people, of those that these rows hang on, whom the rep keeps here only. */
async function staying(tx: SyncTx, rows: (Local | undefined)[]): Promise<Set<unknown>> {
  const ids = [...new Set(rows.flatMap((row) => (typeof row?.values['prospect'] === 'string' ? [row.values['prospect']] : [])))];
  const links = ids.length ? await tx.links('prospect', ids) : [];
  return new Set(links.flatMap((link) => (link?.state === 'left' && !link.erased ? [link.id] : [])));
}

/** Has a pull seen this row's person in the CRM? Then they are linked (the row comes up again as an update), or the rep is asked. */
async function metBefore(ports: Ports, tx: SyncTx, kind: SyncKind, local: Local, link: Link): Promise<'linked' | Link | undefined> {
  if (kind !== 'account' && kind !== 'prospect') return undefined;
  const keys = [`key:${link.key}`, ...local.keys, ...keysOfValues(kind, local.values, ports.keyOf)];
  for (const { record } of await tx.seen(kind, [...new Set(keys)])) {
    if (link.others?.includes(record.id)) continue;
    const values = toOurs(ports.mapping, kind, record.fields);
    const verdict = matchOf(kind, local, record, values, keysOfValues(kind, values, ports.keyOf), ports.keyOf);
    if (verdict === 'no') continue;
    if (verdict === 'possible') return asking(link, 'possible-match', record, ports);
    await tx.dropSeen(kind, [record.id]);
    await mergeKnown(ports, tx, kind, [{ record, link: { ...link, remoteId: record.id, state: 'linked', base: null } }]);
    return 'linked';
  }
  return undefined;
}

async function create(ports: Ports, kind: SyncKind, jobs: Job[]): Promise<void> {
  let rows = jobs;
  if (ports.flags.lookFirst && (kind === 'account' || kind === 'prospect')) {
    const met = await lookAgain(ports, kind, jobs.map(({ link }) => ({ link })), 'first');
    rows = jobs.filter(({ link }) => !met.has(link.id));
  }
  for (const some of chunks(rows, ports.flags.batch.create)) {
    const sent = await begin(ports, some);
    const answers = done(await ports.crm.create(kind, sent.map(({ link, values }): CreateRow => ({
      key: link.key, fields: toTheirs(ports.mapping, kind, values), ...(link.others?.length ? { force: true } : {}),
    }))));
    await settle(ports, kind, sent, answers);
  }
}

/** Writes down that these creates are under way, right before they are: what was never sent need not be looked for. */
async function begin(ports: Ports, jobs: Job[]): Promise<Job[]> {
  const sent = jobs.map((job): Job => ({ ...job, link: { ...job.link, state: 'creating', sending: { values: job.values, at: ports.clock() } } }));
  await ports.store.transact((tx) => tx.setLinks(sent.map(({ link }) => link)));
  return sent;
}

async function update(ports: Ports, kind: SyncKind, jobs: Job[]): Promise<void> {
  const answers = done(await ports.crm.update(kind, jobs.map(({ local, link, values }): UpdateRow => ({
    id: link.remoteId!, key: link.key, at: link.at,
    changed: Object.keys(toTheirs(ports.mapping, kind, values)),
    fields: toTheirs(ports.mapping, kind, { ...link.base?.theirs, ...local.values, ...disputed(link), ...values }),
    ...(link.version === undefined ? {} : { version: link.version }), ...(link.createdAt === undefined ? {} : { createdAt: link.createdAt }),
  }))));
  await settle(ports, kind, jobs, answers);
}

/** What the CRM holds of the fields that the rep has to decide on: a connector that sends more than what changed must not decide. */
function disputed({ conflicts = {} }: Link): Values {
  return Object.fromEntries(Object.entries(conflicts).map(([field, { theirs }]) => [field, theirs]));
}

/** Takes the answers in. A mark goes only if nothing changed since it was claimed. */
async function settle(ports: Ports, kind: SyncKind, jobs: Job[], answers: RowAnswer[]): Promise<void> {
  const again: Doubt[] = [];
  await ports.store.transact(async (tx) => {
    const now = ports.clock();
    const ids = jobs.map(({ link }) => link.id);
    const [links, marks] = [await tx.links(kind, ids), await tx.marksOf(kind, ids)];
    const [drop, keep, stored, changed]: [string[], Mark[], { record: RemoteRecord; link: Link }[], Link[]] = [[], [], [], []];
    jobs.forEach(({ mark, link: sent, waits }, at) => {
      const answer = answers[at] ?? { kind: 'rejected', message: '' };
      const link = links[at] ?? sent;
      const current = marks[at]?.stamp === mark.stamp;
      const { lease: _lease, ...free } = marks[at] ?? mark;
      const { sending: _sending, ...calm } = link;
      if (current && answer.kind === 'stored' && !waits) drop.push(mark.id);
      else if (current && answer.kind === 'stored') keep.push({ ...free, notBefore: now + LEASE });
      else if (answer.kind !== 'rejected') keep.push(free);
      if (answer.kind === 'stored') stored.push({ record: answer.record, link: sent.state === 'creating' ? { ...link, state: 'linked', remoteId: answer.record.id, made: true } : link });
      else if (answer.kind === 'rejected') {
        changed.push(sent.state === 'creating' ? { ...calm, state: 'asking' } : calm);
        keep.push(current ? { ...free, tries: (free.tries ?? 0) + 1, notBefore: now + REFUSED_FOR, refused: answer.message } : free);
      } else {
        // refused is not under way
        if (answer.kind === 'stale') changed.push(calm);
        again.push({ link, ...(answer.kind === 'duplicate' ? { candidates: answer.records } : {}) });
      }
    });
    await tx.dropMarks(kind, drop);
    await tx.setMarks(keep);
    await tx.setLinks(changed);
    await mergeKnown(ports, tx, kind, stored, true);
  });
  if (again.length) await lookAgain(ports, kind, again, 'refused');
}

/** Takes notes and tasks away that are gone here. The link keeps nothing of the record: what comes back here is made anew. */
async function remove(ports: Ports, kind: SyncKind, rows: Claim['removes']): Promise<void> {
  const refused = refusalOf(await ports.crm.remove(kind, rows.map(({ link }) => link.remoteId!)));
  await ports.store.transact(async (tx) => {
    const marks = await tx.marksOf(kind, rows.map(({ link }) => link.id));
    const current = rows.map(({ mark }) => mark).filter(({ stamp }, at) => marks[at]?.stamp === stamp);
    if (refused !== undefined) return tx.setMarks(current.map((mark) => ({ ...mark, tries: (mark.tries ?? 0) + 1, notBefore: ports.clock() + REFUSED_FOR, refused })));
    await tx.setLinks(rows.map(({ link: { id, key } }) => ({ ...newLink(kind, id, uuidOf(`again ${key}`)), state: 'left', erased: true })));
    await tx.dropMarks(kind, current.map(({ id }) => id));
  });
}

/** What a create carries: empty fields are not worth a word. */
function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
