import { filter, type Condition } from './condition.ts';
import { matching } from './list.ts';
import { bad } from './refused.ts';
import type { Field, Values } from './schema.ts';
import type { Store } from './store.ts';
import { openTable, type Row, type Table } from './table.ts';
import { overwrite } from './write.ts';

/**
 * Merges records into `ids[priority]`: it keeps what it has, takes what it lacks, and collects the others' addresses, links and
 * numbers; the losers are destroyed together with their links. A dry run only shows the result.
 */
export function merge(store: Store, table: Table, ids: string[], priority: number, dryRun: boolean): Values {
  if (ids.length < 2) throw bad('At least 2 record IDs are required for merge');
  if (!(priority >= 0 && priority < ids.length)) throw bad(`Invalid conflict priority '${priority}'. Valid options for ${ids.length} records: 0-${ids.length - 1}`);
  const all = ids.map((id) => store.need(table, id).values);
  const winner = all[priority]!;
  const losers = all.filter((values) => values.id !== winner.id);
  const merged: Values = { ...winner };
  for (const field of table.object.fields) {
    if (field.many || field.system) continue;
    const name = field.one?.column ?? field.name;
    merged[name] = losers.reduce((value, loser) => join(field, value, loser[name]), winner[name]);
  }
  if (dryRun) return { ...merged, id: store.newId(), deletedAt: store.now() };
  for (const loser of losers) store.destroy(table, loser.id);
  return table.put({ ...merged, updatedAt: store.now() }).values;
}

type Parts = Record<string, unknown>;

function join(field: Field, have: unknown, other: unknown): unknown {
  const type: string = field.type;
  switch (type) {
    case 'EMAILS': {
      const [mine, theirs] = [have as Parts, other as Parts];
      const primaryEmail = mine['primaryEmail'] || theirs['primaryEmail'];
      const all = [...(mine['additionalEmails'] as string[]), theirs['primaryEmail'], ...(theirs['additionalEmails'] as string[])];
      return { primaryEmail, additionalEmails: [...new Set(all)].filter((address) => address !== '' && address !== primaryEmail) };
    }
    case 'LINKS': {
      const [mine, theirs] = [have as Parts, other as Parts];
      if (mine['primaryLinkUrl'] === '') return theirs;
      const all = [...(mine['secondaryLinks'] as { url: string }[]), { url: theirs['primaryLinkUrl'] as string, label: theirs['primaryLinkLabel'] }, ...(theirs['secondaryLinks'] as { url: string }[])];
      return { ...mine, secondaryLinks: all.filter(({ url }, at) => url !== '' && url !== mine['primaryLinkUrl'] && all.findIndex((link) => link.url === url) === at) };
    }
    case 'PHONES': {
      const [mine, theirs] = [have as Parts, other as Parts];
      if (mine['primaryPhoneNumber'] === '') return theirs;
      const main = { number: theirs['primaryPhoneNumber'], callingCode: theirs['primaryPhoneCallingCode'], countryCode: theirs['primaryPhoneCountryCode'] };
      return { ...mine, additionalPhones: [...(mine['additionalPhones'] as unknown[]), ...(main.number === '' ? [] : [main]), ...(theirs['additionalPhones'] as unknown[])] };
    }
    case 'FULL_NAME':
    case 'ADDRESS':
    case 'CURRENCY':
      return Object.fromEntries(Object.entries(have as Parts).map(([part, value]) => [part, value || (other as Parts)[part]]));
    default: return have === '' || have === null ? other : have;
  }
}

/** For each input the records that count as the same: same full name, same profile link, same main e-mail (the object says which). */
export function duplicates(store: Store, table: Table, inputs: Record<string, unknown>[]): Row[][] {
  const blank = openTable(table.object);
  return inputs.map((input) => {
    const values = overwrite(store, table, store.fresh(blank, store.newId(), store.now()), input);
    const alike = (table.object.alike ?? []).map((paths) => paths.map((path): Condition & { path: string[] } => {
      const [name = '', part] = path.split('.');
      return { path: path.split('.'), comparator: 'eq', value: part === undefined ? values[name] : (values[name] as Parts)[part] };
    })).filter((tests) => tests.every((test) => 'value' in test && test.value !== ''));
    const found = new Map(alike.flatMap((of) => [...matching(table, filter(table.object, { join: 'and', of }))]).map((row) => [row.values.id, row]));
    return [...found.values()].sort((left, right) => (left.values.id < right.values.id ? -1 : 1));
  });
}
