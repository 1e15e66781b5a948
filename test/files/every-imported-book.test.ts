import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileKey } from '../../src/domain/identity.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { bookHead, readBook, writeBook } from '../../src/files/book-json.ts';
import { BOOK_TABLES, idOf, type BookTable } from '../../src/files/book-schema.ts';
import { existingBook } from '../../src/files/existing-book.ts';
import { planImport } from '../../src/files/import-plan.ts';
import { book, field, prospectFields, text } from './arbitrary-book.ts';
import { applied, hand, none, planned, prospect, writes } from './planning.ts';

/** Two books that know the same people, by id or by key alone. */
const twoBooks = fc.constantFrom('x', 'y').chain((mark) => fc.tuple(book({ mark: 'x', keys: 5 }), book({ mark, keys: 5 })));

describe('importing any book', () => {
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
    }), { numRuns: 200 });
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
    }), { numRuns: 200 });
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
    }), { numRuns: 200 });
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
    }), { numRuns: 200 });
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
        for (const name of Object.keys(typed[at]!) as ('name' | 'title' | 'location')[]) expect(now.fields[name]).toEqual(row.fields[name]);
        expect(now.stage).toBe('won');
      });
    }), { numRuns: 200 });
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
    }), { numRuns: 200 });
  });
});
