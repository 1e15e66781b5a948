import { wordsOf } from '../word.ts';

/**
 * Numbers that a list keeps of each person, so that who may be the same as somebody is found without reading 100,000 rows. 0 = nothing known. A number
 * of a text is no proof: two texts may share one.
 */

/** The last eight digits of a telephone number, whatever was put before them; 0 when there are not seven. */
export function phoneMark(phone: string | undefined): number {
  const digits = (phone ?? '').replace(/(?:ext|x|durchwahl)\.?\s*\d+\s*$/i, '').replace(/\D/g, '');
  return digits.length < 7 ? 0 : Number(digits.slice(-8));
}

/** The number of a picture's address without what only asks for a size. */
export function pictureMark(address: string | undefined): number {
  const bare = pictureOf(address);
  return bare === '' ? 0 : hash(bare);
}

/** A picture's address as it is compared: without scheme, query and hash. */
export function pictureOf(address: string | undefined): string {
  return (address ?? '').replace(/^https?:\/\//i, '').replace(/[?#].*$/s, '');
}

/** The number that holds these companies: see `mayHold`. */
export function companiesMark(names: readonly string[]): number {
  return holding(names.map(firstWord).filter(Boolean));
}

/** The number that holds these web addresses: see `mayHold`. */
export function addressesMark(addresses: readonly string[]): number {
  return holding(addresses.map(bareAddress).filter(Boolean));
}

/** An address without what does not tell two apart. */
export function bareAddress(address: string): string {
  return address.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^(?:www|m|mobile|[a-z]{2}(?=\.linkedin\.))\./, '').replace(/[?#].*$/s, '').replace(/\/+$/, '');
}

/** May two of these numbers hold something in common? Never no when they do; yes by chance now and then. */
export function mayShare(a: number, b: number): boolean {
  return a !== 0 && b !== 0 && (a % HALF & b % HALF) !== 0 && (Math.floor(a / HALF) & Math.floor(b / HALF)) !== 0;
}

const BITS = 26;
const HALF = 2 ** BITS;

/** Each text is a bit in each half of the number. */
function holding(texts: readonly string[]): number {
  let [low, high] = [0, 0];
  for (const text of texts) {
    const number = hash(text);
    low |= 1 << number % BITS;
    high |= 1 << Math.floor(number / BITS) % BITS;
  }
  return high * HALF + low;
}

function firstWord(company: string): string {
  return wordsOf(company.slice(0, 100)).find((word) => word.length > 1 && word !== 'the') ?? '';
}

/** A whole number below 2^52. */
function hash(text: string): number {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x5bd1e995) ^ (b >>> 15);
  }
  return (b >>> 6) * HALF + ((a ^ (a >>> 15)) >>> 6) || 1;
}
