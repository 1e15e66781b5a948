import type { Account, AccountField } from '../domain/account.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Field, FieldValue } from '../domain/provenance.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Everything an account's page shows. */
export interface AccountView {
  account: Account;
  people: Prospect[];
  history: HistoryEntry[];
}

/** Reads one account with its people (best fit first) and the last 200 changes; undefined when there is none. */
export async function readAccount(book: Book, id: string): Promise<AccountView | undefined> {
  const account = await book.accounts.get(id);
  if (!account) return undefined;
  const [people, history] = await Promise.all([
    book.prospects.where('accountId').equals(id).toArray(),
    book.history.where('subject').equals(id).reverse().limit(200).toArray(),
  ]);
  return { account, history, people: people.toSorted((a, b) => (b.fit?.fit ?? -1) - (a.fit?.fit ?? -1)) };
}

/** One line of the accounts list. */
export interface AccountRow {
  id: string;
  name: string;
  domain: string;
  industry: string;
  location: string;
  people: number;
}

/** All accounts with the number of their people, by name. */
export async function listAccounts(book: Book): Promise<AccountRow[]> {
  const [accounts, owners] = await Promise.all([book.accounts.toArray(), book.prospects.orderBy('accountId').keys()]);
  const people = new Map<string, number>();
  for (const owner of owners as string[]) people.set(owner, (people.get(owner) ?? 0) + 1);
  return accounts.map(({ id, fields }) => ({
    id, name: fields.name?.value ?? '', domain: fields.domain?.value ?? '', industry: fields.industry?.value ?? '', location: fields.location?.value ?? '', people: people.get(id) ?? 0,
  })).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Sets a field of an account by hand; '' or [] empties it. The hand edit settles any suggestion for it. */
export function setAccountField(book: Book, id: string, name: AccountField, value: FieldValue, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const account = await door.get('account', id);
    if (!account) return;
    const { [name]: _old, ...fields } = account.fields;
    const { [name]: _offer, ...suggestions } = account.suggestions;
    const field: Field = { value, source: { kind: 'hand', name: 'rep' }, at: change.at };
    const empty = value === '' || (Array.isArray(value) && value.length === 0);
    door.put('account', { ...account, suggestions, fields: empty ? fields : { ...fields, [name]: field }, updatedAt: change.at });
  });
}
