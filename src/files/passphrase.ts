/** How often a passphrase is hashed: what OWASP asks of PBKDF2 with SHA-256. */
export const ROUNDS = 600_000;

/** The most rounds that a file may ask for: a hostile one must not keep the machine busy for hours. */
export const MOST_ROUNDS = 10_000_000;

/** 256 bits made of a passphrase: PBKDF2 with SHA-256 over its NFC form, so that it is the same typed on any keyboard. */
export async function bitsOf(passphrase: string, salt: Uint8Array, rounds: number): Promise<ArrayBuffer> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds }, base, 256);
}
