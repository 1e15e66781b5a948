import { entryKey } from '../domain/sync/value.ts';
import type { Wanted } from './connector.ts';

/** What a record of a CRM shows of who it is. */
export interface Shown {
  key: string | null;
  emails?: readonly string[];
  linkedin?: string | null;
  website?: string | null;
  name?: string | null;
  /** The CRM's id of the person that a note or task hangs on. */
  prospect?: string | null;
  text?: string | null;
}

/** The host of a web address or a domain, without "www.". */
export function hostOf(address: string): string {
  return entryKey('link', address).split(/[/?#:]/)[0]!;
}

/** Is this record one of those that were looked for? */
export function meets(wanted: Wanted, shown: Shown): boolean {
  const emails = (shown.emails ?? []).map((one) => entryKey('emails', one));
  const domain = wanted.domain ? hostOf(wanted.domain) : '';
  return shown.key === wanted.key
    || (wanted.emails ?? []).some((one) => emails.includes(entryKey('emails', one)))
    || (!!wanted.linkedin && !!shown.linkedin && entryKey('link', wanted.linkedin) === entryKey('link', shown.linkedin))
    || (domain !== '' && ((!!shown.website && hostOf(shown.website) === domain) || emails.some((one) => one.endsWith(`@${domain}`))))
    || (!!wanted.name && !!shown.name && entryKey('text', wanted.name).toLowerCase() === entryKey('text', shown.name).toLowerCase())
    || (!!wanted.prospect && wanted.prospect === shown.prospect && !!wanted.name && entryKey('text', wanted.name) === entryKey('text', shown.text ?? ''));
}
