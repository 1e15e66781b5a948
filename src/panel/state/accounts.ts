import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import { alikeIndex } from '../../domain/account-alike.ts';
import { searchText, type AccountRow, type RollUp } from '../../domain/account-row.ts';
import { report } from '../../platform/report.ts';
import { catchUpAccounts, loadAccounts, packAccountsIfGrown, type AccountIndex } from '../../storage/account-index.ts';
import { findSuspects, type Suspects } from '../../storage/account-match.ts';
import { rollUpAccounts } from '../../storage/account-roll-up.ts';
import { catchUp, loadPeople, type PeopleIndex } from '../../storage/people-index.ts';
import { book } from './book.ts';

interface Accounts {
  rows?: readonly AccountRow[];
  rollUps?: ReadonlyMap<string, RollUp>;
  error?: unknown;
}

/** Kept while the panel lives: coming back costs only what has changed since. */
let accounts: AccountIndex | undefined;
let people: PeopleIndex | undefined;
const alike = alikeIndex();
const state = signal<Accounts>({});

/** Which accounts may be one company; undefined until the book has been looked through. */
export const suspects = signal<Suspects | undefined>(undefined);

/** Between two looks, ms. */
const REST = 400;
let lookedAt = -REST;

const texts = new WeakMap<AccountRow, string>();

/** What a search looks in, made once a line. */
export function accountText(row: AccountRow): string {
  let text = texts.get(row);
  if (text === undefined) texts.set(row, text = searchText(row));
  return text;
}

/** All accounts and what their people come to, in no order, kept current while shown; undefined until they are read.. */
export function useAccounts(): { rows: readonly AccountRow[]; rollUps: ReadonlyMap<string, RollUp> } | undefined {
  useEffect(() => {
    const end = new AbortController();
    follow(end.signal);
    return () => end.abort();
  }, []);
  const { rows, rollUps, error } = state.value;
  if (error) throw error;
  return rows && rollUps && { rows, rollUps };
}

function follow(end: AbortSignal): void {
  let turn: Promise<void> = Promise.resolve();
  let waiting = false;
  let search = new AbortController();
  const fail = (error: unknown): void => { state.value = { error }; };
  const look = async (): Promise<void> => {
    waiting = false;
    if (end.aborted) return;
    // while everybody is being scored anew this would be asked for without end
    await new Promise((done) => setTimeout(done, Math.max(0, lookedAt + REST - performance.now())));
    lookedAt = performance.now();
    const moved = await readAccounts();
    const peopleMoved = await readPeople();
    if (!moved && !peopleMoved && state.value.rows) return;
    state.value = { rows: moved || !state.value.rows ? [...accounts!.rows.values()] : state.value.rows, rollUps: await rollUpAccounts(book, people!) };
    if (!moved && suspects.value) return;
    search.abort();
    search = new AbortController();
    whenIdle(search.signal);
  };
  const subscription = liveQuery(() => Promise.all([book.history.orderBy('seq').lastKey(), book.journal.orderBy('seq').lastKey()])).subscribe({
    next: () => {
      // one look sees all that came before it
      if (waiting) return;
      waiting = true;
      turn = turn.then(look).catch(fail);
    },
    error: fail,
  });
  end.addEventListener('abort', () => {
    subscription.unsubscribe();
    search.abort();
  }, { once: true });
}

async function readAccounts(): Promise<boolean> {
  const changed = accounts ? await catchUpAccounts(book, accounts) : 'behind';
  if (changed === 'behind') accounts = await loadAccounts(book);
  return changed !== false;
}

async function readPeople(): Promise<boolean> {
  const first = await book.journal.orderBy('seq').first();
  // another context may have packed away what this index has not seen
  if (people && !(first?.seq !== undefined && first.seq > people.seq + 1)) return catchUp(book, people);
  people = await loadPeople(book);
  return true;
}

function whenIdle(end: AbortSignal): void {
  requestIdleCallback(() => {
    if (end.aborted) return;
    void findSuspects(accounts!, alike, () => new Promise((done) => setTimeout(done)), end).then(async (found) => {
      if (!found) return;
      suspects.value = found;
      await packAccountsIfGrown(book, accounts!);
    }).catch(report);
  }, { timeout: 1_000 });
}
