import { type KeptAlong, type PackedPeople, packTable, unpackTable } from '../domain/people/packed.ts';
import type { PeopleTable } from '../domain/people/table.ts';
import type { Book } from './database.ts';
import { type Pause, run } from './pause.ts';
import { endedFull } from './trouble.ts';

/** Grows with every change of what a line holds: an older snapshot is built anew. */
export const FORMAT = 9;
/** Bytes of one record: each is read, checked and written without others having to wait for long. */
const PIECE = 2 ** 22;
const PIECES = 'people/bytes/';

/** The first record; the bytes are in the others, and what they come to is here, so that a torn or spoilt one is noticed. */
interface Head extends Omit<PackedPeople, 'bytes'> {
  length: number;
  sums: number[];
}

/** A table with what is stored along with it, as it was after this journal entry. */
export interface ReadSnapshot extends KeptAlong {
  table: PeopleTable;
  seq: number;
}

/** The stored table; null when there is none, or one of another format, or one that is not as it was written. */
export async function readSnapshot(book: Book, pause: Pause): Promise<ReadSnapshot | null> {
  const stored = await book.transaction('r', [book.snapshots], async () => {
    const snapshot = await book.snapshots.get('people');
    if (snapshot?.format !== FORMAT || !isHead(snapshot.packed)) return null;
    const { packed: head, seq } = snapshot;
    const bytes = new Uint8Array(head.length);
    const read = (at: number): PromiseLike<{ packed?: unknown } | undefined> => book.snapshots.get(`${PIECES}${at}`);
    // one is asked for while one is looked at, and no more: what is asked for together comes together, in one long task
    let next = read(0);
    for (const [at, wanted] of head.sums.entries()) {
      const piece = (await next)?.packed;
      if (at + 1 < head.sums.length) next = read(at + 1);
      if (!(piece instanceof Uint8Array) || piece.length !== Math.min(PIECE, head.length - at * PIECE) || sumOf(piece) !== wanted) return null;
      bytes.set(piece, at * PIECE);
    }
    return { head, seq, bytes };
  });
  const unpacked = stored && await run(unpackTable({ ...stored.head, bytes: stored.bytes }), pause);
  return unpacked && { ...unpacked, seq: stored.seq };
}

/** Stores the table, unless a later one is stored already; journal entries that are in it go with the same transaction. Without room for it nothing is stored: it is made again from the rows. */
export async function writeSnapshot(book: Book, { table, kept, words, seq }: ReadSnapshot, pause: Pause): Promise<void> {
  const { bytes, ...packed } = await run(packTable(table, { kept, words }), pause);
  const sums: number[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    sums.push(sumOf(bytes.subarray(from, from + PIECE)));
    await pause();
  }
  const head: Head = { ...packed, length: bytes.length, sums };
  const { noRoom } = book;
  await book.transaction('rw', [book.snapshots, book.journal], async () => {
    const stored = await book.snapshots.get('people');
    if (stored?.format === FORMAT && stored.seq > seq) return;
    const old = stored?.format === FORMAT && isHead(stored.packed) ? stored.packed : undefined;
    const there = new Set(await book.snapshots.where('name').startsWith(PIECES).primaryKeys());
    for (const [at, sum] of sums.entries()) {
      const name = `${PIECES}${at}` as const;
      const piece = bytes.slice(at * PIECE, (at + 1) * PIECE);
      const isThere = there.delete(name) && old?.sums[at] === sum && Math.min(PIECE, old.length - at * PIECE) === piece.length;
      if (!isThere) await book.snapshots.put({ name, format: FORMAT, seq, packed: piece });
    }
    await book.snapshots.bulkDelete([...there]);
    await book.snapshots.put({ name: 'people', format: FORMAT, seq, packed: head });
    // the newest swallowed entry stays: another panel sees by it that it was overtaken
    await book.journal.where('seq').below(seq).delete();
  }).catch(async (error: unknown) => { if (!await endedFull(book, error, noRoom)) throw error; });
}

function isHead(packed: unknown): packed is Head {
  const { length, sums } = (packed ?? {}) as Partial<Head>;
  return typeof length === 'number' && length >= 0 && length < 2 ** 31 && Array.isArray(sums) && sums.length === Math.ceil(length / PIECE);
}

/** One number for some bytes (a multiple of eight of them), another for almost any others. */
function sumOf({ buffer, byteOffset, length }: Uint8Array): number {
  let sum = length | 0;
  for (const word of new Uint32Array(buffer, byteOffset, length >> 2)) sum = Math.imul(sum ^ word, 0x01000193) ^ (sum >>> 13);
  return sum;
}
