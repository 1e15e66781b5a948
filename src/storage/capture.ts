import { companyFieldsOf, fieldsOf, accountFieldsOf, keysOf, refresh, type Edits } from '../domain/capture.ts';
import type { Account, AccountFields } from '../domain/account.ts';
import { companyNameKey } from '../domain/account.ts';
import { companyDomain, domainKey } from '../domain/company-domain.ts';
import { isSavable, type Draft } from '../domain/draft.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { ProfileKey } from '../domain/identity.ts';
import { leadSourceOf } from '../domain/lead-source.ts';
import type { Suppression } from '../domain/privacy.ts';
import { PROSPECT_FIELDS, type Prospect, type ProspectFields } from '../domain/prospect.ts';
import { spellingsOf } from '../domain/suppression.ts';
import type { Book } from './database.ts';
import { suppressionOf } from './suppression.ts';
import { write, type Change, type Door } from './write.ts';

/** What a save did: the row it opened or made, and whether it is new. `others` are further owners of the page's keys: possible duplicates, only suggested. */
export interface Saved {
  entity: 'prospect' | 'account';
  id: string;
  isNew: boolean;
  others: string[];
}

/** What saving needs from outside: ids, and how an address becomes an identity. */
export interface Means {
  newId(): string;
  keyOf(address: string): ProfileKey | null;
}

/**
 * Saves the person (with the account) or the company of a draft. The same identity again, from any spelling, opens the one
 * that exists: empty fields are filled, different ones become suggestions. Fails with `page-unreadable` when the draft may
 * not be saved: no name, or a page that contradicts its address; with `erased` when the rep has erased this person.
 */
export async function saveDraft(book: Book, draft: Draft, edits: Edits, change: Change, means: Means): Promise<Result<Saved>> {
  const named = typeof edits.name === 'string' ? edits.name.trim() !== '' : !!draft.fields.name;
  if (!isSavable(draft) && !(named && draft.agrees !== 'no' && draft.keys.length > 0)) {
    return fail('page-unreadable', draft.agrees === 'no' ? 'This page shows somebody else than its address says. Wait for it to load, or reload it, then save.' : 'There is no name to save. Type the name, then save.');
  }
  const barred = draft.page === 'company' ? undefined : await refusal(book, draft, edits);
  if (barred) return fail('erased');
  return ok(await write(book, change, (door) => (draft.page === 'company' ? saveCompany(door, draft, edits, means) : savePerson(door, draft, edits, means))));
}

/** What is suppressed of a page's person, with what the rep typed: erased, do-not-contact, or nothing. */
export function suppressionOfDraft(book: Book, draft: Pick<Draft, 'keys' | 'fields'>, edits: Edits = {}): Promise<Suppression | undefined> {
  const [emails, phones] = (['emails', 'phones'] as const).map((name) => edits[name] ?? draft.fields[name]?.value ?? []) as [string[], string[]];
  return suppressionOf(book, spellingsOf({ keys: draft.keys, fields: { emails: { value: emails }, phones: { value: phones } } }));
}

/** The suppression that keeps this person out; undefined for who may come in, or is here already. */
export async function refusal(book: Book, draft: Pick<Draft, 'keys' | 'fields'>, edits: Edits = {}): Promise<Suppression | undefined> {
  const found = await suppressionOfDraft(book, draft, edits);
  return found?.reason === 'erased' && !(await book.identities.bulkGet(draft.keys)).some((one) => one?.entity === 'prospect') ? found : undefined;
}

async function savePerson(door: Door, draft: Draft, edits: Edits, means: Means): Promise<Saved> {
  const { at } = door.change;
  const fields = fieldsOf(draft, edits, PROSPECT_FIELDS, at);
  const keys = keysOf(draft, fields);
  const owners = await ownersOf(door, draft.keys, 'prospect');
  const found = owners[0] === undefined ? undefined : await door.get('prospect', owners[0]);
  const free = await freeKeys(door, keys, found?.id);
  const accountId = await accountFor(door, draft, fields, means);
  const prospect: Prospect = found
    ? refresh(found, fields as Record<string, never>, free, at)
    : { id: means.newId(), kind: 'prospect', keys: free, fields: fields as ProspectFields, suggestions: {}, stage: 'new', tags: [], lists: [], ...leadSourceOf(draft), createdAt: at, updatedAt: at };
  // somebody who changed companies keeps the old account until the rep takes the new one
  if (accountId && !prospect.accountId) prospect.accountId = accountId;
  door.put('prospect', prospect);
  const byMail = await ownersOf(door, keys.filter((key) => !free.includes(key) && !prospect.keys.includes(key)), 'prospect');
  return { entity: 'prospect', id: prospect.id, isNew: !found, others: [...new Set([...owners.slice(1), ...byMail])].filter((id) => id !== prospect.id) };
}

