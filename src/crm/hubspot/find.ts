import { ok, type Result } from '../../domain/failure.ts';
import type { RemoteRecord, SyncKind, SyncValue } from '../../domain/sync/record.ts';
import type { Wanted } from '../connector.ts';
import { pieces, rowOf, writtenIn } from '../untrusted.ts';
import type { Exchange } from './exchange.ts';
import { isParent, KEY, TYPE } from './value.ts';

/** A search takes 3,000 characters, of which its values may fill so many. */
const SEARCH_VALUES = 2_400;

/** Candidates for each of the wanted: by key and e-mail at once (also further addresses), by profile, domain and name through the search. */
export async function find({ bin, keyed, linked, readBy, remotes, search }: Exchange, kind: SyncKind, wanted: Wanted[]): Promise<Result<RemoteRecord[][]>> {
  const found = wanted.map(() => new Map<string, RemoteRecord>());
  const add = (records: RemoteRecord[], fits: (one: Wanted, record: RemoteRecord) => boolean): void => wanted.forEach((one, at) => { for (const record of records) if (fits(one, record)) found[at]!.set(record.id, record); });
  if (!isParent(kind)) {
    const children = await linked('contacts', TYPE[kind], [...new Set(wanted.flatMap(({ prospect }) => prospect ?? []))]);
    if (!children.ok) return children;
    const records = await readBy(kind, [...children.value.values()].flat());
    if (!records.ok) return records;
    const said = kind === 'followUp' ? 'hs_task_subject' : 'hs_note_body';
    add(records.value, (one, { id, fields }) => (children.value.get(one.prospect ?? '')?.includes(id) ?? false) && plain(fields[said]) === plain(one.name));
    return ok(found.map((one) => [...one.values()]));
  }
  const ways: [string | undefined, (one: Wanted) => string[], (record: RemoteRecord) => SyncValue | undefined][] = [
    [keyed(kind) ? KEY : undefined, ({ key }) => [key], ({ key }) => key], [kind === 'prospect' ? 'email' : undefined, ({ emails }) => (emails ?? []).map((one) => one.toLowerCase()), ({ fields }) => fields['emails']],
  ];
  for (const [property, textsOf, heldBy] of ways) {
    const ids = property ? wanted.flatMap(textsOf) : [];
    const records = ids.length ? await readBy(kind, ids, property) : ok([]);
    if (!records.ok) return records;
    add(records.value, (one, record) => { const held = [heldBy(record) ?? []].flat(); return textsOf(one).some((value) => held.includes(value)); });
  }
  wanted.forEach(({ key }, at) => { const id = bin[kind]?.get(key); if (id) found[at]!.set(id, { id, key, at: 0, deleted: true, fields: {} }); });
  const searches: [string, (one: Wanted) => string[]][] = kind === 'prospect' ? [['hs_linkedin_url', ({ linkedin }) => spellings(linkedin)]] : [['domain', ({ domain }) => spellings(domain)], ['name', ({ name }) => (name ? [name.toLowerCase()] : [])]];
  for (const [property, textsOf] of searches) {
    const values = [...new Set(wanted.flatMap((one, at) => (found[at]!.size ? [] : textsOf(one))))];
    // as many as go into one search
    for (const some of pieces(values, Math.max(1, Math.floor(SEARCH_VALUES / (4 + Math.max(1, ...values.map((value) => JSON.stringify(value).length))))))) {
      const hits = await search(kind, [{ propertyName: property, operator: 'IN', values: some }], [], [property]);
      if (!hits.ok) return hits;
      for (const raw of hits.value.raws) add(remotes(kind, [raw]), (one) => textsOf(one).includes(writtenIn(rowOf(raw['properties'])[property]).toLowerCase()));
    }
  }
  return ok(found.map((one) => [...one.values()]));
}

const plain = (value: unknown): string => writtenIn(value).replace(/\s+/g, ' ').trim();

/** The ways in which a link may be written down, in lower case: the search compares texts. */
function spellings(link: string | undefined): string[] {
  const bare = (link ?? '').trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/+$/, '');
  return bare === '' ? [] : ['', 'https://', 'https://www.', 'www.'].flatMap((start) => [`${start}${bare}`, `${start}${bare}/`]);
}
