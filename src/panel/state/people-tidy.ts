import type { PeopleNow } from '../../domain/people/field.ts';
import type { KeptScores } from '../../domain/people/packed.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { report } from '../../platform/report.ts';
import { isGrown, lookThrough, packPeople, type PeopleIndex } from '../../storage/people-index.ts';
import { writeFirst } from '../../storage/people-first.ts';
import { readSetting, writeSetting } from '../../storage/setting.ts';
import { book } from './book.ts';
import { indexWords } from './people-search.ts';
import { inPieces } from './turn.ts';

/** Between two looks at whether lines say what their rows say, ms. */
const LOOK_EVERY = 500;
/** The id behind which it goes on, also tomorrow: '' = from the first. */
const LOOKED = 'peopleLooked', NOTED_EVERY = 10;

/** What is there to be tidied up, and a way to do it while nobody computes from the columns. */
export interface Tidying {
  inOrder: <T>(work: () => Promise<T>) => Promise<T>;
  current: () => { index: PeopleIndex; people: PeopleNow; kept?: KeptScores } | undefined;
  mended: (ids: readonly string[]) => void;
}

let first = { seq: -1, now: 0 };
/** What the snapshot has along with the table. */
let stored: { table: PeopleTable; basis: string | undefined; hasWords: boolean } | undefined;
let looking = false;

/** When there is time: the words are indexed, what the list shows first is stored, the index is packed when it has grown, and lines are compared with their rows. */
export function tidyUp(end: AbortSignal, { inOrder, current, mended }: Tidying): void {
  const tidy = async (): Promise<void> => {
    const now = current();
    if (!now || end.aborted) return;
    await inOrder(async () => {
      const then = current();
      if (!then || end.aborted) return;
      const { index, people, kept } = then;
      if (kept && (first.seq !== index.seq || first.now + 60_000 < people.now)) {
        first = { seq: index.seq, now: people.now };
        await writeFirst(book, people, index.seq);
      }
      // what was worked out anew for everybody is worth storing as well
      stored ??= { table: index.table, basis: index.kept?.basis, hasWords: index.words !== undefined };
      const isNews = stored.table !== index.table || !stored.hasWords || (kept !== undefined && kept.basis !== stored.basis);
      const isDue = isNews || await isGrown(book);
      const words = await indexWords(index.table, isDue, () => end.aborted);
      if (!isDue || !words) return;
      await packPeople(book, index, { kept, words }, inPieces());
      stored = { table: index.table, basis: kept?.basis, hasWords: true };
    });
    if (!looking) void lookOn(end).catch(report).finally(() => { looking = false; });
  };

  /** Goes through everybody, some at a time, for as long as the view is open. */
  const lookOn = async (over: AbortSignal): Promise<void> => {
    looking = true;
    let looks = 0;
    let from: string | undefined = await readSetting(book, LOOKED, '') || undefined;
    while (!over.aborted) {
      await new Promise((next) => setTimeout(next, LOOK_EVERY));
      await idle();
      const behind = from;
      const seen = await inOrder(async () => {
        const now = current();
        if (!now || over.aborted) return undefined;
        const found = await lookThrough(book, now.index, behind);
        if (found.mended.length > 0) mended(found.mended);
        return found;
      });
      if (!seen || seen.next === behind && behind !== undefined) continue;
      from = seen.next;
      if (from === undefined || ++looks % NOTED_EVERY === 0) await writeSetting(book, LOOKED, from ?? '');
      if (from === undefined) return;
    }
  };
  requestIdleCallback(() => void tidy().catch(report), { timeout: 2_000 });
}

function idle(): Promise<void> {
  return new Promise((next) => requestIdleCallback(() => next(), { timeout: 10_000 }));
}
