import { Dexie } from 'dexie';
import { countMove, noShift, type Shift } from '../domain/fit-shift.ts';
import type { Criterion, Icp } from '../domain/icp.ts';
import { inputOf } from '../domain/score-input.ts';
import { compileIcp } from '../domain/score.ts';
import { readInput } from '../domain/score/reading.ts';
import type { Book } from './database.ts';
import { nearFor } from './near.ts';
import { write, type Change } from './write.ts';

/** What an edit of an ICP says; the rest of it stays. */
export interface IcpEdit {
  name: string;
  criteria: Criterion[];
}

/** All versions of an ICP, the newest first. */
export function icpVersionsOf(book: Book, id: string): Promise<Icp[]> {
  return book.icpVersions.where('[id+version]').between([id, Dexie.minKey], [id, Dexie.maxKey]).reverse().toArray();
}

/** Saves an edit as the next version and puts it in force. A version number is never used twice, not even after an undo: old scores name it. */
export function saveIcp(book: Book, id: string, edit: IcpEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const icp = await door.get('icp', id);
    if (!icp) return;
    const [newest] = await icpVersionsOf(book, id);
    door.put('icp', { ...icp, ...edit, version: Math.max(icp.version, newest?.version ?? 0) + 1, updatedAt: change.at });
    await book.settings.put({ key: 'activeIcp', value: id });
  });
}

/** People read at once, and how long (ms) may be computed before the panel gets its turn. */
const SLICE = 200;
const TURN = 12;

/**
 * Scores everybody by two sets of criteria, without writing anything. `pause` is awaited often enough that nothing stands still; `onSlice`
 * hears the sums so far and how many people there are. Resolves to undefined when it was ended by the signal.
 */
export async function previewIcp(book: Book, before: Criterion[], after: Criterion[], end: AbortSignal, means: { now: () => number; pause: () => Promise<void>; onSlice: (shift: Shift, total: number) => void }): Promise<Shift | undefined> {
  const near = await nearFor(book, [...before, ...after]);
  const [old, next] = [compileIcp({ criteria: before }, { near }), compileIcp({ criteria: after }, { near })];
  const ids = await book.prospects.toCollection().primaryKeys();
  const shift = noShift();
  let since = means.now();
  for (let from = 0; from < ids.length; from += SLICE) {
    const people = (await book.prospects.bulkGet(ids.slice(from, from + SLICE))).filter((one) => one !== undefined);
    const accounts = await book.accounts.bulkGet(people.map(({ accountId }) => accountId ?? ''));
    for (const [at, person] of people.entries()) {
      if (end.aborted) return undefined;
      const input = readInput(inputOf(person, accounts[at]));
      countMove(shift, { id: person.id, name: person.fields.name?.value ?? '', before: old.mark(input).fit, after: next.mark(input).fit });
      if (means.now() - since < TURN) continue;
      await means.pause();
      since = means.now();
    }
    means.onSlice(shift, ids.length);
  }
  return end.aborted ? undefined : shift;
}
