import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import { haystack } from '../../domain/people-filter.ts';
import type { PersonRow } from '../../domain/person-row.ts';
import { report } from '../../platform/report.ts';
import { catchUp, loadPeople, packIfGrown, type PeopleIndex } from '../../storage/people-index.ts';
import { book } from './book.ts';

interface People {
  rows?: readonly PersonRow[];
  error?: unknown;
}

/** Kept while the panel lives: coming back to the list costs only what has changed since. */
let index: PeopleIndex | undefined;
const people = signal<People>({});

/** Text to search, by row. A row that changes is a new object, so nothing here can be stale. */
const texts = new WeakMap<PersonRow, string>();

/** The haystack of a row, made once. */
export function textOf(row: PersonRow): string {
  let text = texts.get(row);
  if (text === undefined) texts.set(row, text = haystack(row));
  return text;
}

/** The list lines of everybody, in no order, kept current while shown; undefined until they are read. The array is a new one whenever anything changed. */
export function usePeople(): readonly PersonRow[] | undefined {
  useEffect(() => {
    const end = new AbortController();
    follow(end.signal);
    return () => end.abort();
  }, []);
  if (people.value.error) throw people.value.error;
  return people.value.rows;
}

function follow(end: AbortSignal): void {
  let turn: Promise<void> = Promise.resolve();
  let waiting = false;
  const fail = (error: unknown): void => { people.value = { error }; };
  const look = async (): Promise<void> => {
    waiting = false;
    if (end.aborted) return;
    const known = index;
    if (!known || await isOvertaken(known)) index = await loadPeople(book);
    else if (!await catchUp(book, known) && people.value.rows) return;
    people.value = { rows: [...index!.rows.values()] };
    whenIdle(tidyUp, end);
  };
  const subscription = liveQuery(() => book.journal.orderBy('seq').last()).subscribe({
    next: () => {
      // one look sees all that came before it
      if (waiting) return;
      waiting = true;
      turn = turn.then(look).catch(fail);
    },
    error: fail,
  });
  end.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}

/** Has another context packed changes away that this index has not seen? */
async function isOvertaken({ seq }: PeopleIndex): Promise<boolean> {
  const first = await book.journal.orderBy('seq').first();
  return first?.seq !== undefined && first.seq > seq + 1;
}

/** Makes the texts to search before somebody types, in slices, then packs the index when it has grown. */
async function tidyUp(end: AbortSignal): Promise<void> {
  const rows = people.value.rows ?? [];
  for (let from = 0; from < rows.length; from += 1_000) {
    if (end.aborted || people.value.rows !== rows) return;
    for (const row of rows.slice(from, from + 1_000)) textOf(row);
    await new Promise((done) => setTimeout(done));
  }
  if (index && !end.aborted) await packIfGrown(book, index);
}

function whenIdle(work: (end: AbortSignal) => Promise<void>, end: AbortSignal): void {
  requestIdleCallback(() => void work(end).catch(report), { timeout: 2_000 });
}
