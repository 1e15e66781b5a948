import type { Account } from '../domain/account.ts';
import { companyNameKey } from '../domain/account.ts';
import { grownAccount, type ImportCompany } from '../domain/import-person.ts';
import type { ProfileKey } from '../domain/identity.ts';
import { accountOf } from './capture.ts';
import type { Book } from './database.ts';
import type { KnownOwners } from './known-owner.ts';
import type { Change, Door } from './write.ts';

/** What becomes of the companies of some rows: those that are made, and those that are there and learn something. */
export interface CompanyWork {
  made: Account[];
  known: ImportCompany[];
}

/** The companies of a file: each is found or made once, by the rules of a capture, and not asked of the database for each of its people. */
export interface Companies {
  /** Was this very object placed already? */
  isPlaced(company: ImportCompany): boolean;
  /** The identities by which a company is found. */
  keysOf(company: ImportCompany): ProfileKey[];
  /** The id of the account, once its owners are learned; `work` hears what is to be stored for it. `news`: is it made, or does it learn something? */
  place(company: ImportCompany, work: CompanyWork): Promise<{ id: string; news: 'made' | 'grown' | 'none' }>;
  /** The account as it will stand. */
  get(id: string): Account | undefined;
  /** Who has this key among the companies of the file that are not in the book yet. */
  ownerOf(key: ProfileKey): string | undefined;
  forget(): void;
}

/** Finds and makes the accounts of an import in memory. `isTaken` tells keys that belong to people of the file. */
export function companiesOf(book: Book, owners: KnownOwners, change: Change, newId: () => string, isTaken: (key: ProfileKey) => boolean): Companies {
  let placed = new WeakMap<ImportCompany, string>();
  const rows = new Map<string, Account>();
  const keys = new Map<ProfileKey, string>();
  const keysOf = ({ fields, keys: own }: ImportCompany): ProfileKey[] => {
    const named = companyNameKey(fields.name?.value ?? '');
    return named ? [...own, named] : own;
  };
  const forget = (): void => {
    placed = new WeakMap();
    rows.clear();
    keys.clear();
  };
  return {
    keysOf,
    isPlaced: (company) => placed.has(company),
    place: async (company, work) => {
      const known = placed.get(company);
      if (known !== undefined) return { id: known, news: 'none' };
      let found: Account | undefined;
      let next: Account | undefined;
      const door: Pick<Door, 'change' | 'get' | 'ownerOf' | 'put'> = {
        change,
        get: async (kind, id) => (kind === 'account' ? found = rows.get(id) ?? await book.accounts.get(id) : undefined) as never,
        ownerOf: async (key) => keys.get(key) ?? owners.of(key)?.owner ?? (isTaken(key) ? 'a person of the file' : undefined),
        put: (_kind, row) => { next = row as Account; },
      };
      const { id, isNew } = await accountOf(door, company.fields, company.keys, { newId });
      const account = grownAccount(next!, company, change.at);
      rows.set(id, account);
      for (const key of account.keys) keys.set(key, id);
      const pending = work.made.findIndex((one) => one.id === id);
      if (isNew) work.made.push(account);
      else if (pending >= 0) work.made[pending] = account;
      else if (account !== found) work.known.push(company);
      placed.set(company, id);
      return { id, news: isNew ? 'made' : account === found ? 'none' : 'grown' };
    },
    get: (id) => rows.get(id),
    ownerOf: (key) => keys.get(key),
    forget,
  };
}
