import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A time-ordered UUID (version 7 in form) that is always the same for one time (epoch ms) and text: for rows that follow from others, so that they are never made twice. */
export function derivedId(at: number, text: string): string {
  const time = Math.max(0, Math.trunc(at)).toString(16).padStart(12, '0').slice(-12);
  const hex = bytesToHex(sha256(utf8ToBytes(text)));
  const variant = '89ab'[Number.parseInt(hex[3]!, 16) & 3]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
