import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { lostColumns } from '../../src/domain/import-count.ts';
import type { ImportRow, ReadRow } from '../../src/domain/import-row.ts';
import type { ImportOrder } from '../../src/domain/import-talk.ts';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { countImport, storeImport, type ImportRun } from '../../src/storage/import-run.ts';
import { addNote, readPerson, setField, setTags } from '../../src/storage/person.ts';
import { suppress } from '../../src/storage/suppression.ts';
import { readTimeline } from '../../src/storage/timeline.ts';
import { undoInSlices } from '../../src/storage/undo-slices.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const AT = 1_000_000;
const order = (id = 'import-1', at = AT): ImportOrder => ({ id, at, by: 'import', label: 'Imported people.csv', file: 'people.csv', preset: 'generic' });
const run = (more: Partial<ImportRun> = {}): ImportRun => ({ newId: means.newId, clock: () => AT, slice: 3, ...more });

async function* fileOf(rows: readonly ReadRow[], batch = 4): AsyncGenerator<readonly ReadRow[]> {
  for (let from = 0; from < rows.length; from += batch) yield rows.slice(from, from + batch);
}

const row = (line: number, more: Partial<ImportRow> = {}): ImportRow => ({ line, kind: 'prospect', fields: { name: `Person ${line}` }, keys: [], ...more });

/** What the book says, without ids and times: whose rows hang on whom is told by names. */
async function said(book: Book): Promise<unknown> {
  const [people, accounts, lists, notes, touches] = await Promise.all([book.prospects.toArray(), book.accounts.toArray(), book.lists.toArray(), book.notes.toArray(), book.touches.toArray()]);
  const company = new Map(accounts.map(({ id, keys }) => [id, keys.join()]));
  const list = new Map(lists.map(({ id, name }) => [id, name]));
  const person = new Map(people.map(({ id, keys, fields }) => [id, `${keys.join()} ${fields.name?.value}`]));
  const sorted = (all: unknown[]): string[] => all.map((one) => JSON.stringify(one)).toSorted();
  return {
    people: sorted(people.map(({ id: _id, accountId, lists: on, updatedAt: _at, fit, ...one }) => ({ ...one, fit: fit?.fit, company: company.get(accountId ?? '') ?? accountId, on: on.map((at) => list.get(at)) }))),
    accounts: sorted(accounts.map(({ id: _id, updatedAt: _at, ...one }) => one)), lists: sorted([...list.values()]),
    notes: sorted(notes.map(({ prospectId, text }) => [person.get(prospectId), text])), touches: sorted(touches.map(({ prospectId, at, channel }) => [person.get(prospectId), at, channel])),
    inbox: sorted((await book.inbox.toArray()).map(({ group, at, id }) => [group, at, person.get(id)])),
  };
}

/** The very rows, without what an undo may set anew. */
async function rowsOf(book: Book): Promise<unknown> {
  const bare = (rows: { updatedAt?: number }[]): unknown[] => rows.map(({ updatedAt: _at, ...one }) => one);
  return [bare(await book.prospects.toArray()), bare(await book.accounts.toArray()), bare(await book.lists.toArray()), bare(await book.notes.toArray()), bare(await book.touches.toArray()), await book.inbox.toArray(), await book.identities.toArray()];
}

