import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect, useMemo } from 'preact/hooks';
import { alikeIndex } from '../../domain/account-alike.ts';
import { searchText, type AccountRow, type RollUp } from '../../domain/account-row.ts';
import { rollUpAccounts } from '../../domain/people/account-roll-up.ts';
import { report } from '../../platform/report.ts';
import { catchUpAccounts, loadAccounts, packAccountsIfGrown, type AccountIndex } from '../../storage/account-index.ts';
import { findSuspects, type Suspects } from '../../storage/account-match.ts';
import { book } from './book.ts';
import { usePeople } from './people.ts';

interface Accounts {
  rows?: readonly AccountRow[];
  error?: unknown;
}

/** Kept while the panel lives: coming back costs only what has changed since. */
let accounts: AccountIndex | undefined;
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

/** All accounts and what their people come to, in no order, kept current while shown; undefined until they are read. */
export function useAccounts(): { rows: readonly AccountRow[]; rollUps: ReadonlyMap<string, RollUp> } | undefined {
  useEffect(() => {
    const end = new AbortController();
    follow(end.signal);
    return () => end.abort();
  }, []);
  const people = usePeople();
  const rollUps = useMemo(() => people && rollUpAccounts(people), [people?.scores]);
  const { rows, error } = state.value;
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
    if (!moved && state.value.rows && suspects.value) return;
    if (moved || !state.value.rows) state.value = { rows: [...accounts!.rows.values()] };
    search.abort();
    search = new AbortController();
    whenIdle(search.signal);
  };
  const subscription = liveQuery(() => book.history.orderBy('seq').lastKey()).subscribe({
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
