import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { dueLines, type OpenFollowUp } from '../../domain/people/open.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { countDue, followUpsDue } from '../../storage/due.ts';
import { book } from './book.ts';
import { readTable } from './people.ts';

/** What is shown is counted against the rows so much later (ms): the first person is read and drawn before. */
const LATER = 400;

/** All that is due, and the columns of everybody. */
export interface DueNow {
  table: PeopleTable;
  lines: OpenFollowUp[];
}

/**
 * What is due up to a moment (epoch ms), kept current while shown; undefined until it was read. It comes from the columns, so that thousands that are
 * due cost no more than a few; soon after it is counted against the stored due times, and where the two disagree the rows say what is due.
 * `of` = the columns that somebody else reads by now.
 */
export function useDue(until: number, of: PeopleTable | undefined): DueNow | undefined {
  const [due, setDue] = useState<DueNow & { version: number; until: number }>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let looks = 0;
    const look = async (): Promise<void> => {
      const mine = ++looks;
      const isOver = (): boolean => mine !== looks;
      const table = await readTable();
      const { version } = table;
      if (isOver()) return;
      const lines = dueLines(table, until);
      setDue((known) => (known?.table === table && known.version === version && known.until === until ? known : { table, lines, version, until }));
      await new Promise((next) => setTimeout(next, LATER));
      if (isOver() || await countDue(book, until) === lines.length) return;
      const rows = await followUpsDue(book, until);
      if (!isOver()) setDue({ table, lines: rows.map(({ id, prospectId, dueAt, channel = '' }) => ({ id, prospectId, dueAt, channel })), version, until });
    };
    const changes = liveQuery(() => book.journal.orderBy('seq').last()).subscribe({ next: () => void look().catch(setError), error: setError });
    return () => {
      looks = -1;
      changes.unsubscribe();
    };
  }, [until, of]);
  if (error) throw error;
  return due;
}
