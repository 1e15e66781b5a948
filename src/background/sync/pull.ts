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
  for (;;) {
    const { state, from } = await ports.store.transact(async (tx) => {
      const now = await tx.state();
      return { state: now, from: now.pull[kind] ?? { since: 0, high: 0 } };
    });
    const page = done(await ports.crm.changes(kind, from.since, from.cursor));
    if (kind === 'prospect' && state.started) await bringAccounts(ports, page.records);
    const taken = await ports.store.transact(async (tx) => {
      const result = await takeIn(ports, tx, kind, page.records, state.started);
      const latest = await tx.state();
      await tx.setState({ ...latest, pull: { ...latest.pull, [kind]: reached(from, page.records, page.next, ports.flags.overlap) } });
      return result;
    });
    for (const { keep, lose, at } of taken.doubles) {
      // somebody may have written into it since: then it stays, and is met again
      if (done(await ports.crm.read(kind, [lose])).some((record) => !record.deleted && record.at === at)) done(await ports.crm.removeDouble!(kind, keep, lose));
    }
    await onPage(seen += page.records.length);
    if (page.next === null) return;
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
