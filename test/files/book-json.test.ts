import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, bookHead, readBook, writeBook, type BookDump, type BookReading } from '../../src/files/book-json.ts';
import { BOOK_TABLES, type BookRows, type BookTable } from '../../src/files/book-schema.ts';
import { VALUE_LIMITS } from '../../src/files/untrusted.ts';
import { book } from './arbitrary-book.ts';

export function dumpOf(rows: BookRows, settings?: Record<string, unknown>): BookDump {
  const counts = Object.fromEntries(BOOK_TABLES.map((table) => [table, rows[table].length])) as Record<BookTable, number>;
  return { ...bookHead(1_700_000_000_000, counts, settings), ...rows };
}

async function written(dump: Parameters<typeof writeBook>[0]): Promise<string> {
  let text = '';
  for await (const piece of writeBook(dump)) text += piece;
  return text;
}

function read(text: string): BookReading {
  const result = readBook(text);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const NONE: BookRows = { prospects: [], accounts: [], notes: [], touches: [], followUps: [], lists: [], icps: [], personas: [], segments: [], rules: [], templates: [], cadences: [], enrolments: [], spends: [], suppressions: [], history: [] };
const note = { id: 'n1', prospectId: 'p1', text: 'hello', createdAt: 1, updatedAt: 1 };
const raw = (parts: object): string => JSON.stringify({ format: 'paydirt-book', version: 1, ...parts });

describe('the JSON of the book', () => {
  it('comes back exactly as it was, whatever is in it', async () => {
    await fc.assert(fc.asyncProperty(book(), fc.option(fc.constant({ quiet: { from: 22 }, 'own key': null }), { nil: undefined }), async (rows, settings) => {
      const dump = dumpOf(rows, settings);
      const bytes = new TextEncoder().encode(await written(dump));
      expect(read(new TextDecoder().decode(bytes))).toStrictEqual({ dump, rejected: [], missing: [] });
    }), { numRuns: 100 });
  });

  it('keeps the order of properties, so that the same book gives the same file', async () => {
    await fc.assert(fc.asyncProperty(book(), async (rows) => {
      const first = await written(dumpOf(rows));
      expect(await written(read(first).dump)).toBe(first);
    }), { numRuns: 50 });
  });

  it('stands one row a line', async () => {
    const text = await written(dumpOf({ ...NONE, notes: [note, { ...note, id: 'n2', text: 'two\nlines' }] }));
    expect(text.split('\n')).toContain(`${JSON.stringify(note)},`);
    expect(text.split('\n').filter((line) => line.includes('"prospectId"'))).toHaveLength(2);
  });

  it('can be written from a store, row by row, in pieces', async () => {
    async function* notes(): AsyncGenerator<typeof note> {
      for (let at = 0; at < 5000; at++) yield { ...note, id: `n${at}` };
    }
    const pieces: string[] = [];
    for await (const piece of writeBook({ ...dumpOf(NONE), notes: notes() })) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(read(pieces.join('')).dump.notes).toHaveLength(5000);
  });

  it('keeps what a later version added, beside rows, in rows and in fields', () => {
    const prospect = {
      id: 'p1', kind: 'lead', keys: [], fields: { pet: { value: { kind: 'cat' }, source: { kind: 'hand', name: 'rep', team: 'x' }, at: 1 } }, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1, mood: 'good',
    };
    const { dump, rejected } = read(raw({ prospects: [prospect], laterTable: [{ id: 1 }] }));
    expect(rejected).toEqual([]);
    expect(dump.prospects[0]).toStrictEqual(prospect);
    expect(dump).toHaveProperty('laterTable', [{ id: 1 }]);
  });
});

describe('a file from outside', () => {
  it.each([
    ['', /not JSON/], ['name,email\r\n', /not JSON/], ['{"format":"paydirt-book","version":1,"notes":[', /cut off/], ['null', /not a Paydirt book/], ['[]', /not a Paydirt book/],
    ['{"format":"other","version":1}', /Pick a file/], ['{"format":"paydirt-book"}', /Export it again/], ['{"format":"paydirt-book","version":"1"}', /Export it again/],
    [`{"format":"paydirt-book","version":${BOOK_VERSION + 1}}`, /Update Paydirt/],
  ])('that is no book of ours is refused with what to do: %s', (text, message) => {
    const result = readBook(text);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid', message: expect.stringMatching(message) as string } });
  });

  it('may begin with a byte order mark', () => {
    expect(read(`\ufeff${raw({ notes: [note] })}`).dump.notes).toEqual([note]);
  });

  it('that is too big is refused before it is parsed, and so are endless tables', () => {
    expect(readBook('x'.repeat(11), { characters: 10, rows: 1 })).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/too big/) as string } });
    expect(readBook(raw({ notes: [note, note] }), { characters: 1000, rows: 1 })).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/more notes/) as string } });
  });

  it('loses only its bad rows, each reported with its place and what was expected', () => {
    const rows = [note, null, 7, 'x', [], {}, { ...note, id: 3 }, { ...note, id: 'n4', updatedAt: 'now' }, { ...note, id: 'n5' }, { ...note, text: 'again' }];
    const { dump, rejected } = read(raw({ notes: rows, lists: 'none' }));
    expect(dump.notes.map(({ id }) => id)).toEqual(['n1', 'n5']);
    expect(dump.counts.notes).toBe(2);
    expect(rejected.map(({ table, index }) => `${table} ${index}`)).toEqual(['notes 1', 'notes 2', 'notes 3', 'notes 4', 'notes 5', 'notes 6', 'notes 7', 'notes 9', 'lists -1']);
    expect(rejected[6]).toMatchObject({ reason: 'updatedAt should be number.', row: { id: 'n4' } });
    expect(rejected[7]!.reason).toMatch(/same id/);
    expect(rejected.every(({ reason }) => !reason.includes('now'))).toBe(true);
  });

  it('says which tables hold fewer rows than it promises', () => {
    expect(read(raw({ counts: { notes: 3, lists: 0 }, notes: [note] })).missing).toEqual([{ table: 'notes', promised: 3, found: 1 }]);
  });

  it('refuses times that no calendar holds and numbers that are none', () => {
    const { rejected } = read(`{"format":"paydirt-book","version":1,"notes":[{"id":"a","prospectId":"p","text":"","createdAt":1e999,"updatedAt":1},{"id":"b","prospectId":"p","text":"","createdAt":9e15,"updatedAt":1}]}`);
    expect(rejected).toHaveLength(2);
  });

  it('cannot reach into any prototype', () => {
    const evil = '{"id":"n1","prospectId":"p1","text":"x","createdAt":1,"updatedAt":1,"__proto__":{"bad":1},"constructor":{"prototype":{"bad":1}},"more":{"a":[{"__\\u0070roto__":{"bad":1},"ok":2}]}}';
    const { dump } = read(`{"format":"paydirt-book","version":1,"__proto__":{"bad":1},"settings":{"__proto__":{"bad":1},"a":1},"notes":[${evil}]}`);
    expect(dump.notes[0]).toStrictEqual({ ...note, text: 'x', more: { a: [{ ok: 2 }] } });
    expect(dump.settings).toStrictEqual({ a: 1 });
    expect(({} as { bad?: number }).bad).toBeUndefined();
    expect((dump as { bad?: number }).bad).toBeUndefined();
  });

  it('may not hold endless texts, values or nesting in a row', () => {
    const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) as unknown;
    const rows = [{ ...note, text: 'x'.repeat(VALUE_LIMITS.characters + 1) }, { ...note, more: deep }, { ...note, more: Array.from({ length: VALUE_LIMITS.values + 1 }, () => 0) }, note];
    const { dump, rejected } = read(raw({ notes: rows, settings: { deep }, later: deep }));
    expect(dump.notes).toEqual([note]);
    expect(rejected.map(({ reason }) => reason)).toEqual([expect.stringMatching(/longer than/), expect.stringMatching(/deeper/), expect.stringMatching(/more than/), expect.stringMatching(/deeper/), expect.stringMatching(/deeper/)]);
    expect(rejected.slice(3).map(({ table }) => table).toSorted()).toEqual(['other', 'settings']);
  });

  it('never makes reading throw, whatever JSON it is', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...BOOK_TABLES, 'counts', 'settings', 'exportedAt', '__proto__', 'x'), fc.jsonValue()), (parts) => {
      const result = readBook(raw(parts));
      expect(result.ok).toBe(true);
    }));
  });
});
