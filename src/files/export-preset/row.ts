import { contactPoints, type ContactPoint } from '../../domain/contact-point.ts';
import { emailKey, isHost, webUrl } from '../../domain/identity.ts';
import { mayContact } from '../../domain/do-not-contact.ts';
import { placeOf } from '../../domain/place.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Entry, NameParts } from '../format.ts';
import type { ExportRow } from './preset.ts';

/** What files for other tools say of an entry; what is not known is absent. Each part is found when it is asked for: most files ask for few. */
export function exportRow(entry: Entry, nameParts: NameParts): ExportRow {
  return new Facts(entry, nameParts);
}

/** One object a row and nothing else: with a closure for each part 100,000 rows would be a million objects. */
class Facts implements ExportRow {
  readonly entry: Entry;
  readonly #split: NameParts;
  #parts: ReturnType<NameParts> | undefined;
  #points: ContactPoint[] | undefined;

  constructor(entry: Entry, nameParts: NameParts) {
    this.entry = entry;
    this.#split = nameParts;
  }

  get name(): string {
    return (this.#fields.name?.value ?? '').trim();
  }

  get first(): string | undefined {
    return (this.#parts ??= this.#split(this.name)).first;
  }

  get last(): string | undefined {
    return (this.#parts ??= this.#split(this.name)).last;
  }

  get email(): string | undefined {
    return this.#reached.find(({ field, value }) => field === 'emails' && emailKey(value) !== null)?.value.trim();
  }

  get phone(): string | undefined {
    return this.#reached.find(({ field }) => field === 'phones')?.value.trim();
  }

  get company(): string | undefined {
    return (this.#fields.company?.value ?? this.entry.account?.fields.name?.value)?.trim() || undefined;
  }

  get domain(): string | undefined {
    return this.entry.account?.fields.domain?.value;
  }

  get country(): string | undefined {
    const countries = this.#fields.location ? placeOf(this.#fields.location.value).countries : [];
    return countries.length === 1 ? countries[0] : undefined;
  }

  get linkedin(): string | undefined {
    return this.#fields.profiles?.value.find(isOnLinkedIn);
  }

  get #fields(): Entry['prospect']['fields'] {
    return this.entry.prospect.fields;
  }

  get #reached(): ContactPoint[] {
    return this.#points ??= contactPoints(this.entry.prospect).filter(({ state }) => state !== 'bounced');
  }
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

let english: Intl.DisplayNames | undefined;

/** The English name of the country; tools in other languages know that one too. */
export function countryName({ country }: ExportRow): string | undefined {
  // made once: a big file asks for it in every row
  return country === undefined ? undefined : (english ??= new Intl.DisplayNames('en', { type: 'region' })).of(country);
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
