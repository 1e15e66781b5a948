import { isOurKey } from '../../domain/sync/key.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import type { PullState } from '../../domain/sync/store.ts';
import { chunks, done, type Ports } from './ports.ts';
import { takeIn } from './take-in.ts';

/**
 * Takes in what the CRM has changed since the last time, page by page: each page and how far we are is one transaction, so that a
 * killed worker goes on with the page it had. `onPage` hears how many records have been seen.
 */
export async function pull(ports: Ports, kind: SyncKind, onPage: (records: number) => Promise<void>): Promise<void> {
  if (ports.flags.kinds[kind] !== 'both') return;
  let seen = 0;
  let pages = 0;
  let again = false;
  for (;;) {
    const { state, from } = await ports.store.transact(async (tx) => {
      const now = await tx.state();
      return { state: now, from: now.pull[kind] ?? { since: 0, high: 0 } };
    });
    again ||= from.cursor !== undefined && pages === 0;
    pages++;
    const page = done(await ports.crm.changes(kind, from.since, from.cursor));
    if (kind === 'prospect' && state.started) await bringAccounts(ports, page.records);
    await ports.store.transact(async (tx) => {
      const { doubles } = await takeIn(ports, tx, kind, page.records, state.started);
      const latest = await tx.state();
      await tx.setState({
        ...latest, pull: { ...latest.pull, [kind]: reached(from, page.records, page.next, ports.flags.overlap) },
        ...(doubles.length ? { doubles: [...latest.doubles ?? [], ...doubles.map((one) => ({ ...one, kind }))] } : {}),
      });
    });
    await onPage(seen += page.records.length);
    if (page.next !== null) {
      // a connector's mistake must not become a thousand requests
      if (page.next === from.cursor) throw new Error('The cursor does not move.');
      continue;
    }
    // what changed behind our back in an earlier run's last tick, by the CRM's clock, is seen by looking once more
    if (!again) return;
    again = false;
  }
}

/** Takes away second records of our own making. */
export async function removeDoubles(ports: Ports): Promise<void> {
  const { doubles = [] } = await ports.store.transact((tx) => tx.state());
  for (const double of doubles) {
    const { kind, keep, lose, at } = double;
    // somebody may have written into it since: then it stays, and is met again
    if (done(await ports.crm.read(kind, [lose])).some((record) => !record.deleted && record.at === at)) done(await ports.crm.removeDouble!(kind, keep, lose));
    await ports.store.transact(async (tx) => {
      const { doubles: left = [], ...state } = await tx.state();
      const rest = left.filter((one) => one.lose !== lose);
      await tx.setState({ ...state, ...(rest.length ? { doubles: rest } : {}) });
    });
  }
}

function reached(from: PullState, records: RemoteRecord[], next: string | null, overlap: number): PullState {
  const high = records.reduce((most, { at }) => Math.max(most, at), from.high);
  if (next !== null) return { ...from, high, cursor: next };
  return { since: Math.max(from.since, high - overlap), high, full: true };
}

/** Companies of people who are in the book, or come into it, come along: a person's company is one of the things that are compared. */
async function bringAccounts(ports: Ports, people: RemoteRecord[]): Promise<void> {
  const name = ports.mapping.prospect?.find(({ ours }) => ours === 'account')?.theirs;
  if (name === undefined || !ports.flags.kinds.account) return;
  const missing = await ports.store.transact(async (tx) => {
    const links = await tx.linksByRemote('prospect', people.map(({ id }) => id));
    const ids = new Set<string>();
    people.forEach((person, at) => {
      const company = person.fields[name];
      if (typeof company === 'string' && !person.deleted && (links[at] || isOurKey(person.key) || ports.bringIn === 'all')) ids.add(company);
    });
    const known = await tx.linksByRemote('account', [...ids]);
    return [...ids].filter((_id, at) => !known[at]);
  });
  for (const ids of chunks(missing, ports.flags.batch.read)) {
    const accounts = done(await ports.crm.read('account', ids));
    await ports.store.transact((tx) => takeIn(ports, tx, 'account', accounts.filter(({ deleted }) => !deleted), true, true));
  }
}
