import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { emailKey } from './identity.ts';
import type { Suppression } from './privacy.ts';
import type { Prospect } from './prospect.ts';

/** What a suppression's `hash` looks like: the salt of the book that made it, then the hash, both hexadecimal. */
export const SUPPRESSION_HASH = /^[0-9a-f]{32}\$[0-9a-f]{64}$/;

/** Keys that say nothing about somebody who comes again: made by us, or shared by many. */
const OF_NOBODY = /^(hand|company|domain):/;

type Identified = Pick<Prospect, 'keys'> & { fields?: { emails?: { value: string[] }; phones?: { value: string[] } } };

/** The hash of an identity with a book's salt. It holds its salt, so that hashes of several books can lie in one table and be compared. */
export function suppressionHash(salt: string, identity: string): string {
  return `${salt}$${bytesToHex(sha256(utf8ToBytes(`${salt} ${identity}`)))}`;
}

/** The salt that a hash was made with. */
export function saltOf(hash: string): string {
  return hash.slice(0, hash.indexOf('$'));
}

/** What of a person is kept as hashes when they are not to come again: profiles and mail addresses. A telephone may be a whole company's. */
export function identitiesOf({ keys, fields }: Identified): string[] {
  return [...new Set<string>([...keys.filter((key) => !OF_NOBODY.test(key)), ...(fields?.emails?.value ?? []).map(emailKey).filter((key) => key !== null)])];
}

/** All by which a list may mean a person: their identities, their telephones, and the domains of their mail addresses. */
export function spellingsOf(person: Identified): string[] {
  const own = identitiesOf(person);
  const domains = own.flatMap((key) => (key.startsWith('email:') ? mailDomains(key) : []));
  return [...new Set([...own, ...(person.fields?.phones?.value ?? []).map(phoneKey).filter((key) => key !== null), ...domains])];
}

/** `phone:` and the digits of a telephone number, with the + of an international one; null when it is too short or too long for one. */
export function phoneKey(text: string): `phone:${string}` | null {
  const plain = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '').replace(/^00/, '+');
  return /^\+?\d{7,15}$/.test(plain) ? `phone:${plain}` : null;
}

/** The identities of a person's record in a CRM. */
export function recordIdentities(connection: string, { key, remoteId }: { key?: string | null; remoteId?: string | null }): string[] {
  return [...key ? [`key:${key}`] : [], ...remoteId ? [`record:${connection} ${remoteId}`] : []];
}

/** Of several suppressions the one that counts: who was erased is refused, whatever else is known. */
export function weightiest(found: readonly (Suppression | undefined)[]): Suppression | undefined {
  const all = found.filter((one) => one !== undefined);
  return all.find(({ reason }) => reason === 'erased') ?? all[0];
}

/** The host of a mail address and those above it, down to two labels. */
function mailDomains(key: string): string[] {
  const labels = key.slice(key.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, -1).map((_label, at) => `domain:${labels.slice(at).join('.')}`);
}