const pool = <T>(...all: T[]): fc.Arbitrary<T> => fc.constantFrom(...all);
const someRow = fc.record({
  name: pool('Ada Example', 'Bo Example', 'Cy Example'), title: fc.option(pool('CEO', 'Buyer'), { nil: undefined }),
  mail: fc.option(pool('ada@one.example', 'bo@one.example', 'info@two.example'), { nil: undefined }), profile: fc.option(pool('linkedin:in/ada', 'linkedin:in/bo', 'github:ada', 'github:cy'), { nil: undefined }),
  company: fc.option(pool('Acme', 'acme', 'Bolt GmbH'), { nil: undefined }), domain: fc.option(pool('acme.com', 'bolt.de'), { nil: undefined }), industry: fc.option(pool('Steel', 'Toys'), { nil: undefined }),
  list: fc.option(pool('Fair', 'fair', 'Cold'), { nil: undefined }), note: fc.option(pool('Met', 'Called'), { nil: undefined }), touched: fc.option(pool(500, 600), { nil: undefined }), kind: pool('lead' as const, 'prospect' as const), tag: fc.option(pool('a', 'b'), { nil: undefined }), own: fc.option(pool('x', 'y'), { nil: undefined }),
});
const someRows = fc.array(someRow, { maxLength: 14 }).map((all) => all.map(({ name, title, mail, profile, company, domain, industry, list, note, touched, kind, tag, own }, at): ImportRow => ({
  line: at + 2, kind, fields: { name, ...(title ? { title } : {}), ...(mail ? { emails: [mail] } : {}), ...(company ? { company } : {}) }, keys: profile ? [profile as 'a:b'] : [],
  ...(domain || industry ? { account: { ...(domain ? { domain } : {}), ...(industry ? { industry } : {}) } } : {}),
  ...(list ? { lists: [list] } : {}), ...(note ? { note } : {}), ...(touched ? { touches: [{ channel: 'email', direction: 'out', at: touched }] } : {}), ...(tag ? { tags: [tag] } : {}), ...(own ? { custom: { Region: own } } : {}),
})));

/** Some people who are in the book before. */
const someBook = fc.array(fc.record({ key: pool('linkedin:in/ada', 'github:cy', 'x:dee'), title: fc.option(pool('CEO', 'Nurse'), { nil: undefined }), mail: fc.option(pool('ada@one.example', 'info@two.example'), { nil: undefined }), company: fc.option(pool('Acme', 'Zed'), { nil: undefined }) }), { maxLength: 4 });
type Had = typeof someBook extends fc.Arbitrary<infer T> ? T : never;

async function bookOf(had: Had): Promise<Book> {
  const book = scratchBook();
  for (const { key, title, mail, company } of had) await saveDraft(book, draftOf(key as 'a:b', 'Somebody', { ...(title ? { title } : {}), ...(mail ? { emails: [mail] } : {}), ...(company ? { company } : {}) }), {}, changeAt(10), means);
  return book;
}

