import type { CreateRow, RowAnswer, UpdateRow } from '../../crm/connector.ts';
import { uuidOf } from '../../domain/sync/key.ts';
import type { Link, Mark } from '../../domain/sync/link.ts';
import { toTheirs } from '../../domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind, Values } from '../../domain/sync/record.ts';
import { claimNext, LEASE, type Claim, type Job } from './claim.ts';
import { lookAgain, type Doubt } from './look-again.ts';
import { mergeKnown } from './merge-known.ts';
import { chunks, done, newLink, refusalOf, type Ports } from './ports.ts';

/** A refused row is tried again after a day: somebody may have mended the rule. */
const REFUSED_FOR = 86_400_000;

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
