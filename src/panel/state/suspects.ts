import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import { candidates } from '../../domain/duplicate/candidate.ts';
import type { Suspicion } from '../../domain/duplicate/suspicion.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { report } from '../../platform/report.ts';
import { readShared, weighCandidates, type Suspects } from '../../storage/duplicate.ts';
import { book } from './book.ts';
import { inTurns, readTable } from './people.ts';
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
      timer = setTimeout(() => { turn = turn.then(() => look(end.signal)).catch(report); }, wait);
    };
    soon(live ? 0 : IDLE);
    const rows = live ? liveQuery(() => book.journal.orderBy('seq').last()).subscribe({ next: () => { if (looked) soon(WAIT); }, error: report }) : undefined;
    end.signal.addEventListener('abort', () => { clearTimeout(timer); rows?.unsubscribe(); }, { once: true });
    return () => end.abort();
  }, [live]);
  return suspects.value;
}

async function look(end: AbortSignal): Promise<void> {
  if (end.aborted || running.peek()) return;
  const table = await readTable();
  const { version } = table;
  if (looked?.table === table && looked.version === version) return;
  const pause = (): Promise<void> => new Promise((next) => setTimeout(next));
  const isOver = (): boolean => end.aborted;
  const shared = await readShared(book, pause);
  const pairs = await inTurns(candidates(table, shared), isOver);
  if (!pairs) return;
  const stampOf = (id: string): number => table.numbers.updatedAt[table.slotOf.get(id) ?? -1] ?? 0;
  const found = await weighCandidates(book, pairs, memory, pause, stampOf, isOver);
  if (end.aborted) return;
  looked = { table, version };
  suspects.value = found;
}
