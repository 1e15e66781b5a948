import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileKey } from '../../src/domain/identity.ts';
import type { Field } from '../../src/domain/provenance.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { bookHead, readBook, writeBook } from '../../src/files/book-json.ts';
import { BOOK_TABLES, idOf, type BookRows, type BookTable } from '../../src/files/book-schema.ts';
import { existingBook, IMPORTED_BY } from '../../src/files/existing-book.ts';
import { planImport, type ImportPlan } from '../../src/files/import-plan.ts';
import { book, field, prospectFields, text } from './arbitrary-book.ts';

const none = (): BookRows => ({ prospects: [], accounts: [], notes: [], touches: [], followUps: [], lists: [], icps: [], history: [] });
const hand = (value: string, at: number): Field<string> => ({ value, source: { kind: 'hand', name: 'rep' }, at });
const page = (value: string, at: number, name = 'linkedin'): Field<string> => ({ value, source: { kind: 'page', name }, at });

function prospect(id: string, parts: Partial<Prospect> = {}): Prospect {
  return { id, kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1, ...parts };
}

/** The book after the plan was carried out. */
function applied(rows: BookRows, plan: ImportPlan): BookRows {
  const result = structuredClone(rows) as unknown as Record<BookTable, object[]>;
  for (const table of BOOK_TABLES) {
    for (const row of plan.add[table]) {
      const id = idOf(table, row);
      if (id !== undefined && result[table].some((one) => idOf(table, one) === id)) throw new Error(`${table} ${id} is there already`);
      result[table].push(row);
    }
    for (const row of plan.update[table]) {
      const at = result[table].findIndex((one) => idOf(table, one) === idOf(table, row));
      if (at < 0) throw new Error(`${table} ${idOf(table, row)} is not there`);
      result[table][at] = row;
    }
  }
  return result as unknown as BookRows;
}

function planned(rows: BookRows, dump: BookRows): ImportPlan {
  return planImport(structuredClone(dump), existingBook(structuredClone(rows)));
}

function writes(plan: ImportPlan): number {
  return BOOK_TABLES.reduce((sum, table) => sum + plan.add[table].length + plan.update[table].length, Object.keys(plan.settings).length);
}

/** Two books that know the same people, by id or by key alone. */
const twoBooks = fc.constantFrom('x', 'y').chain((mark) => fc.tuple(book({ mark: 'x', keys: 5 }), book({ mark, keys: 5 })));

