import type { Flags, Operations } from '../src/crm/connector.ts';
import { run } from '../src/background/sync/run.ts';
import { ok } from '../src/domain/failure.ts';
import { proposedMapping } from '../src/domain/sync/mapping.ts';
import type { RemoteRecord, Values } from '../src/domain/sync/record.ts';
import { openBook } from '../src/storage/database.ts';
import { markAll, syncStore } from '../src/storage/sync.ts';

const PAGE = 200;
const START = Date.UTC(2026, 0, 1);
const FIELDS = ['firstName', 'lastName', 'title', 'location', 'linkedin', 'emails'];
const mapping = proposedMapping({ prospect: Object.fromEntries(FIELDS.map((name) => [name, name])) });
const flags: Flags = {
  createKey: 'clientId', lookFirst: false, batch: { create: PAGE, update: PAGE, read: PAGE, find: PAGE }, versioning: 'none', deletions: 'feed', overlap: 0,
  minGap: 0, burst: 1, restAfter429: 0, lateCreate: 0, kinds: { prospect: 'both' },
};

/** Syncs the book of this browser with a CRM that answers at once. `strangers` are records of its own that nobody here knows, made up page by page. */
export async function sync({ strangers = 0, mark = false }: { strangers?: number; mark?: boolean }): Promise<{ took: number; pages: number; created: number; linked: number }> {
  const book = openBook();
  const shelf = globalThis as unknown as { benchRecords?: Map<string, RemoteRecord> };
  const records = shelf.benchRecords ??= new Map<string, RemoteRecord>();
  const known = [...records.values()];
  const change = { changeId: `bench ${Math.random()}`, at: Date.now(), by: 'crm', label: 'bench' };
  const store = syncStore(book, { id: 'bench', label: 'Bench' }, () => change, (address) => (address.includes('linkedin.com/in/') ? `linkedin:in/${address.split('/in/')[1]!.replace('/', '')}` : null));
  // everything is looked at again: as if the CRM had touched each record without changing it
  await store.transact(async (tx) => tx.setState({ pull: {}, started: true, sweptAt: Date.now() }));
  if (mark) await markAll(book, 'bench', change);
  let pages = 0;
  let created = 0;
  const at = (index: number): RemoteRecord => {
    const one = known[index];
    return one ? { ...one, fields: { ...one.fields } } : { id: `stranger-${index}`, key: null, at: START + index, deleted: false, fields: strangerFields(index) };
  };
  const crm: Operations = {
    changes: async (_kind, _since, cursor) => {
      const from = Number(cursor ?? 0);
      const total = known.length + strangers;
      pages++;
      return ok({ records: Array.from({ length: Math.min(PAGE, total - from) }, (_, index) => at(from + index)), next: from + PAGE < total ? String(from + PAGE) : null });
    },
    create: async (_kind, rows) => ok(rows.map(({ key, fields }) => {
      const record: RemoteRecord = { id: key, key, at: START + created++, deleted: false, fields: { ...Object.fromEntries(FIELDS.map((name) => [name, null])), ...fields } };
      records.set(key, record);
      return { kind: 'stored' as const, record };
    })),
    update: async () => ok([]), read: async () => ok([]), find: async (_kind, wanted) => ok(wanted.map(() => [])), remove: async () => ok(null),
    check: async () => ok({ who: '', where: '', missing: [] }), prepare: async () => ok({ known: {}, todo: '' }), describe: async () => ok([]),
  };
  let serial = 0;
  const began = performance.now();
  const ended = await run({ store, crm, flags, mapping, bringIn: 'ours', clock: Date.now, newId: () => `bench-${++serial}`, keyOf: () => null, runner: 'bench', alone: true }, Math.random);
  const took = performance.now() - began;
  if (ended !== 'done') throw new Error(`the sync ended with ${JSON.stringify(ended)}`);
  const linked = await book.links.count();
  book.close();
  return { took, pages, created, linked };
}

function strangerFields(index: number): Values {
  return { firstName: 'Ada', lastName: `Example ${index}`, title: 'Head of Something', location: 'Berlin', linkedin: `https://www.linkedin.com/in/stranger-${index}`, emails: [`stranger.${index}@example.com`] };
}
