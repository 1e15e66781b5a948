import type { Account, AccountFields } from '../domain/account.ts';
import { companyNameKey } from '../domain/account.ts';
import type { ProfileKey } from '../domain/identity.ts';
import { accountOf } from './capture.ts';
import type { Book } from './database.ts';
import type { KnownOwners } from './known-owner.ts';
import type { Change, Door } from './write.ts';

/** A company that a row speaks of. */
export interface Company {
  fields: AccountFields;
  keys: ProfileKey[];
}

/** What becomes of the companies of some rows: those that are made, and those that are there and learn something. */
export interface CompanyWork {
  made: Account[];
  known: Company[];
}

/** The companies of a file: each is found or made once, by the rules of a capture, and not asked of the database for each of its people. */
export interface Companies {
  /** The identities by which a company is found. */
  keysOf(company: Company): ProfileKey[];
  /** The id of the account, once its owners are learned; `work` hears what is to be stored for it. */
  place(company: Company, work: CompanyWork): Promise<string>;
  /** The account as it will stand. */
  get(id: string): Account | undefined;
  /** Who has this key among the companies of the file that are not in the book yet. */
  ownerOf(key: ProfileKey): string | undefined;
  forget(): void;
}

/** Companies that are kept in mind at most. */
const MOST = 200_000;

/** Finds and makes the accounts of an import in memory. `isTaken` tells keys that belong to people of the file. */
export function companiesOf(book: Book, owners: KnownOwners, change: Change, newId: () => string, isTaken: (key: ProfileKey) => boolean): Companies {
  const placed = new Map<string, string>();
  const rows = new Map<string, Account>();
  const keys = new Map<ProfileKey, string>();
  const keysOf = ({ fields, keys: own }: Company): ProfileKey[] => {
    const named = companyNameKey(fields.name?.value ?? '');
    return named ? [...own, named] : own;
  };
  const forget = (): void => { for (const map of [placed, rows, keys]) map.clear(); };
  return {
    keysOf,
    place: async (company, work) => {
      const said = JSON.stringify([Object.entries(company.fields).map(([name, field]) => [name, (field as { value: unknown }).value]), company.keys]);
      const known = placed.get(said);
      if (known !== undefined) return known;
      if (placed.size >= MOST) placed.clear();
      let found: Account | undefined;
      let next: Account | undefined;
      const door: Pick<Door, 'change' | 'get' | 'ownerOf' | 'put'> = {
        change,
        get: async (kind, id) => (kind === 'account' ? found = rows.get(id) ?? await book.accounts.get(id) : undefined) as never,
        ownerOf: async (key) => keys.get(key) ?? owners.of(key)?.owner ?? (isTaken(key) ? 'a person of the file' : undefined),
        put: (_kind, row) => { next = row as Account; },
      };
      const { id, isNew } = await accountOf(door, company.fields, company.keys, { newId });
      const account = next!;
      rows.set(id, account);
      for (const key of account.keys) keys.set(key, id);
      const pending = work.made.findIndex((one) => one.id === id);
      if (isNew) work.made.push(account);
      else if (pending >= 0) work.made[pending] = account;
      else if (account !== found) work.known.push(company);
      placed.set(said, id);
      return id;
    },
    get: (id) => rows.get(id),
    ownerOf: (key) => keys.get(key),
    forget,
  };
}
