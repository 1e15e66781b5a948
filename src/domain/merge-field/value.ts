import type { Account } from '../account.ts';
import { offered } from '../contact-point.ts';
import { firstName } from '../first-name.ts';
import { nameParts } from '../name.ts';
import type { Persona } from '../persona.ts';
import { plainLine, plainText } from '../plain-text.ts';
import type { Prospect } from '../prospect.ts';
import { openSignals } from '../signal.ts';
import { spokenCompany } from './spoken-company.ts';

/** Who writes: as the rep wants to be named, and what stands below a message. */
export interface Rep {
  name: string;
  company: string;
  signature: string;
}

/** All that may be filled into a template for one person. `fills` are values that the rep typed for this one message, by field name; they win. */
export interface MergeSource {
  prospect: Pick<Prospect, 'fields'> & Partial<Prospect>;
  account?: Pick<Account, 'fields' | 'custom'> | undefined;
  persona?: Pick<Persona, 'challenges' | 'help'> | undefined;
  rep?: Partial<Rep> | undefined;
  fills?: { [field: string]: string } | undefined;
}

const LONGEST = 500;
const LONGEST_SIGNATURE = 2_000;

const VALUES = {
  first_name: ({ prospect }) => custom(prospect, 'first name') ?? firstName(prospect.fields.name?.value ?? ''),
  last_name: ({ prospect }) => custom(prospect, 'last name') ?? (firstName(prospect.fields.name?.value ?? '') === null ? null : nameParts(prospect.fields.name!.value).family),
  full_name: ({ prospect }) => (prospect.fields.name ? nameParts(prospect.fields.name.value).display : null),
  title: ({ prospect }) => prospect.fields.title?.value,
  headline: ({ prospect }) => prospect.fields.headline?.value,
  company: ({ prospect, account }) => spokenCompany(prospect.fields.company?.value ?? account?.fields.name?.value ?? ''),
  company_full: ({ prospect, account }) => account?.fields.name?.value ?? prospect.fields.company?.value,
  company_industry: ({ account, prospect }) => account?.fields.industry?.value ?? prospect.fields.industry?.value,
  company_size: ({ account }) => account?.fields.size?.value,
  company_location: ({ account }) => account?.fields.location?.value,
  company_domain: ({ account }) => account?.fields.domain?.value,
  location: ({ prospect }) => prospect.fields.location?.value,
  school: ({ prospect }) => prospect.fields.school?.value,
  email: ({ prospect }) => offered(prospect, 'emails'),
  phone: ({ prospect }) => offered(prospect, 'phones'),
  referred_by: ({ prospect }) => prospect.referredBy?.name,
  signal: ({ prospect }) => openSignals(prospect).find(({ to }) => to)?.to,
  challenge: ({ persona }) => persona?.challenges[0],
  help: ({ persona }) => persona?.help[0],
  my_name: ({ rep }) => rep?.name,
  my_first_name: ({ rep }) => rep?.name?.trim().split(/\s+/)[0],
  my_company: ({ rep }) => rep?.company,
  signature: ({ rep }) => rep?.signature,
} satisfies { [name: string]: (source: MergeSource) => string | null | undefined };

/** The fields of a template beside `line` (the personal line) and the rep's own (`custom.<name>`), in the order they are offered. */
export const MERGE_FIELDS = Object.keys(VALUES) as (keyof typeof VALUES)[];

/** Is this the name of a field? A field of the rep's own may have any name. */
export function isMergeField(name: string): boolean {
  return name === 'line' || Object.hasOwn(VALUES, name) || customField(name) !== null;
}

/** The name of the rep's own field that a merge field names; null when it names none. */
export function customField(name: string): string | null {
  return name.startsWith('custom.') && name.length > 'custom.'.length ? name.slice('custom.'.length) : null;
}

/** What a field is for this person, as text that may leave in a message; null when that is not known (or not certain). */
export function valueOf(name: string, source: MergeSource): string | null {
  const typed = source.fills && Object.hasOwn(source.fills, name) ? source.fills[name] : undefined;
  const own = customField(name);
  const found = typed?.trim() ? typed : own !== null ? custom(source.prospect, own) ?? custom(source.account, own) : Object.hasOwn(VALUES, name) ? VALUES[name as keyof typeof VALUES](source) : null;
  if (typeof found !== 'string') return null;
  return (name === 'signature' ? plainText(found, LONGEST_SIGNATURE) : plainLine(found, LONGEST)) || null;
}

function custom(row: { custom?: Prospect['custom'] } | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(row?.custom ?? {}).find(([one]) => one.toLowerCase() === wanted)?.[1]?.value;
}
