import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { BackupUnreadable } from './backup-unreadable.ts';
import { joined, type Bytes } from './byte-stream.ts';
import { bitsOf, MOST_ROUNDS, ROUNDS } from './passphrase.ts';

/**
 * What is made of a passphrase: `base` derives a key of its own for each file and can do nothing else; it cannot be read out, so that it may lie in IndexedDB.
 * `salt` and `rounds` are written into each file.
 */
export interface BackupKey {
  base: CryptoKey;
  salt: Uint8Array;
  rounds: number;
}

/** What a sealed file says of itself in its first line; it is bound to every piece. */
interface SealHead {
  format: 'paydirt-sealed';
  version: 1;
  cipher: 'AES-256-GCM';
  piece: number;
  kdf: 'PBKDF2-SHA-256+HKDF-SHA-256';
  rounds: number;
  salt: string;
  file: string;
  /** Tells a wrong passphrase from a changed file. */
  check: string;
}

/** Plain bytes a sealed piece holds; the last one may hold fewer. */
const PIECE = 1_048_576;
const TAG = 16;
const LONGEST_HEAD = 1_000;
export const SEALED_START = '{"format":"paydirt-sealed"';

/** Makes the key of a passphrase; without a salt it is a new one. Takes a moment on purpose. */
export async function backupKey(passphrase: string, salt: Uint8Array = crypto.getRandomValues(new Uint8Array(16)), rounds: number = ROUNDS): Promise<BackupKey> {
  return { base: await crypto.subtle.importKey('raw', await bitsOf(passphrase, salt, rounds), 'HKDF', false, ['deriveKey', 'deriveBits']), salt: new Uint8Array(salt), rounds };
}

/**
 * Seals bytes: a line that says how, then pieces under AES-GCM. A file has a key of its own (HKDF with a random salt), so a piece's place is its nonce, with a mark on the
 * last one: pieces cannot be swapped, left out, cut off or taken from another file.
 */
export async function* sealed(bytes: Bytes, key: BackupKey, size: number = PIECE): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const file = crypto.getRandomValues(new Uint8Array(16));
  const head: SealHead = { format: 'paydirt-sealed', version: 1, cipher: 'AES-256-GCM', piece: size, kdf: 'PBKDF2-SHA-256+HKDF-SHA-256', rounds: key.rounds, salt: bytesToHex(key.salt), file: bytesToHex(file), check: await checkOf(key, file) };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  yield line;
  const own = await fileKey(key, file);
  for await (const { piece, place, isLast } of pieces(bytes, size)) {
    yield new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce(place, isLast), additionalData: line }, own, piece));
  }
}

/** Opens what was sealed. `keyFor` answers the key of a salt and rounds, or null when there is none. Throws BackupUnreadable. */
export async function* unsealed(bytes: Bytes, keyFor: (salt: Uint8Array, rounds: number) => Promise<BackupKey | null>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { head, line, rest } = await readHead(bytes);
  const key = await keyFor(hexToBytes(head.salt), head.rounds);
  if (!key) throw new BackupUnreadable('locked');
  if (await checkOf(key, hexToBytes(head.file)) !== head.check) throw new BackupUnreadable('passphrase');
  const own = await fileKey(key, hexToBytes(head.file));
  for await (const { piece, place, isLast } of pieces(rest, head.piece + TAG)) {
    const open = (last: boolean): Promise<ArrayBuffer | null> => crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce(place, last), additionalData: line }, own, piece).catch(() => null);
    const plain = await open(isLast);
    if (plain) {
      yield new Uint8Array(plain);
      continue;
    }
    // whole, but not the last one: what should follow is missing
    if (isLast && await open(false)) throw new BackupUnreadable('cut');
    throw new BackupUnreadable('changed');
  }
}

/** Are these the first bytes of a sealed file? */
export function isSealed(start: Uint8Array): boolean {
  return new TextDecoder().decode(start.subarray(0, SEALED_START.length)) === SEALED_START;
}

async function readHead(bytes: Bytes): Promise<{ head: SealHead; line: Uint8Array<ArrayBuffer>; rest: Bytes }> {
  const source = bytes[Symbol.asyncIterator]();
  let start = new Uint8Array(0);
  let end = -1;
  while (end < 0) {
    const { value, done } = await source.next();
    if (done || start.length > LONGEST_HEAD) throw new BackupUnreadable('cut');
    start = joined(start, value);
    end = start.indexOf(10);
  }
  const line = start.slice(0, end + 1);
  const head = headOf(new TextDecoder().decode(line));
  async function* rest(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    yield start.slice(end + 1);
    for (;;) {
      const { value, done } = await source.next();
      if (done) return;
      yield value;
    }
  }
  return { head, line, rest: rest() };
}

function headOf(text: string): SealHead {
  let head: Partial<SealHead>;
  try {
    head = JSON.parse(text) as Partial<SealHead>;
  } catch {
    throw new BackupUnreadable('changed');
  }
  if (typeof head.version === 'number' && head.version > 1) throw new BackupUnreadable('newer');
  const isHex = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
  const within = (value: unknown, least: number, most: number): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  if (head.version !== 1 || !isHex(head.salt) || !isHex(head.file) || typeof head.check !== 'string' || !within(head.rounds, 1, MOST_ROUNDS) || !within(head.piece, 1, 16 * PIECE)) throw new BackupUnreadable('changed');
  return head as SealHead;
}

/** Cuts bytes into pieces of this size and tells which one is the last; there is always one, empty when there are no bytes. */
async function* pieces(bytes: Bytes, size: number): AsyncGenerator<{ piece: Uint8Array<ArrayBuffer>; place: number; isLast: boolean }> {
  let held = new Uint8Array(0);
  let place = 0;
  for await (const more of bytes) {
    held = held.length === 0 ? more : joined(held, more);
    // a full piece waits until something comes after it: it may be the last
    while (held.length > size) {
      yield { piece: held.slice(0, size), place: place++, isLast: false };
      held = held.slice(size);
    }
  }
  yield { piece: held, place, isLast: true };
}

function fileKey({ base }: BackupKey, file: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(file), info: new TextEncoder().encode('paydirt backup 1') }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function checkOf({ base }: BackupKey, file: Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(file), info: new TextEncoder().encode('paydirt check 1') }, base, 64)));
}

function nonce(place: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(7, place);
  iv[11] = isLast ? 1 : 0;
  return iv;
}