describe('importing a book', () => {
  it('into an empty one gives equal rows', async () => {
    await fc.assert(fc.asyncProperty(book(), async (rows) => {
      const counts = Object.fromEntries(BOOK_TABLES.map((table) => [table, rows[table].length])) as Record<BookTable, number>;
      let file = '';
      for await (const piece of writeBook({ ...bookHead(1, counts), ...rows })) file += piece;
      const read = readBook(file);
      if (!read.ok) throw new Error(read.failure.message);
      const plan = planImport(read.value.dump, existingBook(none()));
      expect(plan.add).toStrictEqual(rows);
      expect(plan.conflicts).toEqual([]);
      expect(plan.update).toEqual(none());
    }), { numRuns: 200 });
  });

  it('into itself changes nothing and finds nothing to say', () => {
    fc.assert(fc.property(book(), (rows) => {
      const plan = planned(rows, rows);
      expect(writes(plan)).toBe(0);
      expect(plan.conflicts).toEqual([]);
      expect(plan.same.prospects).toBe(rows.prospects.length);
    }));
  });

  it('twice changes nothing the second time, whatever is in either', () => {
    fc.assert(fc.property(twoBooks, ([rows, dump]) => {
      const once = applied(rows, planned(rows, dump));
      const again = planned(once, dump);
      expect({ add: again.add, update: again.update }).toEqual({ add: none(), update: none() });
    }), { numRuns: 2000 });
  });

  it('twice changes nothing the second time, however the keys of the file lie across the people of the book', () => {
    const keyed = (mark: string, owned: boolean): fc.Arbitrary<Prospect[]> => fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }), { maxLength: 5 }).map((list) => {
      const taken = new Set<number>();
      return list.map((keys, at) => prospect(`${mark}${at}`, {
        keys: keys.filter((key) => !owned || (!taken.has(key) && taken.add(key))).map((key): ProfileKey => `github:k${key}`), fields: { name: hand(`${mark}${at}`, at) },
      }));
    });
    fc.assert(fc.property(keyed('p', true), keyed('q', false), (prospects, dump) => {
      const rows = { ...none(), prospects };
      const once = applied(rows, planned(rows, { ...none(), prospects: dump }));
      const keys = once.prospects.flatMap((row) => row.keys);
      expect(new Set(keys).size).toBe(keys.length);
      expect(writes(planned(once, { ...none(), prospects: dump }))).toBe(0);
    }), { numRuns: 3000 });
  });

  it('leaves each identity with one owner and everything hung on somebody who is there', () => {
    fc.assert(fc.property(twoBooks, ([rows, dump]) => {
      const after = applied(rows, planned(rows, dump));
      const keys = [...after.prospects, ...after.accounts].flatMap((row) => row.keys);
      expect(new Set(keys).size).toBe(keys.length);
      const people = new Set(after.prospects.map(({ id }) => id));
      for (const table of ['notes', 'touches', 'followUps'] as const) for (const row of after[table]) expect(people).toContain(row.prospectId);
      const accounts = new Set(after.accounts.map(({ id }) => id));
      for (const { accountId } of after.prospects) if (accountId !== undefined) expect(accounts).toContain(accountId);
    }), { numRuns: 500 });
  });

  it('loses no row, key, tag or list of either', () => {
    fc.assert(fc.property(twoBooks, ([rows, dump]) => {
      const after = applied(rows, planned(rows, dump));
      for (const table of ['notes', 'touches', 'followUps', 'icps'] as const) {
        const ids = new Set(after[table].map((row) => idOf(table, row)));
        for (const row of [...rows[table], ...dump[table]]) expect(ids).toContain(idOf(table, row));
      }
      for (const parts of ['keys', 'tags'] as const) {
        const kept = new Set<string>([...after.prospects, ...after.accounts].flatMap((row) => row[parts]));
        for (const one of [...rows.prospects, ...rows.accounts, ...dump.prospects, ...dump.accounts].flatMap((row) => row[parts])) expect(kept).toContain(one);
      }
      for (const own of rows.prospects) expect(after.prospects.find(({ id }) => id === own.id)?.lists).toEqual(expect.arrayContaining(own.lists));
    }), { numRuns: 500 });
  });

  it('of an older copy, however it was changed since, never loses a newer hand edit', () => {
    const edits = fc.record({ name: field(text), title: field(text), location: field(text) }, { requiredKeys: [] });
    fc.assert(fc.property(book(), fc.array(edits, { minLength: 4, maxLength: 4 }), fc.array(prospectFields, { minLength: 4, maxLength: 4 }), (older, typed, changed) => {
      const dump = structuredClone(older);
      dump.prospects = dump.prospects.map((row, at) => ({ ...row, fields: structuredClone(changed[at]!), stage: 'lost', updatedAt: 50 }));
      const rows = structuredClone(older);
      rows.prospects = rows.prospects.map((row, at) => {
        const fields = Object.fromEntries(Object.entries(typed[at]!).map(([name, edit]) => [name, { ...edit, source: { kind: 'hand', name: 'rep' }, at: 100 }]));
        rows.history.push({ changeId: 'late', at: 20, by: 'rep', label: '', entity: 'prospect', id: row.id, subject: row.id, field: 'stage', old: row.stage, new: 'won' });
        return { ...row, fields: { ...row.fields, ...structuredClone(fields) }, stage: 'won', updatedAt: 40 };
      });
      const after = applied(rows, planned(rows, dump));
      rows.prospects.forEach((row, at) => {
        const now = after.prospects.find(({ id }) => id === row.id)!;
        for (const name of Object.keys(typed[at]!) as (keyof typeof edits extends never ? never : 'name' | 'title' | 'location')[]) expect(now.fields[name]).toEqual(row.fields[name]);
        expect(now.stage).toBe('won');
      });
    }), { numRuns: 300 });
  });

  it('keeps every value that somebody typed: as the field, as its suggestion, or told as a conflict', () => {
    fc.assert(fc.property(twoBooks, ([rows, dump]) => {
      const plan = planned(rows, dump);
      const after = applied(rows, plan);
      const said = JSON.stringify([after.prospects.map((row) => [row.fields, row.suggestions]), plan.conflicts]);
      for (const row of [...rows.prospects, ...dump.prospects]) {
        const one = row.fields.title;
        const known = JSON.stringify(one?.value);
        const isThere = !one || said.includes(known) || after.prospects.some(({ fields }) => fields.title?.value.normalize('NFKC').trim().toLowerCase() === one.value.normalize('NFKC').trim().toLowerCase());
        expect(isThere).toBe(true);
      }
    }), { numRuns: 500 });
  });
});

