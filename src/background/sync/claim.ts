import { toSend } from '../../domain/sync/absorb.ts';
import { externalKey } from '../../domain/sync/key.ts';
import type { Link, Local, Mark } from '../../domain/sync/link.ts';
import { theirName, toOurs } from '../../domain/sync/mapping.ts';
import { keysOfValues, matchOf } from '../../domain/sync/match.ts';
import type { SyncKind, Values } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import { isEmpty } from '../../domain/sync/value.ts';
import { asking } from './asking.ts';
import { mergeKnown } from './merge-known.ts';
import { giveBack } from './merged-here.ts';
import { isHeld, newLink, withRemoteIds, type Ports } from './ports.ts';

/** How long a claim holds, ms: longer than any request may take. */
export const LEASE = 120_000;
/** Rows claimed at once: a whole number of every CRM's batches. */
const CLAIM = 1_000;
/** One row to send: its mark as it was claimed, and its values under our names. */
export interface Job {
  mark: Mark;
  local: Local;
  link: Link;
  values: Values;
  /** Its company is still to come: it is sent without, and again when the company is there. */
  waits: boolean;
}

/** What claimed rows need. */
export interface Claim {
  /** Ids that were looked at, whatever came of it. */
  ids: string[];
  creates: Job[];
  updates: Job[];
  /** Sent once without an answer: looked up before anything is sent again. */
  uncertain: Link[];
  removes: { mark: Mark; link: Link }[];
}

/** Claims marks and says what each needs; what needs nothing is settled at once. What updates send is written down before they do. */
export async function claimNext(ports: Ports, kind: SyncKind, rounds: Map<string, number>): Promise<Claim> {
  return ports.store.transact(async (tx) => {
    const now = ports.clock();
    // a row comes up again when it changed meanwhile or was refused as stale: three times, then the next run
    const marks = await tx.marks(kind, CLAIM, (one) => (one.notBefore ?? 0) <= now && (rounds.get(one.id) ?? 0) < 3 && !isHeld(one.lease, ports));
    const ids = marks.map(({ id }) => id);
    const rows = await tx.locals(kind, ids);
    const locals = await withRemoteIds(tx, rows);
    const waiting = await withoutCompany(ports, tx, rows, locals);
    await giveBack(tx, kind, ids, locals);
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
  return kind === 'prospect' && base !== null && typeof values['account'] === 'string' && !('account' in base.theirs) && !conflicts?.['account'] && theirName(mapping, kind, 'account') !== undefined;
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

/** What a create carries: empty fields are not worth a word. */
function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