describe('an import', () => {
  test('tells what stays out of the rows that are kept, in the count and after it, by column', async () => {
    const lost = (text: string, column = 3): { column: number; text: string }[] => [{ column, text }];
    const ada = { keys: ['linkedin:ada' as const] };
    const rows = [row(2, { ...ada, lost: lost('x') }), { line: 3, refused: 'no-cells' as const }, row(4, { ...ada, lost: lost('of a double') }), row(5), row(6, { lost: [...lost('y'), ...lost('z', 1)] })];
    const book = scratchBook();
    const counted = (await countImport(book, fileOf(rows), order(), run())).count;
    expect(counted.short).toEqual([{ line: 2, lost: lost('x') }, { line: 6, lost: [...lost('y'), ...lost('z', 1)] }]);
    expect(lostColumns(counted.short, 1)).toEqual([{ column: 1, values: 1, examples: [{ line: 6, text: 'z' }] }, { column: 3, values: 2, examples: [{ line: 2, text: 'x' }] }]);
    expect((await storeImport(book, fileOf(rows), order(), run())).count.short).toEqual(counted.short);
    // who is in the book already is kept as well
    expect((await countImport(book, fileOf(rows.slice(0, 1)), order('import-2'), run())).count.short).toEqual([{ line: 2, lost: lost('x') }]);
  });

  test('writes for new people what the door writes: fit, steps, inbox, outbox marks; and one entry of history a kind and slice', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => door.put('icp', starterIcp('icp', 1)));
    await book.settings.put({ key: 'connections', value: [{ id: 'crm' }] });
    const rows = [row(2, { kind: 'lead', fields: { name: 'Ada', title: 'VP Operations', company: 'Acme', industry: 'Software', location: 'Berlin, Germany', emails: ['ada@acme.example'] }, lists: ['Fair'], note: 'Met', touches: [{ channel: 'form', direction: 'in', at: AT - 1, outcome: 'asked-for-demo' }] }), row(3), row(4), row(5)];
    const { end, count } = await storeImport(book, fileOf(rows), order(), run());
    expect([end, count.results.new, count.accounts, count.lists]).toEqual(['stored', 4, 1, 1]);
    const entries = await book.history.where('changeId').equals('import-1').toArray();
    expect(entries.map(({ entity, new: next }) => `${entity} ${(next as { ids: string[] }).ids.length}`)).toEqual(['list 1', 'account 1', 'prospect 3', 'note 1', 'touch 1', 'prospect 1']);
    const other = scratchBook();
    await other.settings.put({ key: 'connections', value: [{ id: 'crm' }] });
    await write(other, changeAt(1), async (door) => door.put('icp', starterIcp('icp', 1)));
    const tables = { prospect: 'prospects', account: 'accounts', list: 'lists', note: 'notes', touch: 'touches' } as const;
    for (const [kind, table] of Object.entries(tables)) {
      const all = await book[table].toArray();
      await write(other, { ...changeAt(AT), changeId: 'import-1' }, async (door) => { for (const { fit: _fit, qualified: _steps, ...one } of all as { id: string; fit?: unknown; qualified?: unknown }[]) door.put(kind as 'note', one as never); });
    }
    expect(await rowsOf(other)).toEqual(await rowsOf(book));
    expect(await other.outbox.toArray()).toEqual(await book.outbox.toArray());
    expect((await book.prospects.toArray())[0]).toMatchObject({ importId: 'import-1', fit: { icpId: 'icp' }, lead: { state: 'new' }, qualified: [{ step: 'mql' }] });
  });

  test('counts before what it does then, and stores nothing by counting', async () => {
    await fc.assert(fc.asyncProperty(someBook, someRows, async (had, rows) => {
      const book = await bookOf(had);
      const before = await rowsOf(book);
      const { count } = await countImport(book, fileOf(rows), order(), run({ slice: 5 }));
      expect(await rowsOf(book)).toEqual(before);
      const stored = await storeImport(book, fileOf(rows), order(), run());
      expect({ ...stored.count, examples: 0 }).toEqual({ ...count, examples: 0 });
    }), { numRuns: 20, endOnFailure: true });
  });

  test('and its undo leave the book as it was', async () => {
    await fc.assert(fc.asyncProperty(someBook, someRows, async (had, rows) => {
      const book = await bookOf(had);
      const before = await rowsOf(book);
      await storeImport(book, fileOf(rows), order(), run());
      const { kept, stopped } = await undoInSlices(book, 'import-1', changeAt(AT + 1));
      expect([kept, stopped]).toEqual([[], false]);
      expect(await rowsOf(book)).toEqual(before);
      expect((await book.imports.get('import-1'))!.state).toBe('undone');
    }), { numRuns: 20, endOnFailure: true });
  });

  test('twice is the same as once', async () => {
    await fc.assert(fc.asyncProperty(someBook, someRows, async (had, rows) => {
      const book = await bookOf(had);
      await storeImport(book, fileOf(rows), order(), run());
      const once = await rowsOf(book);
      const { count } = await storeImport(book, fileOf(rows), order('import-2', AT + 5), run({ slice: 4 }));
      expect([count.results.new, count.results.update]).toEqual([0, 0]);
      expect(await rowsOf(book)).toEqual(once);
    }), { numRuns: 20, endOnFailure: true });
  });

  test('that was stopped after any slice, and goes on, is the whole; one undo takes all of it back', async () => {
    await fc.assert(fc.asyncProperty(someBook, someRows, fc.nat(5), fc.boolean(), async (had, rows, after, isKilled) => {
      const whole = await bookOf(had);
      await storeImport(whole, fileOf(rows), order(), run());
      const book = await bookOf(had);
      const before = await rowsOf(book);
      const end = new AbortController();
      let slices = 0;
      const broken = async function* (): AsyncGenerator<readonly ReadRow[]> {
        for await (const some of fileOf(rows, 3)) {
          if (slices++ === after) {
            if (isKilled) throw new Error('gone');
            end.abort();
          }
          yield some;
        }
      };
      const first = await storeImport(book, broken(), order(), run({ signal: end.signal })).catch(() => undefined);
      if (slices > after) expect((await book.imports.get('import-1'))?.state).toBe(isKilled ? after > 0 && rows.length ? 'storing' : undefined : first!.end === 'stopped' ? 'stopped' : 'stored');
      await storeImport(book, fileOf(rows), order(), run());
      expect(await said(book)).toEqual(await said(whole));
      expect((await book.imports.get('import-1'))!.added).toBe((await whole.imports.get('import-1'))!.added);
      expect((await undoInSlices(book, 'import-1', changeAt(AT + 9))).kept).toEqual([]);
      expect(await rowsOf(book)).toEqual(before);
    }), { numRuns: 20, endOnFailure: true });
  });

  test('leaves out who was erased, flags who is not to be contacted, and says which lines', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), (door) => suppress(book, door, ['email:gone@one.example'], { reason: 'erased' }));
    await write(book, changeAt(1), (door) => suppress(book, door, ['email:no@one.example'], { reason: 'do-not-contact', why: 'legal' }));
    const { count } = await storeImport(book, fileOf([row(2, { fields: { name: 'Gone', emails: ['gone@one.example'] } }), row(3, { fields: { name: 'No', emails: ['no@one.example'] } }), { line: 4, refused: 'no-name' }, row(5, { fields: { name: 'No', emails: ['no@one.example'] } })]), order(), run());
    expect(count.left).toEqual([{ line: 2, result: 'suppressed' }, { line: 4, refused: 'no-name', result: 'refused' }, { line: 5, firstLine: 3, result: 'double' }]);
    expect((await book.prospects.toArray()).map(({ fields, doNotContact }) => [fields.name?.value, doNotContact?.reason])).toEqual([['No', 'legal']]);
  });

  test('adds a note to somebody who is there, though a later line doubles it, and only once', async () => {
    const book = await bookOf([{ key: 'linkedin:in/ada', title: undefined, mail: undefined, company: undefined }]);
    const rows = [2, 3].map((line) => row(line, { fields: { name: 'Somebody' }, keys: ['linkedin:in/ada'], note: 'Met' }));
    const first = await storeImport(book, fileOf(rows), order(), run());
    expect([first.count.results.update, first.count.results.double, (await book.notes.toArray()).map(({ text }) => text)]).toEqual([1, 1, ['Met']]);
    expect((await storeImport(book, fileOf(rows), order('import-2', AT + 5), run({ slice: 1 }))).count.results).toMatchObject({ same: 1, update: 0 });
  });

  test('knows by a line that doubles another who bears the rest of its keys', async () => {
    const book = await bookOf([{ key: 'x:dee', title: undefined, mail: 'ada@one.example', company: undefined }]);
    const rows = [row(2, { fields: { name: 'Ada', emails: ['ada@one.example'] } }), row(3, { fields: { name: 'Ada', emails: ['ada@one.example'] }, keys: ['github:cy'] }), row(4, { keys: ['github:cy'] })];
    for (const id of ['import-1', 'import-2']) expect((await storeImport(book, fileOf(rows), order(id), run({ slice: 1 }))).count).toMatchObject({ results: { new: 0, double: 2 }, left: [{ line: 3, firstLine: 2 }, { line: 4, firstLine: 2 }] });
    expect(await book.prospects.count()).toBe(1);
  });

  test('of companies without people gives them tags and own fields, never over what they have, and one undo takes it back', async () => {
    const book = await bookOf([{ key: 'x:dee', title: undefined, mail: undefined, company: 'Acme' }]);
    const acme = (await book.accounts.toArray())[0]!;
    await write(book, changeAt(20), async (door) => door.put('account', { ...acme, tags: ['Key'], custom: { owner: { value: 'Ann', source: { kind: 'hand', name: 'rep' }, at: 20 } } }));
    const before = await rowsOf(book);
    const company = (line: number, name: string, more: Partial<ImportRow>): ImportRow => row(line, { fields: {}, isCompany: true, account: { name }, ...more });
    const rows = [company(2, 'Acme', { tags: ['Key', 'East'], custom: { Owner: 'Bo', Region: 'North' } }), company(3, 'Bolt', { tags: ['East'], custom: { Region: 'South' } }), company(4, 'Acme', { tags: ['Late'] })];
    const said = async (): Promise<unknown> => Object.fromEntries((await book.accounts.toArray()).map(({ fields, tags, custom }) => [fields.name?.value, [tags, Object.fromEntries(Object.entries(custom ?? {}).map(([name, { value }]) => [name, value]))]]));
    for (const [id, at, results] of [['import-1', AT, { new: 1, update: 1, double: 1 }], ['import-2', AT + 5, { new: 0, same: 2, double: 1 }]] as const) {
      const counted = await countImport(book, fileOf(rows), order(id, at), run());
      const { count } = await storeImport(book, fileOf(rows), order(id, at), run());
      expect([counted.count.results, count.results]).toMatchObject([results, results]);
      expect(await said()).toEqual({ Acme: [['Key', 'East', 'Late'], { owner: 'Ann', Region: 'North' }], Bolt: [['East'], { Region: 'South' }] });
    }
    await undoInSlices(book, 'import-1', changeAt(AT + 99));
    expect(await rowsOf(book)).toEqual(before);
  });

  test('never overwrites: a file fills what is empty and suggests the rest', async () => {
    const book = await bookOf([{ key: 'linkedin:in/ada', title: 'Nurse', mail: undefined, company: undefined }]);
    const { count } = await storeImport(book, fileOf([row(2, { fields: { name: 'Somebody', title: 'CEO', location: 'Bonn' }, keys: ['linkedin:in/ada'] })]), order(), run());
    expect(count.examples.update).toMatchObject([{ line: 2, filled: ['location'], offered: ['title'] }]);
    expect((await book.prospects.toArray())[0]).toMatchObject({ fields: { title: { value: 'Nurse' }, location: { value: 'Bonn' } }, suggestions: { title: { value: 'CEO' } } });
  });

  test('stands in the history and the timeline of everybody it brought, though it has no entry for each', async () => {
    const book = await bookOf([{ key: 'linkedin:in/ada', title: undefined, mail: undefined, company: undefined }]);
    await storeImport(book, fileOf([row(2, { keys: ['github:bo'] }), row(3, { keys: ['linkedin:in/ada'], tags: ['fair'] })]), order(), run());
    const [bo, ada] = await Promise.all((['github:bo', 'linkedin:in/ada'] as const).map(async (key) => (await book.identities.get(key))!.owner));
    expect((await readPerson(book, bo!))!.history).toMatchObject([{ field: '**', label: 'Imported people.csv', by: 'import', at: AT, subject: bo }]);
    expect(await readTimeline(book, bo!)).toMatchObject([{ kind: 'change', label: 'Imported people.csv', at: AT }]);
    expect((await readPerson(book, ada!))!.history.filter(({ changeId }) => changeId === 'import-1').map(({ field }) => field).toSorted()).not.toContain('**');
  });

  test('meets who was saved meanwhile: looks again, and nobody is there twice', async () => {
    const book = scratchBook();
    const rows = Array.from({ length: 12 }, (_, at) => row(at + 2, { fields: { name: `P ${at}`, company: 'Acme' }, keys: [`github:p${at}`] }));
    let batch = 0;
    const meanwhile = async function* (): AsyncGenerator<readonly ReadRow[]> {
      for await (const some of fileOf(rows, 3)) {
        yield some;
        if (++batch === 1) await saveDraft(book, draftOf('github:p7', 'Saved by hand', { company: 'Acme' }), {}, changeAt(AT), means);
        if (batch === 3) await setTags(book, (await book.identities.get('github:p0'))!.owner, ['mine'], changeAt(AT));
      }
    };
    const { count } = await storeImport(book, meanwhile(), order(), run());
    expect([count.results.new + count.results.update + count.results.same, await book.prospects.count(), await book.accounts.count()]).toEqual([12, 12, 1]);
    expect((await book.prospects.toArray()).find(({ keys }) => keys.includes('github:p7'))!.fields.name!.value).toBe('Saved by hand');
  });
});