describe('a prospect of the file', () => {
  it('with another id but a shared key is the one in the book, and what hangs on it moves along', () => {
    const rows = { ...none(), prospects: [prospect('mine', { keys: ['github:ada'], fields: { title: page('CTO', 5) } })] };
    const dump: BookRows = {
      ...none(), prospects: [prospect('theirs', { keys: ['linkedin:in/ada', 'github:ada'], fields: { title: page('CTO', 1), location: page('Berlin', 1) }, tags: ['hot'] })],
      notes: [{ id: 'n1', prospectId: 'theirs', text: 'hi', createdAt: 1, updatedAt: 1 }],
      history: [{ seq: 7, changeId: 'c', at: 1, by: 'rep', label: 'Saved', entity: 'prospect', id: 'theirs', subject: 'theirs', field: 'stage', new: 'new' }],
    };
    const plan = planned(rows, dump);
    expect(plan.add.prospects).toEqual([]);
    expect(plan.update.prospects).toMatchObject([{ id: 'mine', keys: ['github:ada', 'linkedin:in/ada'], fields: { title: { at: 5 }, location: { value: 'Berlin' } }, tags: ['hot'] }]);
    expect(plan.add.notes).toMatchObject([{ id: 'n1', prospectId: 'mine' }]);
    expect(plan.add.history).toMatchObject([{ id: 'mine', subject: 'mine', seq: 7 }]);
  });

  it('gives its account and lists under the names they have in the book', () => {
    const stamp = { createdAt: 1, updatedAt: 1 };
    const account = { keys: ['web:example.com'] as ProfileKey[], fields: {}, suggestions: {}, tags: [], ...stamp };
    const rows: BookRows = { ...none(), accounts: [{ id: 'a-mine', ...account }], lists: [{ id: 'l-mine', name: 'Berlin', ...stamp }] };
    const dump: BookRows = {
      ...none(), accounts: [{ id: 'a-theirs', ...account }], lists: [{ id: 'l-theirs', name: ' berlin ', ...stamp }], prospects: [prospect('p', { accountId: 'a-theirs', lists: ['l-theirs'] })],
    };
    const plan = planned(rows, dump);
    expect(plan.add).toMatchObject({ accounts: [], lists: [], prospects: [{ accountId: 'a-mine', lists: ['l-mine'] }] });
  });

  it.each([
    ['a hand edit stays above a newer page', hand('CTO', 1), page('CEO', 9), 'CTO', 'CEO'],
    ['a hand edit in the file comes above a newer page', page('CEO', 9), hand('CTO', 1), 'CTO', 'CEO'],
    ['the newer of two hand edits wins', hand('CTO', 1), hand('CEO', 2), 'CEO', 'CTO'],
    ['of two as old the one in the book wins', hand('CTO', 1), hand('CEO', 1), 'CTO', 'CEO'],
    ['the same page, read later, replaces without a word', page('CTO', 1), page('CEO', 2), 'CEO', undefined],
    ['another page, read later, leaves the first as a suggestion', page('CTO', 1, 'github'), page('CEO', 2), 'CEO', 'CTO'],
    ['a difference of case alone is none', hand('CTO', 1), page('cto ', 2), 'CTO', undefined],
  ])('has its fields weighed: %s', (_name, mine, theirs, value, suggestion) => {
    const rows = { ...none(), prospects: [prospect('p', { fields: { title: mine } })] };
    const after = applied(rows, planned(rows, { ...none(), prospects: [prospect('p', { fields: { title: theirs } })] }));
    expect(after.prospects[0]!.fields.title?.value).toBe(value);
    expect(after.prospects[0]!.suggestions.title?.value).toBe(suggestion);
  });

  it('does not put back what the rep has emptied since, but offers it', () => {
    const history = [{ changeId: 'c', at: 5, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'fields.title', old: page('CTO', 1) }];
    const dump = { ...none(), prospects: [prospect('p', { fields: { title: page('CTO', 1) } })] };
    const emptied = { ...none(), prospects: [prospect('p')], history };
    expect(planned(emptied, dump).update.prospects).toMatchObject([{ fields: {}, suggestions: { title: { value: 'CTO' } } }]);
    const never = { ...none(), prospects: [prospect('p')], history: history.map((entry) => ({ ...entry, by: IMPORTED_BY })) };
    expect(planned(never, dump).update.prospects).toMatchObject([{ fields: { title: { value: 'CTO' } } }]);
  });

  it('does not offer again what was turned down since', () => {
    const history = [{ changeId: 'c', at: 5, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'suggestions.title', old: page('CEO', 2) }];
    const rows = { ...none(), prospects: [prospect('p', { fields: { title: hand('CTO', 1) } })], history };
    expect(writes(planned(rows, { ...none(), prospects: [prospect('p', { fields: { title: page('CEO', 2) } })] }))).toBe(0);
    expect(writes(planned(rows, { ...none(), prospects: [prospect('p', { fields: { title: page('CEO', 6) } })] }))).toBe(1);
  });

  it('has the stage of who changed it last, even when the other row was touched later', () => {
    const moved = { changeId: 'c', at: 5, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'stage', old: 'new', new: 'meeting' };
    const rows = { ...none(), prospects: [prospect('p', { stage: 'meeting', updatedAt: 5 })], history: [moved] };
    expect(planned(rows, { ...none(), prospects: [prospect('p', { updatedAt: 9 })] }).update.prospects).toMatchObject([{ stage: 'meeting', updatedAt: 9 }]);
    expect(planned({ ...rows, history: [] }, { ...none(), prospects: [prospect('p', { updatedAt: 9 })] }).update.prospects).toMatchObject([{ stage: 'new' }]);
  });

  it('that points at two people of the book joins one of them, takes no key from the other and says so', () => {
    const rows = { ...none(), prospects: [prospect('a', { keys: ['github:a'] }), prospect('b', { keys: ['github:b'] })] };
    const plan = planned(rows, { ...none(), prospects: [prospect('c', { keys: ['github:b', 'github:a', 'github:new'], tags: ['x'] })] });
    expect(plan.update.prospects).toMatchObject([{ id: 'b', keys: ['github:b', 'github:new'] }]);
    expect(plan.conflicts).toContainEqual({ table: 'prospects', id: 'b', field: 'keys', kept: undefined, other: 'github:a', why: 'taken' });
  });

  it('never shares a key with an account', () => {
    const stamp = { createdAt: 1, updatedAt: 1 };
    const dump: BookRows = { ...none(), accounts: [{ id: 'a', keys: ['web:x.example'], fields: {}, suggestions: {}, tags: [], ...stamp }], prospects: [prospect('p', { keys: ['web:x.example', 'github:p'] })] };
    expect(planned(none(), dump).add.prospects).toMatchObject([{ keys: ['github:p'] }]);
  });

  it('may name fields like what every object has', () => {
    const odd = { toString: page('x', 1), hasOwnProperty: page('y', 1) };
    const rows = { ...none(), prospects: [prospect('p')] };
    expect(planned(rows, { ...none(), prospects: [prospect('p', { fields: odd as never })] }).update.prospects[0]!.fields).toEqual(odd);
  });
});

