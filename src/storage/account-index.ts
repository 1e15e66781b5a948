import { ACCOUNT_COLUMNS, accountRow, type AccountRow } from '../domain/account-row.ts';
import type { Book } from './database.ts';

const FORMAT = 1;
/** History entries that are read one by one; after more of them the rows themselves are quicker. */
const CATCH_UP = 4_000;
const PACK_AFTER = 200;
const PIECE = 2_000;

/** The list lines of all accounts, and up to which history entry they are. */
export interface AccountIndex {
  rows: Map<string, AccountRow>;
  seq: number;
  /** Lines that changed since they were packed. */
  loose: number;
}

/** Reads the packed lines and what the history says has changed since; made from the accounts themselves when they are missing, unreadable, too old, or disagree with their number. */
export async function loadAccounts(book: Book): Promise<AccountIndex> {
  const packed = await book.snapshots.get('accounts');
  const rows = packed?.format === FORMAT ? unpack(packed.packed) : null;
  const index = rows && { rows, seq: packed!.seq, loose: 0 };
  if (index) {
    const changed = await catchUpAccounts(book, index);
    if (changed !== 'behind' && index.rows.size === await book.accounts.count()) return index;
  }
  return rebuild(book);
}

/** Takes in what changed; true when anything did, `behind` when so much did that the index has to be loaded anew. */
export function catchUpAccounts(book: Book, index: AccountIndex): Promise<boolean | 'behind'> {
  return book.transaction('r', [book.history, book.accounts], async () => {
    const entries = await book.history.where('seq').above(index.seq).limit(CATCH_UP + 1).toArray();
    if (entries.length > CATCH_UP) return 'behind';
    const last = entries.at(-1)?.seq;
    if (last === undefined) return false;
    const ids = [...new Set(entries.filter(({ entity }) => entity === 'account').map(({ id }) => id))];
    const accounts = await book.accounts.bulkGet(ids);
    ids.forEach((id, at) => {
      const account = accounts[at];
      if (account) index.rows.set(id, accountRow(account));
      else index.rows.delete(id);
    });
    index.seq = last;
    index.loose += ids.length;
    return ids.length > 0;
  });
}

/** Packs the lines when many have changed. */
export async function packAccountsIfGrown(book: Book, index: AccountIndex): Promise<void> {
  if (index.loose > PACK_AFTER) await pack(book, index);
}

async function rebuild(book: Book): Promise<AccountIndex> {
  const index = await book.transaction('r', [book.history, book.accounts], async () => {
    const rows = new Map<string, AccountRow>();
    const seq = (await book.history.orderBy('seq').last())?.seq ?? 0;
    // in pieces: a cursor is slow, and all at once is much memory
    for (let last = ''; ;) {
      const some = await book.accounts.where('id').above(last).limit(PIECE).toArray();
      for (const account of some) rows.set(account.id, accountRow(account));
      if (some.length < PIECE) break;
      last = some.at(-1)!.id;
    }
    return { rows, seq, loose: 0 };
  });
  await pack(book, index);
  return index;
}

async function pack(book: Book, index: AccountIndex): Promise<void> {
  const rows = [...index.rows.values()];
  const packed = JSON.stringify({ names: ACCOUNT_COLUMNS, columns: ACCOUNT_COLUMNS.map((name) => rows.map((row) => row[name])) });
  await book.transaction('rw', book.snapshots, async () => {
    const stored = await book.snapshots.get('accounts');
    if (!stored || stored.format !== FORMAT || stored.seq <= index.seq) await book.snapshots.put({ name: 'accounts', format: FORMAT, seq: index.seq, packed });
  });
  index.loose = 0;
}

function unpack(packed: unknown): Map<string, AccountRow> | null {
  try {
    const { names, columns } = JSON.parse(String(packed)) as { names: string[]; columns: unknown[][] };
    const length = columns[0]?.length ?? 0;
    if (names.join() !== ACCOUNT_COLUMNS.join() || columns.length !== names.length || columns.some((column) => column.length !== length)) return null;
    const rows = new Map<string, AccountRow>();
    for (let at = 0; at < length; at++) {
      const row = Object.fromEntries(names.map((name, column) => [name, columns[column]![at]])) as unknown as AccountRow;
      rows.set(row.id, row);
    }
    return rows;
  } catch {
    return null;
  }
}