describe('a fault', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => row(at + 2, { keys: [`github:p${at}`] }));

  test('disk full in the middle: whole slices stay, the record says so, and undo works', async () => {
    const book = scratchBook();
    const add = book.history.bulkAdd.bind(book.history);
    let calls = 0;
    vi.spyOn(book.history, 'bulkAdd').mockImplementation(((rows: never) => {
      if (++calls === 3) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      return add(rows);
    }) as never);
    const { end, count } = await storeImport(book, fileOf(twelve), order(), run());
    expect([end, count.results.new, await book.prospects.count(), (await book.journal.toArray()).length]).toEqual(['full', 6, 6, 2]);
    expect(await book.imports.get('import-1')).toMatchObject({ state: 'stopped', done: 6, added: 6 });
    await undoInSlices(book, 'import-1', changeAt(AT + 1));
    expect([await book.prospects.count(), (await book.imports.get('import-1'))!.state]).toEqual([0, 'undone']);
  });

  test('another error ends it, with nothing half done', async () => {
    const book = scratchBook();
    vi.spyOn(book.journal, 'bulkAdd').mockImplementationOnce((() => Promise.reject(new Error('broken'))) as never);
    await expect(storeImport(book, fileOf(twelve), order(), run())).rejects.toThrow('broken');
    expect([await book.prospects.count(), await book.history.count(), await book.imports.count()]).toEqual([0, 0, 0]);
  });
});

