import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBackup, readParts, type BackupPart } from '../../src/files/backup-read.ts';
import { checkedRow, isBackupTable } from '../../src/files/backup-row.ts';
import { backupKey, sealed, type BackupKey } from '../../src/files/backup-seal.ts';
import { BackupUnreadable } from '../../src/files/backup-unreadable.ts';
import { backupBytes, backupText, type BackupSource, type BackupSum } from '../../src/files/backup-write.ts';
import { bookHead, readBook } from '../../src/files/book-json.ts';
import { BOOK_TABLES, type BookRows, type BookTable } from '../../src/files/book-schema.ts';
import type { Bytes } from '../../src/files/byte-stream.ts';
import { book } from './arbitrary-book.ts';

const ROUNDS = 1_000;
const aside = { imports: [{ id: 'i', file: 'people.csv', preset: 'book', at: 1, state: 'stored' as const, rows: 1, done: 1, added: 1, updated: 0, same: 0, refused: 0 }] };
const source = (rows: BookRows): BackupSource => ({ ...bookHead(5, Object.fromEntries(BOOK_TABLES.map((table) => [table, rows[table].length])) as Record<BookTable, number>, { morning: '09:00' }), ...rows, ...aside });

async function* some(bytes: Uint8Array, size = 1_000): Bytes {
  for (let from = 0; from < bytes.length; from += size) yield bytes.slice(from, from + size);
}

async function bytesOf(rows: BookRows, key: BackupKey | null = null): Promise<{ bytes: Uint8Array<ArrayBuffer>; sum: BackupSum }> {
  let sum: BackupSum | undefined;
  const parts: Uint8Array[] = [];
  for await (const part of backupBytes(backupText(source(rows), (told) => { sum = told; }), key)) parts.push(part);
  return { bytes: new Uint8Array(Buffer.concat(parts)), sum: sum! };
}

async function read(bytes: Uint8Array, keyFor: (salt: Uint8Array, rounds: number) => Promise<BackupKey | null> = async () => null): Promise<{ tables: { [name: string]: unknown[] }; values: { [name: string]: unknown }; digest: string }> {
  const tables: { [name: string]: unknown[] } = {};
  const values: { [name: string]: unknown } = {};
  const parts = readParts(openBackup(some(bytes), keyFor));
  for (;;) {
    const { value, done } = await parts.next();
    if (done) return { tables, values, digest: value.digest };
    const part: BackupPart = value;
    if ('name' in part) values[part.name] = part.value;
    else (tables[part.table] ??= []).push(...part.rows);
  }
}

const why = (work: Promise<unknown>): Promise<string> => work.then(() => 'read', (error: unknown) => (error instanceof BackupUnreadable ? error.why : String(error)));
const WHYS = ['cut', 'changed', 'foreign', 'newer', 'passphrase'];
const one = (): BookRows => fc.sample(book(), { numRuns: 1, seed: 7 })[0]!;

