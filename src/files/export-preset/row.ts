import { contactPoints } from '../../domain/contact-point.ts';
import { emailKey, isHost, webUrl } from '../../domain/identity.ts';
import { mayContact } from '../../domain/do-not-contact.ts';
import { placeOf } from '../../domain/place.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Entry, NameParts } from '../format.ts';
import type { ExportRow } from './preset.ts';

/** What files for other tools say of an entry; what is not known is absent. Each part is found when it is first asked for: most files ask for few. */
export function exportRow(entry: Entry, nameParts: NameParts): ExportRow {
  const { prospect, account } = entry;
  const { fields } = prospect;
  const name = (fields.name?.value ?? '').trim();
  const parts = once(() => nameParts(name));
  const points = once(() => contactPoints(prospect).filter(({ state }) => state !== 'bounced'));
  return {
    entry, name,
    get first() { return parts().first; },
    get last() { return parts().last; },
    get email() { return points().find(({ field, value }) => field === 'emails' && emailKey(value) !== null)?.value.trim(); },
    get phone() { return points().find(({ field }) => field === 'phones')?.value.trim(); },
    get company() { return (fields.company?.value ?? account?.fields.name?.value)?.trim() || undefined; },
    get domain() { return account?.fields.domain?.value; },
    get country() { return theOnly(fields.location ? placeOf(fields.location.value).countries : []); },
    get linkedin() { return fields.profiles?.value.find(isOnLinkedIn); },
  };
}

/** May a file that is made for sending hold this person? Not who asked for nothing, nor who took their consent back. */
export function mayBeSentTo(prospect: Prospect): boolean {
  return mayContact(prospect) && prospect.consent?.state !== 'withdrawn';
}

/** An e-mail address has to be there. */
export function lacksEmail({ email }: ExportRow): 'no-email' | undefined {
  return email === undefined ? 'no-email' : undefined;
}

/** The first and, for who goes by one name alone, the only word as last name: most tools cannot do without that one. */
export function lastName({ name, last }: ExportRow): string {
  return last ?? name;
}

/** The first name, when there is a last one beside it. */
export function firstName({ first, last }: ExportRow): string | undefined {
  return last === undefined ? undefined : first;
}

/** The English name of the country; tools in other languages know that one too. */
export function countryName({ country }: ExportRow): string | undefined {
  return country === undefined ? undefined : new Intl.DisplayNames('en', { type: 'region' }).of(country);
}

/** The address of the company's site. */
export function website({ domain, entry }: ExportRow): string | undefined {
  return entry.account?.fields.websites?.value.find((one) => webUrl(one) !== null) ?? (domain ? `https://${domain}` : undefined);
}

/** Notes in the order they were made. */
export function notesOf({ entry: { notes } }: ExportRow): string {
  return notes.toSorted((a, b) => a.createdAt - b.createdAt).map(({ text }) => text).join('\n\n');
}

function isOnLinkedIn(address: string): boolean {
  const url = webUrl(address);
  return url !== null && isHost(url.hostname, 'linkedin.com');
}

function theOnly<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function once<T>(find: () => T): () => T {
  let found: { value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}
