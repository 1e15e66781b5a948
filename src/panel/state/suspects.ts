import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import { candidates } from '../../domain/duplicate/candidate.ts';
import type { Suspicion } from '../../domain/duplicate/suspicion.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { report } from '../../platform/report.ts';
import { keepPairs, keptPairs, readShared, weighCandidates, type Suspects } from '../../storage/duplicate.ts';
import { book } from './book.ts';
import { readTable } from './people.ts';
import { inTurns } from './turn.ts';
import { running } from './progress.ts';

/** Pairs of people who may be one, the surest first; undefined until they were looked for. Kept while the panel lives. */
const suspects = signal<Suspects[] | undefined>(undefined);

/** Pairs that were weighed: they are weighed again when one of the two has changed. */
const memory = new Map<string, { at: string; suspicion: Suspicion | null }>();
let looked: { table: PeopleTable; version: number } | undefined;
let turn: Promise<void> = Promise.resolve();

/** After a change of somebody there may be more. */
const WAIT = 400;
/** Who only wants to know whether there are any waits until the panel has nothing to do. */
const IDLE = 1_500;

/** The pairs as of now, kept current while shown; with `live` = false looked for once, when the panel has nothing else to do. */
export function useSuspects(live: boolean): Suspects[] | undefined {
  useEffect(() => {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (wait: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => { turn = turn.then(() => look(end.signal, live)).catch(report); }, wait);
    };
    soon(live ? 0 : IDLE);
    const rows = live ? liveQuery(() => book.journal.orderBy('seq').last()).subscribe({ next: () => { if (looked) soon(WAIT); }, error: report }) : undefined;
    end.signal.addEventListener('abort', () => { clearTimeout(timer); rows?.unsubscribe(); }, { once: true });
    return () => end.abort();
  }, [live]);
  return suspects.value;
}

/** In a bigger book what was found lately is enough for who only wants to know whether there are any. */
const BIG = 5_000;

async function look(end: AbortSignal, live: boolean): Promise<void> {
  if (end.aborted || running.peek()) return;
  const table = await readTable();
  const { version } = table;
  if (looked?.table === table && looked.version === version) return;
  const pause = (): Promise<void> => new Promise((next) => setTimeout(next));
  const isOver = (): boolean => end.aborted;
  const isBig = table.slotOf.size > BIG;
  const kept = isBig && !live ? await keptPairs(book, Date.now()) : undefined;
  const pairs = kept ?? await inTurns(candidates(table, await readShared(book, pause)), isOver);
  if (!pairs) return;
  const stampOf = (id: string): number => table.numbers.updatedAt[table.slotOf.get(id) ?? -1] ?? 0;
  const found = await weighCandidates(book, pairs, memory, pause, stampOf, isOver);
  if (end.aborted) return;
  if (isBig && !kept) await keepPairs(book, found, Date.now());
  // who compares them wants to see all of them
  looked = kept ? undefined : { table, version };
  suspects.value = found;
}
