import { companyNameKey } from '../account.ts';
import { companyDomain, domainKey } from '../company-domain.ts';
import { emailKey } from '../identity.ts';
import { externalKey } from './key.ts';
import type { Local } from './link.ts';
import type { RemoteRecord, SyncKind, Values } from './record.ts';

/** What makes an address an identity: the sites' own rules, as a parameter. */
export type KeyOf = (address: string) => string | null;

/** The identities that a CRM's record shows (values under our names), the strongest first: profile, company domain, e-mails, company name. */
export function keysOfValues(kind: SyncKind, values: Values, keyOf: KeyOf): string[] {
  if (kind !== 'account' && kind !== 'prospect') return [];
  const text = (field: string): string => (typeof values[field] === 'string' ? values[field] : '');
  const list = (field: string): string[] => (Array.isArray(values[field]) ? values[field] : []);
  const profile = text('linkedin') ? keyOf(text('linkedin')) : null;
  const keys: (string | null)[] = [profile && !profile.startsWith('web:') ? profile : null];
  if (kind === 'account') {
    const domain = text('domain') ? companyDomain(text('domain')) : null;
    keys.push(domain ? domainKey(domain) : null, companyNameKey(text('name')));
  } else {
    const site = text('website') ? keyOf(text('website')) : null;
    keys.push(site && !site.startsWith('web:') ? site : null, ...list('emails').map(emailKey));
  }
  return [...new Set(keys.filter((key) => key !== null))];
}

/** Is equality of this identity enough to take two records for one? A mailbox can be shared and a company's name borne by two: those need the name to agree. */
export function isExact(key: string): boolean {
  return !key.startsWith('email:') && !key.startsWith('company:');
}

/** Can these two be names of one person? Yes when one says nothing, or when a whole word of one is a word of the other. */
export function namesAgree(a: Values, b: Values): boolean {
  const [mine, other] = [wordsOf(a), wordsOf(b)];
  return mine.size === 0 || other.size === 0 || [...mine].some((word) => other.has(word));
}

/** Is this record of the CRM our row? `values` are the record's under our names, `keys` its identities. `possible` = the rep has to say. */
export function matchOf(kind: SyncKind, local: Local, record: RemoteRecord, values: Values, keys: string[], keyOf: KeyOf): 'same' | 'possible' | 'no' {
  const mine = new Set([...local.keys, ...keysOfValues(kind, local.values, keyOf)]);
  const common = keys.filter((key) => mine.has(key));
  if (record.key !== null && record.key === externalKey(local.keys, local.id)) return 'same';
  if (common.length === 0) return 'no';
  if (common.some(isExact)) return 'same';
  // a company of the same name is the same when nothing else tells them apart; a mailbox of two names may be shared
  if (kind === 'account') return keys.some((key) => isExact(key) && !mine.has(key)) && [...mine].some(isExact) ? 'possible' : 'same';
  return namesAgree(local.values, values) ? 'same' : 'possible';
}

function wordsOf(values: Values): Set<string> {
  const text = [values['firstName'], values['lastName'], values['name']].filter((one) => typeof one === 'string').join(' ');
  return new Set(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1));
}