describe('the undo of an import', () => {
  test('keeps whom something was done with since, with their company and lists, and says so', async () => {
    const book = scratchBook();
    const rows = Array.from({ length: 9 }, (_, at) => row(at + 2, { keys: [`github:p${at}`], fields: { name: `P ${at}`, company: at < 4 ? 'Acme' : 'Bolt' }, lists: [at < 2 ? 'Fair' : 'Cold'] }));
    await storeImport(book, fileOf(rows), order(), run());
    const [edited, noted] = [(await book.identities.get('github:p0'))!.owner, (await book.identities.get('github:p5'))!.owner];
    await setField(book, edited, 'title', 'CEO', changeAt(AT + 1));
    await addNote(book, noted, 'n1', 'Called', changeAt(AT + 2));
    const { kept, restored } = await undoInSlices(book, 'import-1', changeAt(AT + 3));
    expect(kept.filter(({ entity }) => entity === 'prospect').map(({ id }) => id).toSorted()).toEqual([edited, noted].toSorted());
    expect([restored, await book.prospects.count(), await book.accounts.count(), await book.lists.count()]).toEqual([7, 2, 2, 2]);
  });

  test('stopped half-way goes on', async () => {
    const book = scratchBook();
    await storeImport(book, fileOf(Array.from({ length: 30 }, (_, at) => row(at + 2, { keys: [`github:p${at}`] }))), order(), run());
    const end = new AbortController();
    const change = changeAt(AT + 1);
    const first = await undoInSlices(book, 'import-1', change, { signal: end.signal, onProgress: () => end.abort() });
    expect([first.stopped, (await book.imports.get('import-1'))!.state]).toEqual([true, 'stored']);
    expect(await book.prospects.count()).toBe(27);
    expect((await undoInSlices(book, 'import-1', change)).stopped).toBe(false);
    expect(await book.prospects.count()).toBe(0);
  });
});
