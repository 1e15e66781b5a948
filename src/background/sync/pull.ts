import type { Page } from '../../crm/connector.ts';
import { theirName } from '../../domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import type { PullState } from '../../domain/sync/store.ts';
import { isEmpty } from '../../domain/sync/value.ts';
import { askDouble } from './asking.ts';
import { bringAccounts } from './bring-accounts.ts';
import { unlessDenied, type Denied } from './denied.ts';
import { markHanging } from './hanging.ts';
import { lookAgain } from './look-again.ts';
import { done, refusalOf, type Ports } from './ports.ts';
import { takeIn, withDoubles } from './take-in.ts';

/**
 * Takes in what the CRM has changed since the last time, page by page: each page and how far we are is one transaction, so that a
 * killed worker goes on with the page it had. `onPage` hears how many records have been seen.
 */
export async function pull(ports: Ports, kind: SyncKind, onPage: (records: number) => Promise<void>): Promise<void> {
  if (ports.flags.kinds[kind] !== 'both') return;
  const counted = { records: 0 };
  const report = async (records: number): Promise<void> => onPage(counted.records += records);
  // before anything is sent: what changed behind our back while we paged, or between two runs, is seen by looking once more
  if (await pullOnce(ports, kind, report)) await pullOnce(ports, kind, report);
}

/** Pulls to the end. True when it went on from an earlier run's page, or read rows whose tick of the CRM's clock may not have been over. */
async function pullOnce(ports: Ports, kind: SyncKind, onPage: (records: number) => Promise<void>): Promise<boolean> {
  for (let resumed: boolean | undefined; ;) {
    const { state, from } = await ports.store.transact(async (tx) => {
      const now = await tx.state();
      return { state: now, from: now.pull[kind] ?? { since: 0, high: 0 } };
    });
    resumed ??= from.cursor !== undefined;
    const page = done(await ports.crm.changes(kind, from.since, from.cursor));
    if (kind === 'prospect' && state.started) {
      await lookForLeft(ports, page.records);
      await bringAccounts(ports, page.records);
    }
    const older = await ports.store.transact(async (tx) => {
      const { doubles, older: links } = await takeIn(ports, tx, kind, page.records, state.started);
      const latest = await tx.state();
      await tx.setState({ ...withDoubles(latest, kind, doubles), pull: { ...latest.pull, [kind]: reached(from, page, ports) } });
      return links;
    });
    if (older.length) await lookAgain(ports, kind, older.map((link) => ({ link })), 'refused');
    await onPage(page.records.length);
    if (page.next === null) return resumed || from.floor !== undefined;
    // a connector's mistake must not become a thousand requests
    if (page.next === from.cursor) throw new Error('The cursor does not move.');
  }
}

/** A company that was deleted takes itself away from its people: the rep is asked about it before it goes from them here. */
async function lookForLeft(ports: Ports, people: RemoteRecord[]): Promise<void> {
  const name = theirName(ports.mapping, 'prospect', 'account');
  if (name === undefined || !ports.flags.kinds.account || ports.flags.deletions === 'feed') return;
  const doubtful = await ports.store.transact(async (tx) => {
    const links = await tx.linksByRemote('prospect', people.map(({ id }) => id));
    const left = people.flatMap((person, at) => {
      const before = links[at]?.base?.theirs['account'];
      return typeof before === 'string' && name in person.fields && isEmpty(person.fields[name]) ? [before] : [];
    });
    return (await tx.linksByRemote('account', [...new Set(left)])).filter((link) => link?.state === 'linked');
  });
  if (doubtful.length) await unlessDenied({}, 'account', () => lookAgain(ports, 'account', doubtful.map((link) => ({ link: link! })), 'unanswered').then(() => undefined));
}

/** Takes away second records of our own making, where this account may look. */
export async function removeDoubles(ports: Ports, denied: Denied): Promise<void> {
  const { doubles = [] } = await ports.store.transact((tx) => tx.state());
  for (const double of doubles.filter(({ kind }) => denied[kind] === undefined)) {
    const { kind, keep, lose, at } = double;
    // somebody may have written into it since: then it stays, and is met again
    const record = done(await ports.crm.read(kind, [lose])).find((one) => !one.deleted && one.at === at);
    const refused = record && refusalOf(await ports.crm.removeDouble!(kind, keep, lose)) !== undefined;
    await ports.store.transact(async (tx) => {
      const [link] = refused ? await tx.linksByRemote(kind, [keep]) : [];
      if (link) await askDouble(ports, tx, link, record!);
      const { doubles: left = [], ...state } = await tx.state();
      const rest = left.filter((one) => one.lose !== lose);
      await tx.setState({ ...state, ...(rest.length ? { doubles: rest } : {}) });
      await markHanging(ports, tx, kind, lose);
    });
  }
}

/** The CRM's clock and ours differ by less than this, ms. */
const SKEW = 600_000;
/** A record's time that is so far ahead of ours, ms, is nobody's clock. */
const AHEAD = 86_400_000;

/**
 * How far a pull is after this page. A row that was read may change again within the same tick of the CRM's clock and would then not be
 * told from what was read: rows of a tick that may not have been over are read again by the next pull.
 */
function reached(from: PullState, { records, next }: Page, { flags, clock }: Ports): PullState {
  // a record from the future, or of no time at all, must not keep the present from being seen
  const high = records.reduce((most, { at }) => (at <= clock() + AHEAD ? Math.max(most, at) : most), from.high);
  const floor = next !== null && high > clock() - SKEW ? Math.min(from.floor ?? high, high - flags.overlap) : from.floor;
  if (next !== null) return { ...from, high, cursor: next, ...(floor === undefined ? {} : { floor }) };
  return { since: Math.max(from.since, Math.min(high - flags.overlap, floor ?? high)), high };
}
