import { inspect } from 'node:util';
import { phone } from './phone.ts';
import { bad, coded } from './refused.ts';
import { blank, parts, type Field } from './schema.ts';

type Parts = Record<string, unknown>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const email = /^[^\s@<>",;]+@[^\s@<>"',;.]+(\.[^\s@<>"',;.]+)+$/;

/** Whether a text is a UUID in any case. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

/** An instant as the server answers it (UTC, milliseconds); refuses what is none. */
export function instant(value: unknown, name: string): string {
  const time = typeof value === 'string' && /^\d{4}-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw bad(`Invalid value ${inspect(value)} for date-time field "${name}". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'`);
  return new Date(time).toISOString();
}

/** A UUID in lower case; refuses anything else. */
export function reference(value: unknown, name: string): string {
  if (!isUuid(value)) throw bad(`Invalid UUID value ${inspect(value)} for field "${name}"`);
  return value.toLowerCase();
}

/**
 * What a field holds after `input` was written over `old`; undefined = it stays. A whole composite field sent as null stays,
 * and which missing parts are kept differs from type to type.
 */
export function written(field: Field, input: unknown, old: unknown): unknown {
  const type: string = field.type;
  switch (type) {
    case 'TEXT': return text(input, field.name);
    case 'DATE_TIME': return input === null ? (field.required ? undefined : null) : instant(input, field.name);
    case 'UUID': return input === null ? null : reference(input, field.name);
    case 'NUMBER':
    case 'POSITION': return typeof input === 'number' ? input : undefined;
    case 'SELECT': return choice(field, input);
    case 'ACTOR':
    case 'FILES':
    case 'TS_VECTOR':
    case 'RAW_JSON':
    case 'RELATION': return undefined;
    default: return input === null ? undefined : composite(field, input, (old ?? blank(field)) as Parts);
  }
}

function text(input: unknown, name: string, kind = 'text'): string {
  if (input === null) return '';
  if (typeof input !== 'string') throw bad(`Invalid string value ${inspect(input)} for ${kind} field "${name}"`);
  return input;
}

function choice(field: Field, input: unknown): string | null {
  if (input === null) return null;
  const valid = field.options?.map((option) => option.value) ?? [];
  if (!valid.includes(String(input))) throw bad(`Invalid value ${JSON.stringify(input)} for field "${field.name}". Valid values are: ${valid.join(', ')}`);
  return String(input);
}

function composite(field: Field, input: unknown, old: Parts): Parts {
  if (typeof input !== 'object' || Array.isArray(input)) throw bad(`Invalid object value ${inspect(input)} for field "${field.name}"`);
  const sent = input as Parts;
  const unknown = Object.keys(sent).find((part) => !(part in parts[field.type]!));
  if (unknown !== undefined) throw bad(`Sub field "${unknown}" not found for composite type: ${field.type}`);
  const type: string = field.type;
  switch (type) {
    case 'EMAILS': return emails(field.name, sent, old);
    case 'PHONES': return phones(field.name, sent, old);
    case 'LINKS': return links(field.name, sent);
    case 'RICH_TEXT': return richText(field.name, sent);
    default: return { ...old, ...Object.fromEntries(Object.entries(sent).map(([part, value]) => [part, parts[field.type]![part] === 'TEXT' ? text(value, `${field.name}.${part}`) : value])) };
  }
}

// A missing primary address is wiped, missing additional ones are kept.
function emails(name: string, sent: Parts, old: Parts): Parts {
  const address = (value: unknown, part: string): string => {
    const lower = text(value, `${name}.${part}`, 'email').toLowerCase();
    if (lower !== '' && !email.test(lower)) throw bad(`Invalid string value ${inspect(value)} for email field "${name}.${part}"`);
    return lower;
  };
  const additional = sent['additionalEmails'];
  return {
    primaryEmail: address(sent['primaryEmail'] ?? '', 'primaryEmail'),
    additionalEmails: additional === undefined ? old['additionalEmails'] : list(additional).map((value) => address(value, 'additionalEmails')),
  };
}

// The three parts of the main number go together; the other numbers are kept when they are not sent.
function phones(name: string, sent: Parts, old: Parts): Parts {
  const part = (from: Parts, key: string): string => text(from[key] ?? '', `${name}.${key}`);
  const mainSent = ['primaryPhoneNumber', 'primaryPhoneCountryCode', 'primaryPhoneCallingCode'].some((key) => key in sent);
  const main = mainSent ? phone({ number: part(sent, 'primaryPhoneNumber'), country: part(sent, 'primaryPhoneCountryCode'), calling: part(sent, 'primaryPhoneCallingCode') }) : undefined;
  const others = 'additionalPhones' in sent
    ? list(sent['additionalPhones']).map((value) => {
        const found = phone({ number: part(value as Parts, 'number'), country: part(value as Parts, 'countryCode'), calling: part(value as Parts, 'callingCode') });
        return { number: found.number, callingCode: found.calling, countryCode: found.country };
      })
    : old['additionalPhones'];
  return { ...old, ...(main ? { primaryPhoneNumber: main.number, primaryPhoneCountryCode: main.country, primaryPhoneCallingCode: main.calling } : {}), additionalPhones: others };
}

// A link field is replaced whole: what is not sent is gone.
function links(name: string, sent: Parts): Parts {
  return {
    primaryLinkLabel: text(sent['primaryLinkLabel'] ?? '', `${name}.primaryLinkLabel`),
    primaryLinkUrl: link(text(sent['primaryLinkUrl'] ?? '', `${name}.primaryLinkUrl`)),
    secondaryLinks: list(sent['secondaryLinks'] ?? []).map((value) => {
      const other = value as Parts;
      return { url: link(text(other['url'] ?? '', `${name}.secondaryLinks`)), label: text(other['label'] ?? '', `${name}.secondaryLinks`) };
    }),
  };
}

// Host in lower case, one slash at the end cut; path and query stay as they are.
function link(url: string): string {
  if (url === '') return '';
  const match = /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#\s]+\.[^/?#\s.]+)([/?#]\S*)?$/i.exec(url);
  if (!match || !URL.canParse((match[1] ?? 'https://') + match[2])) throw coded('The URL of the link is not valid', 'INVALID_URL');
  return ((match[1] ?? '').toLowerCase() + match[2]!.toLowerCase() + (match[3] ?? '')).replace(/\/$/, '');
}

function richText(name: string, sent: Parts): Parts {
  const markdown = text(sent['markdown'] ?? '', `${name}.markdown`);
  const block = { type: 'paragraph', props: {}, content: [{ type: 'text', text: markdown, styles: {} }], children: [] };
  return { blocknote: markdown === '' ? (sent['blocknote'] ?? null) : JSON.stringify([block]), markdown };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