describe('a backup', () => {
  test('comes back row by row as it was written, squeezed or sealed, and every row passes', async () => {
    const key = await backupKey('correct horse', undefined, ROUNDS);
    await fc.assert(fc.asyncProperty(book(), fc.boolean(), async (rows, isSealed) => {
      const { bytes, sum } = await bytesOf(rows, isSealed ? key : null);
      const back = await read(bytes, async () => key);
      expect(back.digest).toBe(sum.digest);
      for (const table of BOOK_TABLES) expect(back.tables[table] ?? []).toEqual(JSON.parse(JSON.stringify(rows[table])));
      expect(back.tables['imports']).toEqual(aside.imports);
      expect(back.values['settings']).toEqual({ morning: '09:00' });
      for (const [table, all] of Object.entries(back.tables)) if (isBackupTable(table)) for (const row of all) expect(checkedRow(table, row)).not.toBeNull();
    }), { numRuns: 40 });
  });

  test('is a book that can be imported', async () => {
    let text = '';
    for await (const piece of backupText(source(one()), () => undefined)) text += piece;
    const reading = readBook(text);
    expect(reading.ok && reading.value.rejected).toEqual([]);
  });

  test('an exported book without a manifest is read as well', async () => {
    const bytes = new TextEncoder().encode('{\n"format": "paydirt-book",\n"version": 1,\n"notes": [\n{"id":"n"}\n]\n}\n');
    expect(await read(bytes)).toEqual({ tables: { notes: [{ id: 'n' }] }, values: { format: 'paydirt-book', version: 1 }, digest: '' });
  });

  test('with any byte changed or any end cut off is never read as whole', async () => {
    const key = await backupKey('correct horse', undefined, ROUNDS);
    for (const isSealed of [false, true]) {
      const { bytes } = await bytesOf(one(), isSealed ? key : null);
      await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        // the header of gzip says when and where it was made, and the last byte before its sum is filled up with bits that say nothing: that is no content
        if (!isSealed && ((place >= 3 && place < 10) || place === bytes.length - 9)) return;
        const changed = bytes.slice();
        changed[place]! ^= change;
        expect(WHYS).toContain(await why(read(changed, async () => key)));
        expect(WHYS).toContain(await why(read(bytes.slice(0, place), async () => key)));
      }), { numRuns: 60, examples: [[bytes.length - 8, 1], [bytes.length - 1, 1]] });
    }
  });

  test('says what is wrong: the passphrase, a locked file, a newer version, no backup at all', async () => {
    const key = await backupKey('correct horse', undefined, ROUNDS);
    const other = await backupKey('battery staple', key.salt, ROUNDS);
    const { bytes } = await bytesOf(one(), key);
    expect(await why(read(bytes))).toBe('locked');
    expect(await why(read(bytes, async () => other))).toBe('passphrase');
    expect(await why(read(bytes, (salt, rounds) => backupKey('correct horse', salt, rounds)))).toBe('read');
    const text = (of: string): Uint8Array => new TextEncoder().encode(of);
    expect(await why(read(text('{\n"format": "paydirt-book",\n"version": 9,\n"notes": []\n}\n')))).toBe('newer');
    expect(await why(read(text('{"format": "paydirt-book", "version": 1}')))).toBe('foreign');
    expect(await why(read(text('name,company\nAda,Acme\n')))).toBe('foreign');
    expect(await why(read(text('{\n"format": "paydirt-book",\n"version": 1,\n"notes": [\n')))).toBe('cut');
    expect(await why(read(new Uint8Array(0)))).toBe('foreign');
  });
});

describe('the seal', () => {
  test('binds each piece to its place, its file and the head', async () => {
    const key = await backupKey('correct horse', undefined, ROUNDS);
    const seal = async (text: string): Promise<Uint8Array[]> => { const all: Uint8Array[] = []; for await (const piece of sealed(some(new TextEncoder().encode(text)), key, 4)) all.push(piece); return all; };
    const open = async (pieces: Uint8Array[]): Promise<string> => {
      let text = '';
      const { unsealed } = await import('../../src/files/backup-seal.ts');
      for await (const piece of unsealed(some(new Uint8Array(Buffer.concat(pieces)), 7), async () => key)) text += new TextDecoder().decode(piece);
      return text;
    };
    const [head, a, b, last] = await seal('aaaabbbbcc') as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const [otherHead, otherA] = await seal('aaaabbbbcc') as [Uint8Array, Uint8Array];
    expect(await open([head, a, b, last])).toBe('aaaabbbbcc');
    expect(await open(await seal(''))).toBe('');
    expect(await why(open([head, b, a, last]))).toBe('changed');
    expect(await why(open([head, a, last]))).toBe('changed');
    expect(await why(open([head, a, b]))).toBe('cut');
    expect(await why(open([head, otherA, b, last]))).toBe('changed');
    expect(await why(open([otherHead, a, b, last]))).toBe('changed');
    const slower = new TextEncoder().encode(new TextDecoder().decode(head).replace('1000', '1001'));
    expect(await why(open([slower, a, b, last]))).toBe('changed');
  });

  test('a file that asks for absurd work is refused before any is done', async () => {
    const { bytes } = await bytesOf(one(), await backupKey('correct horse', undefined, ROUNDS));
    const text = Buffer.from(bytes).toString('latin1').replace('"rounds":1000', '"rounds":999999999');
    let asked = false;
    expect(await why(read(new Uint8Array(Buffer.from(text, 'latin1')), async () => { asked = true; return null; }))).toBe('changed');
    expect(asked).toBe(false);
  });
});
