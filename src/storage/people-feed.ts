import type { Account } from '../domain/account.ts';
import type { Note, Touch } from '../domain/activity.ts';
import { personRow } from '../domain/people/row.ts';
import type { JournalSpan, NewRows } from './bulk-write.ts';
import { byProspect } from './by-prospect.ts';
import type { Book } from './database.ts';
import { catchUp, loadPeople, packPeople, type PeopleIndex } from './people-index.ts';

/** A people index that is fed with the rows that are being stored, instead of reading all of them again. */
export interface PeopleFeed {
  /** Reads the index as it is, before anything is stored. */
  begin(): Promise<void>;
  take(rows: NewRows, journal: JournalSpan, account: (id: string) => Account | undefined): Promise<void>;
  /** Packs what it knows, with all that others have written meanwhile. */
  pack(): Promise<void>;
}

/** Makes a feed; one that was not begun with what was there reads what it is told of. */
export function peopleFeed(book: Book): PeopleFeed {
  let index: PeopleIndex | undefined;
  return {
    begin: async () => { index = await loadPeople(book); },
    take: async ({ prospects, accounts, notes, touches }, journal, account) => {
      if (!index) {
        // what is stored now is in it already
        index = await loadPeople(book);
        return;
      }
      const isNext = index.seq + 1 === journal.first;
      const mine = new Set(prospects.map(({ id }) => id));
      // notes and touches of others, or entries of others in between: their rows have to be read
      if (!isNext || [...notes, ...touches].some(({ prospectId }) => !mine.has(prospectId))) {
        await catchUp(book, index);
        return;
      }
      const made = new Map(accounts.map((one) => [one.id, one]));
      const known = (id: string): Account | undefined => made.get(id) ?? account(id);
      const missing = [...new Set(prospects.flatMap(({ accountId }) => (accountId !== undefined && !known(accountId) ? [accountId] : [])))];
      for (const one of missing.length > 0 ? await book.accounts.bulkGet(missing) : []) if (one) made.set(one.id, one);
      const [touched, noted] = [byProspect<Touch>(touches), byProspect<Note>(notes)];
      for (const prospect of prospects) index.table.put(personRow(prospect, { account: known(prospect.accountId ?? ''), followUps: [], touches: touched.get(prospect.id) ?? [], notes: noted.get(prospect.id) ?? [] }));
      index.seq = journal.last;
    },
    pack: async () => {
      index ??= await loadPeople(book);
      await catchUp(book, index);
      await packPeople(book, index, {});
    },
  };
}
