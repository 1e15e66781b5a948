import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import type { DoNotContactReason } from '../domain/do-not-contact.ts';
import type { Suppression } from '../domain/privacy.ts';
import { saltOf, suppressionHash, weightiest } from '../domain/suppression.ts';
import type { Book } from './database.ts';
import type { Door } from './write.ts';

/** Why an identity is not to come (again). `why` is one of the rep's own words for do-not-contact, never free text. */
export interface SuppressionReason {
  reason: Suppression['reason'];
  why?: DoNotContactReason;
}

/**
 * The suppression of somebody with one of these identities (`spellingsOf`), or undefined: `erased` = not to be captured,
 * `do-not-contact` = comes with the flag. For one person; many are asked with `readSuppressed`.
 */
export async function suppressionOf(book: Book, identities: readonly string[]): Promise<Suppression | undefined> {
  if (identities.length === 0) return undefined;
  const salts = await saltsOf(book);
  return salts.length === 0 ? undefined : weightiest(await book.suppressions.bulkGet(salts.flatMap((salt) => identities.map((one) => suppressionHash(salt, one)))));
}

/** The same for many people: all hashes are loaded once, and the answer needs no database. */
export async function readSuppressed(book: Book): Promise<(identities: readonly string[]) => Suppression | undefined> {
  const rows = new Map((await book.suppressions.toArray()).map((row) => [row.hash, row]));
  const salts = [...new Set([...rows.keys()].map(saltOf))];
  // colleagues share a domain: it is hashed once
  const domains = new Map<string, (Suppression | undefined)[]>();
  const found = (one: string): (Suppression | undefined)[] => {
    if (!one.startsWith('domain:')) return salts.map((salt) => rows.get(suppressionHash(salt, one)));
    const known = domains.get(one) ?? salts.map((salt) => rows.get(suppressionHash(salt, one)));
    domains.set(one, known);
    return known;
  };
  return (identities) => (rows.size === 0 ? undefined : weightiest(identities.flatMap(found)));
}

/** Which of these identities, some hundreds of them, are suppressed. */
export async function suppressedAmong(book: Book, identities: readonly string[]): Promise<Set<string>> {
  const salts = await saltsOf(book);
  const rows = await Promise.all(salts.map((salt) => book.suppressions.bulkGet(identities.map((one) => suppressionHash(salt, one)))));
  return new Set(identities.filter((_one, at) => rows.some((mine) => mine[at] !== undefined)));
}

/** Salts of books without any hash yet, by the write that makes the first ones. */
const begun = new WeakMap<Door, string>();

/**
 * Suppresses identities inside a write, all in one go: history and undo as for any row. What is suppressed stays as it is, but for
 * do-not-contact of somebody who is erased now. `isPending` names hashes that this write has put already.
 */
export async function suppress(book: Book, door: Door, identities: readonly string[], why: SuppressionReason, isPending: (hash: string) => boolean = () => false): Promise<void> {
  if (identities.length === 0) return;
  let salts = await saltsOf(book);
  if (salts.length === 0) salts = [begun.get(door) ?? bytesToHex(randomBytes(16))];
  begun.set(door, salts[0]!);
  const hashes = [...new Set(identities)].map((identity) => salts.map((salt) => suppressionHash(salt, identity)));
  const stored = new Map((await book.suppressions.bulkGet(hashes.flat())).flatMap((row) => (row ? [[row.hash, row] as const] : [])));
  for (const mine of hashes) {
    const known = mine.map((hash) => stored.get(hash)).find((row) => row !== undefined);
    if (mine.some(isPending) || known?.reason === 'erased' || known?.reason === why.reason) continue;
    door.put('suppression', { ...known ?? { hash: mine[0]! }, at: door.change.at, ...why });
  }
}

/** Takes suppressions of these identities away inside a write; only those with this reason when one is given. */
export async function unsuppress(book: Book, door: Door, identities: readonly string[], reason?: Suppression['reason']): Promise<number> {
  const salts = await saltsOf(book);
  const found = (await book.suppressions.bulkGet(salts.flatMap((salt) => identities.map((one) => suppressionHash(salt, one))))).filter((one) => one !== undefined && (reason === undefined || one.reason === reason));
  for (const one of found) await door.remove('suppression', one!.hash);
  return found.length;
}

/** The salts of all hashes in the book, its own first: a book that took another's in has several. */
export async function saltsOf(book: Book): Promise<string[]> {
  const salts: string[] = [];
  for (let next = await book.suppressions.orderBy('hash').first(); next; next = await book.suppressions.where('hash').above(`${salts.at(-1)}%`).first()) salts.push(saltOf(next.hash));
  return salts;
}
