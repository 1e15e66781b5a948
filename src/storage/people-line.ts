import type { EntityTable, Table } from 'dexie';
import type { Account } from '../domain/account.ts';
import { NUMBER_COLUMNS, type PersonRow, personRow, SET_COLUMNS, TEXT_COLUMNS } from '../domain/people/row.ts';
import type { Prospect } from '../domain/prospect.ts';
import { byProspect } from './by-prospect.ts';
import type { Book } from './database.ts';

/** Reads what hangs on the prospects in question. */
type Mine = <R extends { id: string; prospectId: string }>(table: EntityTable<R, 'id'>) => Promise<R[]>;

/** The lines of those of these prospects who are there, by id. */
export function linesOf(book: Book, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  return book.transaction('r', tables(book), async () => {
    const prospects = (await book.prospects.bulkGet([...ids])).filter((one) => one !== undefined);
    const mine: Mine = (table) => table.where('prospectId').anyOf(ids).toArray();
    return new Map((await lines(book, prospects, mine)).map((line) => [line.id, line]));
  });
}

/**
 * The lines of the next `most` prospects behind an id (undefined = from the first), by id; `end` is the last one's, undefined when there are no more.
 * `isCurrent` says whether the journal has nothing behind `seq`.
 */
export function linesBetween(book: Book, from: string | undefined, most: number, seq = Infinity): Promise<{ lines: PersonRow[]; end: string | undefined; isCurrent: boolean }> {
  return book.transaction('r', tables(book), async () => {
    const isCurrent = seq === Infinity || await book.journal.where('seq').above(seq).count() === 0;
    const prospects = isCurrent ? await (from === undefined ? book.prospects.orderBy('id') : book.prospects.where('id').above(from)).limit(most).toArray() : [];
    const [first, last] = [prospects[0]?.id, prospects.at(-1)?.id];
    if (first === undefined || last === undefined) return { lines: [], end: undefined, isCurrent };
    // their rows lie side by side: one reading of each table
    const mine: Mine = (table) => table.where('prospectId').between(first, last, true, true).toArray();
    return { lines: await lines(book, prospects, mine), end: prospects.length < most ? undefined : last, isCurrent };
  });
}

/** Do two lines say the same? The mark of their fit aside, which is renewed in the background. */
export function isSameLine(a: PersonRow, b: PersonRow): boolean {
  return TEXT_COLUMNS.every((name) => a[name] === b[name]) && NUMBER_COLUMNS.every((name) => name === 'fitMark' || Object.is(a[name], b[name])) && SET_COLUMNS.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

async function lines(book: Book, prospects: readonly Prospect[], mine: Mine): Promise<PersonRow[]> {
  const accountIds = [...new Set(prospects.flatMap(({ accountId }) => accountId ?? []))];
  const [accounts, followUps, touches, notes] = await Promise.all([book.accounts.bulkGet(accountIds), mine(book.followUps), mine(book.touches), mine(book.notes)]);
  const accountOf = new Map(accounts.flatMap((one): [string, Account][] => (one ? [[one.id, one]] : [])));
  const [planned, happened, noted] = [byProspect(followUps), byProspect(touches), byProspect(notes)];
  return prospects.map((prospect) => {
    const { id, accountId = '' } = prospect;
    return personRow(prospect, { account: accountOf.get(accountId), followUps: planned.get(id) ?? [], touches: happened.get(id) ?? [], notes: noted.get(id) ?? [] });
  });
}

function tables(book: Book): Table[] {
  return [book.journal, book.prospects, book.accounts, book.followUps, book.touches, book.notes] as unknown as Table[];
}
