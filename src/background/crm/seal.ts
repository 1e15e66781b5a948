import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { bitsOf, ROUNDS } from '../../files/passphrase.ts';
import type { SecretRow } from '../../storage/database.ts';

export type Sealed = NonNullable<SecretRow['sealed']>;
export type Secrets = { [name: string]: string };

/** A key made of a passphrase, as text: it lies in session storage while the secrets are unlocked, so that new ones can be sealed without asking again. */
export interface SealKey {
  key: string;
  salt: string;
  rounds: number;
}

/** Makes the key of a passphrase. Without a salt it is a new one. */
export async function keyFrom(passphrase: string, salt: Uint8Array = crypto.getRandomValues(new Uint8Array(16)), rounds: number = ROUNDS): Promise<SealKey> {
  return { key: bytesToHex(new Uint8Array(await bitsOf(passphrase, salt, rounds))), salt: bytesToHex(salt), rounds };
}

/** Seals the secrets of one connection: AES-GCM, bound to that connection, with an IV of their own. */
export async function seal(secrets: Secrets, connection: string, key: SealKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: label(connection) }, await aes(key), new TextEncoder().encode(JSON.stringify(secrets)));
  return { salt: hexToBytes(key.salt), iv, data: new Uint8Array(data), rounds: key.rounds };
}

/** What was sealed, or null when the key is another one. */
export async function unseal(sealed: Sealed, connection: string, key: SealKey): Promise<Secrets | null> {
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(sealed.iv), additionalData: label(connection) }, await aes(key), new Uint8Array(sealed.data));
    return JSON.parse(new TextDecoder().decode(text)) as Secrets;
  } catch {
    return null;
  }
}

/** Was this sealed with a key of this salt? */
export function isOfKey(sealed: Sealed, key: SealKey): boolean {
  return bytesToHex(new Uint8Array(sealed.salt)) === key.salt && sealed.rounds === key.rounds;
}

function aes({ key }: SealKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(hexToBytes(key)), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function label(connection: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`paydirt ${connection}`) as Uint8Array<ArrayBuffer>;
}
