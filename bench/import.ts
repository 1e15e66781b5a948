import type { ImportRow, ReadRow } from '../src/domain/import-row.ts';
import { serveImports } from '../src/panel/import-job.ts';
import type { WorkerPort } from '../src/platform/worker-life.ts';
import { newPerson } from '../src/domain/import-person.ts';
import type { Prospect } from '../src/domain/prospect.ts';

/** Row `at` of a file of fictional people: ten to a company, each with a profile and a mail address. */
export function rowAt(at: number): ImportRow {
  const company = Math.floor(at / 10);
  const mail = `person.${at}@company${company}.example.com`;
  return {
    line: at + 2, kind: 'prospect', keys: [`linkedin:in/person-${at}`],
    fields: { name: `Fictional Person ${at}`, title: TITLES[at % TITLES.length]!, company: `Company ${company}`, location: 'Berlin, Germany', emails: [mail], profiles: [`https://www.linkedin.com/in/person-${at}/`] },
    account: { name: `Company ${company}`, domain: `company${company}.com`, industry: 'Machinery' }, tags: ['fair'], lists: ['Fair 2026'], leadSource: 'purchased list',
  };
}

const TITLES = ['Head of Operations', 'VP Sales', 'Marketing Manager', 'Managing Director', 'Buyer', 'Chief Technology Officer', 'Student'];

/** Answers the panel's questions as the importer does, with a file that only says how many rows it has. */
export function serve(port: WorkerPort<unknown, unknown>): void {
  serveImports<undefined, null, { count: number }>({
    open: async () => null,
    rows: async function* (_file, { count }): AsyncGenerator<readonly ReadRow[]> {
      for (let from = 0; from < count; from += 500) yield Array.from({ length: Math.min(500, count - from) }, (_, at) => rowAt(from + at));
    },
  }, port);
}

/** Writes the same rows into a store of their own with one index, the identities (unique, as an importer needs it to know who is there): what this costs at the least. Slices as the import's, the next made while one is written. */
export async function bare(count: number, slice: number): Promise<number> {
  const name = 'bare-write';
  const wait = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error!);
  });
  await wait(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore('prospects', { keyPath: 'id' }).createIndex('keys', 'keys', { unique: true, multiEntry: true });
  const database = await wait(opening);
  const source = { kind: 'file' as const, name: 'people.csv' };
  const at = Date.now();
  const began = performance.now();
  let writing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < count; from += slice) {
    const rows: Prospect[] = Array.from({ length: Math.min(slice, count - from) }, (_, index) => {
      const number = from + index;
      const row = rowAt(number);
      return newPerson(row, idOf(at, number), [...row.keys, `email:${row.fields.emails![0]}`], { accountId: idOf(at, 1_000_000 + Math.floor(number / 10)), lists: ['list'] }, { importId: 'import', source, at });
    });
    await writing;
    const transaction = database.transaction('prospects', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('prospects');
    for (const row of rows) store.add(row);
    writing = new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(transaction.error!);
    });
  }
  await writing;
  const took = performance.now() - began;
  database.close();
  await wait(indexedDB.deleteDatabase(name));
  return took;
}

function idOf(at: number, number: number): string {
  return `${at.toString(16).padStart(12, '0').replace(/^(.{8})/, '$1-')}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
