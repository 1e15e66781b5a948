import type { CreateRow, Flags, Operations, RowAnswer, UpdateRow } from '../../../src/crm/connector.ts';
import { ok, type Result } from '../../../src/domain/failure.ts';
import { proposedMapping, type Mapping } from '../../../src/domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind, Values } from '../../../src/domain/sync/record.ts';
import { run } from '../../../src/background/sync/run.ts';
import type { Book } from '../../../src/storage/database.ts';
import { syncStore } from '../../../src/storage/sync.ts';
import { keyOf } from '../../storage/scratch-connection.ts';
import { changeAt, means } from '../../storage/scratch-book.ts';

/** A CRM of all kinds in memory that answers at once. `over` replaces single operations of the `plain` ones. */
export function plainCrm() {
  const tables = new Map<SyncKind, Map<string, RemoteRecord>>();
  const of = (kind: SyncKind): Map<string, RemoteRecord> => tables.get(kind) ?? tables.set(kind, new Map()).get(kind)!;
  const over: Partial<Operations> = {};
  let [now, serial] = [2_000_000, 0];
  const put = (kind: SyncKind, id: string, key: string | null, fields: Values): RemoteRecord => {
    const old = of(kind).get(id);
    const record: RemoteRecord = { id, key: old?.key ?? key, at: ++now, createdAt: old?.createdAt ?? now, deleted: false, fields: { ...old?.fields, ...fields } };
    of(kind).set(id, record);
    return record;
  };
  const flags: Flags = {
    createKey: 'externalId', lookFirst: false, batch: { create: 10, update: 10, read: 10, find: 10 }, versioning: 'none', deletions: 'none', overlap: 0, minGap: 0, burst: 1, restAfter429: 1, lateCreate: 0,
    kinds: { account: 'both', prospect: 'both', note: 'both', followUp: 'both' },
  };
  const blank: { [K in SyncKind]?: Values } = { account: { name: null, site: null }, prospect: { first: null, last: null, job: null, mails: [], li: null, companyId: null } };
  const operations: Operations = {
    check: async () => ok({ who: '', where: '', missing: [] }), prepare: async () => ok({ known: {}, todo: '' }), describe: async () => ok([]),
    changes: async (kind, since) => ok({ records: structuredClone([...of(kind).values()].filter(({ at }) => at >= since)), next: null }),
    read: async (kind, ids) => ok(structuredClone(ids.flatMap((id) => of(kind).get(id) ?? []))),
    find: async (kind, wanted) => ok(structuredClone(wanted.map(({ key }) => [...of(kind).values()].filter((one) => one.key === key)))),
    create: async (kind, rows: CreateRow[]) => ok(rows.map(({ key, fields }): RowAnswer => {
      const mine = [...of(kind).values()].find((one) => one.key === key);
      return mine ? { kind: 'duplicate', records: [structuredClone(mine)] } : { kind: 'stored', record: structuredClone(put(kind, `r${++serial}`, key, { ...blank[kind], ...fields })) };
    })),
    update: async (kind, rows: UpdateRow[]) => ok(rows.map(({ id, fields, changed }): RowAnswer => (of(kind).has(id)
      ? { kind: 'stored', record: structuredClone(put(kind, id, null, Object.fromEntries(changed.map((name) => [name, fields[name]!])))) } : { kind: 'gone' }))),
    remove: async (kind, ids): Promise<Result<null>> => { for (const id of ids) of(kind).delete(id); return ok(null); },
  };
  return { of, put, flags, over, plain: operations, operations: (): Operations => ({ ...operations, ...over }) };
}

export const mapping: Mapping = proposedMapping({
  account: { name: 'name', domain: 'site' },
  prospect: { firstName: 'first', lastName: 'last', title: 'job', emails: 'mails', linkedin: 'li', account: 'companyId' },
  note: { text: 'body', prospect: 'personId' },
  followUp: { text: 'body', prospect: 'personId', done: 'done' },
});

/** A runner over a book: each call is one run, a minute after the one before. */
export function runner(book: Book, crm: ReturnType<typeof plainCrm>, more: { mapping?: Mapping } = {}) {
  const at = { now: 2_000_000 };
  const sync = async (): Promise<unknown> => {
    const change = { ...changeAt(at.now += 60_000, 'pulled'), by: 'crm' };
    return run({
      store: syncStore(book, { id: 'c1', label: 'Demo CRM' }, () => change, keyOf), crm: crm.operations(), flags: crm.flags, mapping: more.mapping ?? mapping, bringIn: 'ours',
      clock: () => at.now, newId: means.newId, keyOf, runner: change.changeId, alone: true,
    }, () => 0);
  };
  return { at, sync };
}
