import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Every key begins with these eight digits, so that a record made by Paydirt is known as such in any CRM. */
export const OUR_MARK = '70617964';

/**
 * The external key of a record: a UUID (version 4 in form, which is what CRMs accept) computed from its strongest identity, so that two
 * devices that save the same person make the same key and a create can be repeated. `fallback` (our own id) serves who has no identity.
 */
export function externalKey(keys: readonly string[], fallback: string): string {
  return uuidOf(strongest(keys) ?? `id:${fallback}`);
}

/** A UUID with our mark that is always the same for the same text. */
export function uuidOf(text: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(text)));
  const variant = '89ab'[Number.parseInt(hex[7]!, 16) & 3]!;
  return `${OUR_MARK}-${hex.slice(0, 4)}-4${hex.slice(4, 7)}-${variant}${hex.slice(8, 11)}-${hex.slice(11, 23)}`;
}

/** Was this key made by Paydirt, on whatever device? */
export function isOurKey(key: string | null | undefined): boolean {
  return !!key && /^70617964-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(key);
}

/** Which kinds of identity are the steadiest and the most widely known; names of companies come last. */
const RANK: readonly RegExp[] = [/^linkedin:(in|company)\//, /^domain:/, /^email:/, /^(xing|x|github|crunchbase):/, /^(?!linkedin:|web:|company:)/, /^linkedin:/, /^web:/, /^company:/];

function strongest(keys: readonly string[]): string | undefined {
  const rank = (key: string): number => RANK.findIndex((pattern) => pattern.test(key));
  return keys.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0];
}
