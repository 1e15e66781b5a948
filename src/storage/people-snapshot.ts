import { type KeptAlong, type PackedPeople, packTable, unpackTable } from '../domain/people/packed.ts';
import type { PeopleTable } from '../domain/people/table.ts';
import type { Book } from './database.ts';
import { type Pause, run } from './pause.ts';
import { endedFull } from './trouble.ts';

/** Grows with every change of what a line holds: an older snapshot is built anew. */
export const FORMAT = 9;
/** Bytes of one record: each is read, checked and written without others having to wait for long. */
const PIECE = 2 ** 22;
/** What the panel reads; and what a rebuild has so far, apart from it: neither takes the other's place before it is whole. */
const WHOLE = { head: 'people', pieces: 'people/bytes/' } as const;
const BEGUN = { head: 'people/begun', pieces: 'people/begun/bytes/' } as const;
type Place = typeof WHOLE | typeof BEGUN;

/** The first record; the bytes are in the others, and what they come to is here, so that a torn or spoilt one is noticed. */
interface Head extends Omit<PackedPeople, 'bytes'> {
  length: number;
  sums: number[];
  /** Of a rebuild: the last id that is in it. */
  upTo?: string;
}

/** A table with what is stored along with it, as it was after this journal entry. */
export interface ReadSnapshot extends KeptAlong {
  table: PeopleTable;
  seq: number;
}

/** What a rebuild had when it was cut off: all who have an id up to this one, as they were after this journal entry or later. */
export interface Begun {
  table: PeopleTable;
  seq: number;
  upTo: string;
}

/** The stored table; null when there is none, or one of another format, or one that is not as it was written. */
export async function readSnapshot(book: Book, pause: Pause): Promise<ReadSnapshot | null> {
  const read = await readPacked(book, WHOLE, pause);
  return read && { ...read.along, seq: read.seq };
}

/** What a rebuild that was cut off had; null when there is none, or none that is as it was written. */
export async function readBegun(book: Book, pause: Pause): Promise<Begun | null> {
  const read = await readPacked(book, BEGUN, pause);
  return read?.upTo === undefined ? null : { table: read.along.table, seq: read.seq, upTo: read.upTo };
}

async function readPacked(book: Book, place: Place, pause: Pause): Promise<{ along: Omit<ReadSnapshot, 'seq'>; seq: number; upTo: string | undefined } | null> {
  const stored = await book.transaction('r', [book.snapshots], async () => {
    const snapshot = await book.snapshots.get(place.head);
    if (snapshot?.format !== FORMAT || !isHead(snapshot.packed)) return null;
    const { packed: head, seq } = snapshot;
    const bytes = new Uint8Array(head.length);
    const read = (at: number): PromiseLike<{ packed?: unknown } | undefined> => book.snapshots.get(`${place.pieces}${at}`);
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
  return unpacked && { along: unpacked, seq: stored.seq, upTo: stored.head.upTo };
}

/** Stores the table, unless a later one is stored already; journal entries that are in it go with the same transaction, and so does what a rebuild had begun. Without room for it nothing is stored: it is made again from the rows. `anew`: what is stored is not to be relied upon, not even where it should be the same. */
export async function writeSnapshot(book: Book, { table, kept, words, seq }: ReadSnapshot, pause: Pause, { anew = false }: { anew?: boolean } = {}): Promise<void> {
  const packed = await pack(table, { kept, words }, pause);
  await whenThereIsRoom(book, () => book.transaction('rw', [book.snapshots, book.journal], async () => {
    const stored = await book.snapshots.get(WHOLE.head);
    if (stored?.format === FORMAT && stored.seq > seq) return;
    await put(book, WHOLE, packed, seq, anew || !isHead(stored?.packed) || stored.format !== FORMAT ? undefined : stored.packed);
    await book.snapshots.where('name').startsWith(BEGUN.head).delete();
    // the newest swallowed entry stays: another panel sees by it that it was overtaken
    await book.journal.where('seq').below(seq).delete();
  }));
}

/** Stores what a rebuild has so far, so that it goes on there when the panel is closed meanwhile. */
export async function writeBegun(book: Book, { table, seq, upTo }: Begun, pause: Pause): Promise<void> {
  const { head, bytes } = await pack(table, {}, pause);
  await whenThereIsRoom(book, () => book.transaction('rw', [book.snapshots], () => put(book, BEGUN, { head: { ...head, upTo }, bytes }, seq)));
}

async function pack(table: PeopleTable, along: KeptAlong, pause: Pause): Promise<{ head: Head; bytes: Uint8Array }> {
  const { bytes, ...packed } = await run(packTable(table, along), pause);
  const sums: number[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    sums.push(sumOf(bytes.subarray(from, from + PIECE)));
    await pause();
  }
  return { head: { ...packed, length: bytes.length, sums }, bytes };
}

async function put(book: Book, place: Place, { head, bytes }: { head: Head; bytes: Uint8Array }, seq: number, old?: Head): Promise<void> {
  const there = new Set(await book.snapshots.where('name').startsWith(place.pieces).primaryKeys());
  for (const [at, sum] of head.sums.entries()) {
    const name = `${place.pieces}${at}` as const;
    const piece = bytes.slice(at * PIECE, (at + 1) * PIECE);
    const isThere = there.delete(name) && old?.sums[at] === sum && Math.min(PIECE, old.length - at * PIECE) === piece.length;
    if (!isThere) await book.snapshots.put({ name, format: FORMAT, seq, packed: piece });
  }
  await book.snapshots.bulkDelete([...there]);
  await book.snapshots.put({ name: place.head, format: FORMAT, seq, packed: head });
}

/** A full disk is no fault of what can be made again. */
async function whenThereIsRoom(book: Book, write: () => PromiseLike<void>): Promise<void> {
  const { noRoom } = book;
  try {
    await write();
  } catch (error) {
    if (!await endedFull(book, error, noRoom)) throw error;
  }
}

function isHead(packed: unknown): packed is Head {
  const { length, sums } = (packed ?? {}) as Partial<Head>;
  return typeof length === 'number' && length >= 0 && length < 2 ** 31 && Array.isArray(sums) && sums.length === Math.ceil(length / PIECE);
}

/** One number for some bytes (a multiple of eight of them), another for almost any others. */
function sumOf({ buffer, byteOffset, length }: Uint8Array): number {
  let sum = length | 0;
  const words = new Uint32Array(buffer, byteOffset, length >> 2);
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ words[at]!, 0x01000193) ^ (sum >>> 13);
  return sum;
}
