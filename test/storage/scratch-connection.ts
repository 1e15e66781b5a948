import type { Account } from '../../src/domain/account.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import type { Connection } from '../../src/domain/sync/connection.ts';
import { proposedMapping } from '../../src/domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind, Values } from '../../src/domain/sync/record.ts';
import { syncStore } from '../../src/storage/sync.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import type { Book, LinkRow } from '../../src/storage/database.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

export const keyOf = (address: string): string => (address.includes('linkedin.com/in/') ? `linkedin:in/${address.split('/in/')[1]!.replace(/\/$/, '')}` : `web:${new URL(address).host}`);

export const connection: Connection = {
  id: 'c1', connector: 'demo', label: 'Demo CRM', origin: 'https://crm.example', settings: {}, known: {}, bringIn: 'ours', who: 'Rae Rep', where: 'Demo', todo: '', createdAt: 1,
  mapping: proposedMapping({
    account: { name: 'name', domain: 'site' },
    prospect: { firstName: 'first', lastName: 'last', title: 'job', emails: 'mails', linkedin: 'li', account: 'companyId', stage: 'stage' },
    note: { text: 'body', prospect: 'personId' },
  }),
};

/** A book with one connection and nobody in it. */
export async function connectedBook(): Promise<Book> {
  const book = scratchBook();
  await writeSetting(book, 'connections', [connection]);
  return book;
}

/** Saves a fictional person as the rep's hand would; their mark is made by the write. */
export async function addPerson(book: Book, id: string, name: string, more: { title?: string; emails?: string[]; keys?: string[]; accountId?: string } = {}): Promise<void> {
  const field = <T extends string | string[]>(value: T): { value: T; source: { kind: 'hand'; name: string }; at: number } => ({ value, source: { kind: 'hand', name: 'rep' }, at: 100 });
  const row: Prospect = {
    id, kind: 'prospect', keys: (more.keys ?? []) as Prospect['keys'], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 100, updatedAt: 100, ...(more.accountId ? { accountId: more.accountId } : {}),
    fields: { name: field(name), ...(more.title ? { title: field(more.title) } : {}), ...(more.emails ? { emails: field(more.emails) } : {}) },
  };
  await write(book, changeAt(100), async (door) => door.put('prospect', row));
}

export async function addAccount(book: Book, id: string, name: string): Promise<void> {
  const row: Account = { id, keys: [], suggestions: {}, tags: [], createdAt: 100, updatedAt: 100, fields: { name: { value: name, source: { kind: 'hand', name: 'rep' }, at: 100 } } };
  await write(book, changeAt(100), async (door) => door.put('account', row));
}

/** Links a row with a record of the CRM and takes its mark away, as a sync leaves it. */
export async function link(book: Book, kind: SyncKind, id: string, more: Partial<LinkRow> = {}): Promise<void> {
  await book.links.put({ connection: 'c1', kind, id, key: `key-${id}`, remoteId: `r-${id}`, state: 'linked', base: { ours: {}, theirs: {} }, at: 50, open: more.conflicts || more.question ? 1 : 0, ...more });
  await book.outbox.delete(['c1', kind, id]);
}

/** A record of the CRM that a pull has seen and that nothing is linked with. */
export async function seen(book: Book, remoteId: string, keys: string[], fields: Values, kind: SyncKind = 'prospect'): Promise<void> {
  const record: RemoteRecord = { id: remoteId, key: null, at: 60, deleted: false, fields };
  await syncStore(book, connection, () => changeAt(60), keyOf).transact((tx) => tx.setSeen([{ kind, remoteId, keys, record }]));
}
