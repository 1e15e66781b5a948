import { isOurKey } from '../../domain/sync/key.ts';
import { theirName } from '../../domain/sync/mapping.ts';
import type { RemoteRecord } from '../../domain/sync/record.ts';
import { chunks, done, type Ports } from './ports.ts';
import { takeIn, withDoubles } from './take-in.ts';

/** Companies of people who are in the book, or come into it, come along: a person's company is one of the things that are compared. */
export async function bringAccounts(ports: Ports, people: RemoteRecord[]): Promise<void> {
  const name = theirName(ports.mapping, 'prospect', 'account');
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
    const read = await ports.crm.read('account', ids);
    // who may not see companies sees people without
    if (!read.ok && read.failure.kind === 'permission') return;
    const accounts = done(read);
    await ports.store.transact(async (tx) => {
      const { doubles } = await takeIn(ports, tx, 'account', accounts.filter(({ deleted }) => !deleted), true, true);
      if (doubles.length) await tx.setState(withDoubles(await tx.state(), 'account', doubles));
    });
  }
}