async function saveCompany(door: Door, draft: Draft, edits: Edits, means: Means): Promise<Saved> {
  const { at } = door.change;
  const fields = companyFieldsOf(draft, edits, at);
  const domain = domainOf(fields, means);
  if (domain && !fields.domain) fields.domain = { value: domain, source: fields.websites!.source, at };
  const { id, isNew } = await accountOf(door, fields, domain ? [...draft.keys, domainKey(domain)] : draft.keys, means);
  return { entity: 'account', id, isNew, others: [] };
}

/** The company's own domain: as the page states it, or of its website when that is no page on a site of many. */
function domainOf(fields: AccountFields, means: Means): string | null {
  if (fields.domain) return companyDomain(fields.domain.value);
  const website = fields.websites?.value.find((one) => means.keyOf(one)?.startsWith('web:'));
  return website ? companyDomain(website) : null;
}

async function accountFor(door: Door, draft: Draft, fields: ReturnType<typeof fieldsOf>, means: Means): Promise<string | undefined> {
  const link = draft.fields.companyUrl?.value;
  const about = accountFieldsOf(draft, fields, link ? means.keyOf(link) : null);
  return about ? (await accountOf(door, about.fields, about.keys.filter((key) => !key.startsWith('company:')), means)).id : undefined;
}

/** The account with one of these keys, or with exactly this shown name and no profile that says otherwise; made when there is none. */
export async function accountOf(door: Pick<Door, 'change' | 'get' | 'ownerOf' | 'put'>, fields: AccountFields, keys: ProfileKey[], means: Pick<Means, 'newId'>): Promise<{ id: string; isNew: boolean }> {
  const { at } = door.change;
  const byName = companyNameKey(fields.name?.value ?? '');
  let owner = (await ownersOf(door, keys, 'account'))[0];
  if (owner === undefined && byName) {
    const named = await door.ownerOf(byName);
    const candidate = named === undefined ? undefined : await door.get('account', named);
    if (candidate && !contradicts(candidate.keys, keys)) owner = candidate.id;
  }
  const found = owner === undefined ? undefined : await door.get('account', owner);
  const free = await freeKeys(door, byName ? [...keys, byName] : keys, found?.id);
  const account: Account = found
    ? refresh(found, fields as Record<string, never>, free, at)
    : { id: means.newId(), keys: free, fields, suggestions: {}, tags: [], createdAt: at, updatedAt: at };
  door.put('account', account);
  return { id: account.id, isNew: !found };
}

/** Two companies of one shown name are two when the same site knows them under two addresses. */
function contradicts(known: ProfileKey[], next: ProfileKey[]): boolean {
  const sites = (keys: ProfileKey[]): Set<string> => new Set(keys.filter((key) => !key.startsWith('company:') && !key.startsWith('web:')).map((key) => key.split('/')[0]!));
  const mine = sites(known);
  return [...sites(next)].some((site) => mine.has(site)) && !next.some((key) => !key.startsWith('company:') && known.includes(key));
}

async function ownersOf(door: Pick<Door, 'get' | 'ownerOf'>, keys: ProfileKey[], entity: 'prospect' | 'account'): Promise<string[]> {
  const owners: string[] = [];
  for (const key of keys) {
    const owner = await door.ownerOf(key);
    if (owner !== undefined && !owners.includes(owner) && await door.get(entity, owner)) owners.push(owner);
  }
  return owners;
}

async function freeKeys(door: Pick<Door, 'ownerOf'>, keys: ProfileKey[], mine: string | undefined): Promise<ProfileKey[]> {
  const free: ProfileKey[] = [];
  for (const key of keys) {
    const owner = await door.ownerOf(key);
    if (owner === undefined || owner === mine) free.push(key);
  }
  return free;
}
