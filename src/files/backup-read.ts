import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isSealed, SEALED_START, unsealed, type BackupKey } from './backup-seal.ts';
import { BackupUnreadable } from './backup-unreadable.ts';
import { MANIFEST } from './backup-write.ts';
import { BOOK_LIMITS, BOOK_VERSION } from './book-json.ts';
import { gunzipped, peeked, type Bytes } from './byte-stream.ts';

/** One thing of a backup, in the order of the file: a value that stands beside the tables, or some rows of a table, as parsed and not yet checked. */
export type BackupPart = { name: string; value: unknown } | { table: string; rows: unknown[] };

/** Rows in one part: few enough that working through them does not hold up a panel. */
const PART = 250;
/** Characters in one line; a row is far shorter. */
const LONGEST = 8_000_000;

/** The text of a backup, whether it was squeezed, sealed, both or neither. `keyFor` answers the key of a salt, or null when there is none. Throws BackupUnreadable. */
export async function* openBackup(bytes: Bytes, keyFor: (salt: Uint8Array, rounds: number) => Promise<BackupKey | null>): AsyncGenerator<string> {
  const outer = await peeked(bytes, SEALED_START.length);
  const inner = isSealed(outer.head) ? await peeked(unsealed(outer.all, keyFor), 2) : outer;
  const isSqueezed = inner.head[0] === 0x1f && inner.head[1] === 0x8b;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of isSqueezed ? gunzipped(inner.all) : inner.all) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    // a file that the disk does not give says so itself; gzip and UTF-8 say no more than that something is wrong
    throw error instanceof BackupUnreadable || error instanceof DOMException ? error : new BackupUnreadable(isSqueezed ? 'changed' : 'foreign');
  }
}

/**
 * Reads the text of a backup (or of an exported book, which has no manifest) line by line: of any size in little memory. The end is reached only when everything is as it was
 * written; else it throws BackupUnreadable, and what was read until then is not to be kept. Answers the digest of the manifest, '' without one.
 */
export async function* readParts(text: AsyncIterable<string>, limits: typeof BOOK_LIMITS = BOOK_LIMITS): AsyncGenerator<BackupPart, { digest: string }> {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const found: { [table: string]: number } = {};
  let digest = '';
  let rows: unknown[] = [];
  let table: string | undefined;
  let state: 'start' | 'head' | 'body' | 'end' = 'start';
  for await (const line of lines(text)) {
    if (state === 'end') {
      if (line !== '') throw new BackupUnreadable('changed');
      continue;
    }
    const bare = line.endsWith(',') ? line.slice(0, -1) : line;
    const isManifest = table === undefined && line.startsWith(`"${MANIFEST}": `);
    if (isManifest) {
      digest = bytesToHex(hash.digest());
      checkManifest(parsed(bare.slice(MANIFEST.length + 4)), digest, found);
      continue;
    }
    if (digest === '') hash.update(encoder.encode(`${line}\n`));
    if (state === 'start') {
      if (line.replace('\ufeff', '') !== '{') throw new BackupUnreadable('foreign');
      state = 'head';
    } else if (table !== undefined && (bare === ']')) {
      if (rows.length > 0) yield { table, rows };
      rows = [];
      table = undefined;
    } else if (table !== undefined) {
      const many = (found[table] ?? 0) + 1;
      found[table] = many;
      if (many > limits.rows) throw new BackupUnreadable('foreign');
      rows.push(parsed(bare));
      if (rows.length < PART) continue;
      yield { table, rows };
      rows = [];
    } else if (bare === '}') {
      state = 'end';
    } else {
      const [, quoted, rest] = /^("(?:[^"\\]|\\.)*"): (.*)$/s.exec(bare) ?? [];
      if (quoted === undefined || rest === undefined) throw new BackupUnreadable(state === 'head' ? 'foreign' : 'changed');
      const name = parsed(quoted) as string;
      if (state === 'head') checkFormat(name, rest);
      state = 'body';
      if (name === 'version') checkVersion(parsed(rest));
      if (rest === '[') table = name;
      else if (rest !== '[]') yield { name, value: parsed(rest) };
    }
  }
  if (state === 'start') throw new BackupUnreadable('foreign');
  if (state !== 'end') throw new BackupUnreadable('cut');
  return { digest };
}

function checkFormat(name: string, value: string): void {
  if (name !== 'format' || value !== '"paydirt-book"') throw new BackupUnreadable('foreign');
}

function checkVersion(version: unknown): void {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new BackupUnreadable('foreign');
  if (version > BOOK_VERSION) throw new BackupUnreadable('newer');
}

function checkManifest(manifest: unknown, digest: string, found: { [table: string]: number }): void {
  const { sha256: promised, rows } = (manifest ?? {}) as { sha256?: unknown; rows?: { [table: string]: number } };
  if (promised !== digest) throw new BackupUnreadable('changed');
  for (const [table, many] of Object.entries(rows ?? {})) if ((found[table] ?? 0) !== many) throw new BackupUnreadable('changed');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupUnreadable('changed');
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of text) {
    const all = (held + chunk).split('\n');
    held = all.pop()!;
    if (held.length > LONGEST) throw new BackupUnreadable('foreign');
    yield* all;
  }
  if (held !== '') yield held;
}