describe('what else is in the file', () => {
  const stamp = { createdAt: 1, updatedAt: 1 };

  it('that hangs on nobody is not taken but told', () => {
    const note = { id: 'n', prospectId: 'gone', text: 'x', ...stamp };
    const plan = planned(none(), { ...none(), notes: [note] });
    expect(plan.add.notes).toEqual([]);
    expect(plan.conflicts).toEqual([{ table: 'notes', id: 'n', field: '*', kept: undefined, other: note, why: 'orphan' }]);
  });

  it('is the newer one where a note or a follow-up was changed on both sides, and the other is told', () => {
    const note = { id: 'n', prospectId: 'p', text: 'old', ...stamp };
    const rows = { ...none(), prospects: [prospect('p')], notes: [note] };
    const newer = planned(rows, { ...none(), prospects: [prospect('p')], notes: [{ ...note, text: 'new', updatedAt: 2 }] });
    expect(newer.update.notes).toMatchObject([{ text: 'new' }]);
    expect(newer.conflicts).toMatchObject([{ table: 'notes', other: { text: 'old' }, why: 'older' }]);
    const older = planned(rows, { ...none(), prospects: [prospect('p')], notes: [{ ...note, text: 'new', updatedAt: 0 }] });
    expect(older.update.notes).toEqual([]);
    expect(older.conflicts).toMatchObject([{ other: { text: 'new' }, why: 'older' }]);
  });

  it('never changes a version of an ICP that is there', () => {
    const icp = { id: 'i', version: 1, name: 'A', criteria: [], ...stamp };
    const plan = planned({ ...none(), icps: [icp] }, { ...none(), icps: [{ ...icp, name: 'B', updatedAt: 9 }, { ...icp, version: 2 }] });
    expect(plan.add.icps).toEqual([{ ...icp, version: 2 }]);
    expect(plan.update.icps).toEqual([]);
    expect(plan.conflicts).toMatchObject([{ table: 'icps', why: 'kept', other: { name: 'B' } }]);
  });

  it('brings history along once, with its places only into a book without any', () => {
    const entry = { seq: 3, changeId: 'c', at: 1, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'stage', old: 'new', new: 'won' };
    expect(planned(none(), { ...none(), history: [entry] }).add.history).toEqual([entry]);
    const { seq: _place, ...rest } = entry;
    expect(planned({ ...none(), history: [{ ...entry, changeId: 'd' }] }, { ...none(), history: [entry] }).add.history).toEqual([rest]);
    expect(planned({ ...none(), history: [{ ...entry, seq: 99 }] }, { ...none(), history: [entry] }).add.history).toEqual([]);
  });

  it('sets only settings that are not set', () => {
    const plan = planImport({ ...none(), settings: { zone: 'UTC', quiet: true } }, existingBook(none(), { zone: 'Europe/Berlin' }));
    expect(plan.settings).toEqual({ quiet: true });
    expect(plan.conflicts).toMatchObject([{ table: 'settings', id: 'zone', kept: 'Europe/Berlin', other: 'UTC' }]);
  });
});
