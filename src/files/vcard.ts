import type { Field } from '../domain/provenance.ts';
import { fileText, inChunks, isoTime, type Entry, type NameParts, type ProspectFormat, type Rows } from './format.ts';

/** A prospect as a vCard 4.0 (RFC 6350): lines of at most 75 bytes, each ended by CRLF. */
export function vcardOf({ prospect, account, notes }: Entry, nameParts: NameParts): string {
  const { fields } = prospect;
  const full = fields.name?.value ?? fields.handle?.value ?? fields.emails?.value[0] ?? '';
  const { first = '', last = '' } = nameParts(full);
  const company = fields.company?.value ?? account?.fields.name?.value;
  const many = (name: string, field: Field<string[]> | undefined): string[] => (field?.value ?? []).map((one) => line(name, escaped(one)));
  const links = [...fields.profiles?.value ?? [], ...fields.websites?.value ?? []].filter(isWebAddress);
  return [
    'BEGIN:VCARD\r\n', 'VERSION:4.0\r\n', line('KIND', 'individual'),
    line(isUuid(prospect.id) ? 'UID' : 'UID;VALUE=text', isUuid(prospect.id) ? `urn:uuid:${prospect.id}` : escaped(prospect.id)),
    line('FN', escaped(full)), line('N', `${escaped(last)};${escaped(first)};;;`),
    ...(fields.title ? [line('TITLE', escaped(fields.title.value))] : []),
    ...(company ? [line('ORG', escaped(company))] : []),
    ...many('EMAIL', fields.emails), ...(fields.phones?.value ?? []).map(telephone),
    ...(fields.location ? [line('ADR', `;;;${escaped(fields.location.value)};;;`)] : []),
    ...new Set(links.map((link) => line('URL', link))),
    ...(prospect.tags.length ? [line('CATEGORIES', prospect.tags.map(escaped).join(','))] : []),
    ...notes.toSorted((a, b) => a.createdAt - b.createdAt).map(({ text }) => line('NOTE', escaped(text))),
    ...(prospect.doNotContact ? [line('NOTE', 'Do not contact')] : []),
    line('REV', isoTime(prospect.updatedAt).replace(/[-:]|\.\d+/g, '')),
    'END:VCARD\r\n',
  ].join('');
}

const vcard: ProspectFormat = {
  name: 'vcard',
  extension: 'vcf',
  mediaType: 'text/vcard;charset=utf-8',
  needs: ['account', 'notes'],
  write: (entries, { nameParts }) => inChunks(cards(entries, nameParts)),
};
export default vcard;

async function* cards(entries: Rows<Entry>, nameParts: NameParts): AsyncGenerator<string> {
  for await (const entry of entries) yield vcardOf(entry, nameParts);
}

/** A text value: what has a meaning in a card is escaped, a line break is written as \n. */
function escaped(text: string): string {
  return fileText(text).replace(/[\\,;]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** An international number as the address that it is, any other as text: a `tel:` needs to know whose local number it would be. */
function telephone(typed: string): string {
  const [, number, extension] = /^(\+[\d\s().\-/\u00a0\u2010-\u2015]+?)(?:\s?(?:ext\.?|x|#)\s?(\d{1,6}))?$/i.exec(typed.trim()) ?? [];
  const digits = number?.replace(/\(0\)/g, '').replace(/\D/g, '') ?? '';
  if (digits.length < 7 || digits.length > 15) return line('TEL', escaped(typed));
  return line('TEL;VALUE=uri', `tel:+${digits}${extension ? `;ext=${extension}` : ''}`);
}

/** One property, folded before the 76th byte, never inside a character. */
function line(name: string, value: string): string {
  let folded = '';
  let length = 0;
  for (const char of `${name}:${value}`) {
    const size = byteLength(char);
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += char;
    length += size;
  }
  return `${folded}\r\n`;
}

function byteLength(char: string): number {
  const code = char.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{C}]+$/iu.test(text);
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
