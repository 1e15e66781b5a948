import type { PeopleNow } from '../src/domain/people/field.ts';
import { compileSegment } from '../src/domain/people/filter.ts';
import { orderPeople } from '../src/domain/people/order.ts';
import { parseQuery } from '../src/domain/people/search.ts';
import { buildSearch, search as findPeople } from '../src/domain/people/search-index.ts';
import { slotsOf } from '../src/domain/people/table.ts';
import type { Condition } from '../src/domain/segment.ts';
import { openBook } from '../src/storage/database.ts';
import { loadPeople } from '../src/storage/people-index.ts';
import { company, companyCount, member } from './crowd.ts';

const SLICE = 5_000;

/** Puts a crowd of so many people into the book, past the write door: what is measured is what comes after. The indexes are made when the panel first looks. */
export async function fill(count: number): Promise<number> {
  const book = openBook();
  const now = Date.now();
  const companies = companyCount(count);
  for (let from = 0; from < companies; from += SLICE) {
    await book.accounts.bulkPut(Array.from({ length: Math.min(SLICE, companies - from) }, (_, at) => company(from + at, now)));
  }
  for (let from = 0; from < count; from += SLICE) {
    const some = Array.from({ length: Math.min(SLICE, count - from) }, (_, at) => member(from + at, count, now));
    await book.prospects.bulkPut(some.map(({ prospect }) => prospect));
    await book.touches.bulkPut(some.flatMap(({ touches }) => touches));
    await book.notes.bulkPut(some.flatMap(({ notes }) => notes));
    await book.followUps.bulkPut(some.flatMap(({ followUps }) => followUps));
  }
  await book.journal.add({ prospectId: member(0, count, now).prospect.id });
  await book.snapshots.clear();
  const written = await book.prospects.count();
  book.close();
  return written;
}

/** What the index takes by itself, ms: these words looked up letter by letter and segments counted, round by round; everybody put in the order of names. */
export async function alone(typed: string[], repeats: number): Promise<{ search: number[][]; segment: number[][]; order: number[] }> {
  const book = openBook();
  const { table, words } = await loadPeople(book);
  const index = words ?? atOnce(buildSearch(table));
  const size = table.ids.length;
  const people: PeopleNow = { table, now: Date.now(), icps: ['icp'], priority: new Uint8Array(size), scores: { fit: Uint8Array.from({ length: size }, (_, at) => at % 100), coverage: new Uint8Array(size), icp: new Uint8Array(size).fill(1) } };
  const timed = (work: () => unknown): number => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const search = Array.from({ length: repeats }, () => typed.flatMap((word) => Array.from(word, (_, at) => {
    const query = parseQuery(word.slice(0, at + 1));
    return query ? timed(() => findPeople(table, index, query)) : 0;
  })));
  const conditions: Condition[] = [{ field: 'country', is: 'any-of', values: ['DE', 'FR'] }, { field: 'title', is: 'contains', values: ['sales', 'revenue'] }, { field: 'fit', is: 'at-least', values: [], number: 70 }, { field: 'tags', is: 'any-of', values: ['hot'] }, { field: 'lastTouch', is: 'before-days', values: [], number: 30 }];
  const slots = slotsOf(table);
  const segment = Array.from({ length: repeats }, () => conditions.map((condition) => timed(() => {
    const test = compileSegment({ match: 'all', conditions: [condition] }, people);
    return slots.filter(test).length;
  })));
  const order = [timed(() => atOnce(orderPeople(people, 'name', false, new Intl.Collator('en', { numeric: true }).compare)))];
  book.close();
  return { search, segment, order };
}

function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
