import type { Account } from '../domain/account.ts';
import { refreshedPerson, aroundRow, grownAccount, keysOfRow, type Arrival } from '../domain/import-person.ts';
import { type ImportCount, type ImportResult, noCount, type ReadRow } from '../domain/import-row.ts';
import { addCount } from '../domain/import-count.ts';
import type { ImportRecord } from '../domain/import-record.ts';
import type { ImportEnd, ImportOrder, ImportProgress } from '../domain/import-talk.ts';
import { bulkWrite, lastPlace, Overtaken, type JournalSpan, type NewRows } from './bulk-write.ts';
import { accountOf } from './capture.ts';
import type { Book } from './database.ts';
import { plannerOf, type Planner, type SlicePlan } from './import-planner.ts';
import { endedFull, namesOf, troubleOf } from './trouble.ts';
import { write, type Change } from './write.ts';

/** What an import needs from outside, and how it is followed and ended. `clock` tells epoch ms. */
export interface ImportRun {
  newId(): string;
  clock(): number;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Lets what was asked of the database go out before more is computed. */
  pause?: () => Promise<void>;
  /** Rows that one transaction takes; absent = as measured. */
  slice?: number;
  /** How many rows there are in all, or will be by what is known so far; 0 = no idea. */
  rows?: () => number;
  /** Hears of new people that are stored, with their places in the journal, and how to know their accounts. */
  onStored?: (rows: NewRows, journal: JournalSpan, account: (id: string) => Account | undefined) => Promise<void> | void;
}

/** Rows that one transaction takes. */
const SLICE = 2_000;
/** People of the book that one transaction changes. */
const FEW = 100;
/** Times that a slice is planned anew because others write meanwhile. */
const TRIES = 50;

/** Says what would become of each row of a file, and stores nothing. Ended early by the signal it counts what it saw: `isWhole` is false. */
export async function countImport(book: Book, rows: AsyncIterable<readonly ReadRow[]>, order: ImportOrder, run: ImportRun): Promise<{ count: ImportCount; isWhole: boolean }> {
  const count = noCount();
  const planner = plannerOf(book, arrivalOf(order), changeOf(order), run.newId);
  const pace = paceOf(run);
  for await (const slice of inSlices(rows, run.slice ?? SLICE)) {
    if (run.signal?.aborted) return { count, isWhole: false };
    addCount(count, (await planner.plan(slice)).count);
    pace(count.rows);
  }
  return { count, isWhole: !run.signal?.aborted };
}

/**
 * Stores the rows of a file, slice by slice, each whole or not at all, with a record of how far it is. The same order again after a stop goes on:
 * who was stored is found by the keys. While one slice is written the next is read and planned.
 */
export async function storeImport(book: Book, rows: AsyncIterable<readonly ReadRow[]>, order: ImportOrder, run: ImportRun): Promise<{ end: ImportEnd; count: ImportCount }> {
  const arrival = arrivalOf(order);
  const change = changeOf(order);
  const planner = plannerOf(book, arrival, change, run.newId);
  const pace = paceOf(run);
  const count = noCount();
  const before = await book.imports.get(order.id);
  const record = (next = noCount()): ImportRecord => {
    const of = (result: ImportResult): number => count.results[result] + next.results[result];
    const done = count.rows + next.rows;
    return {
      id: order.id, file: order.file, ...(order.bytes === undefined ? {} : { bytes: order.bytes }), preset: order.preset, at: before?.at ?? order.at, state: 'storing', rows: Math.max(run.rows?.() ?? 0, done), done,
      // who was changed before a stop is as the file says when it goes on
      added: of('new'), updated: (before?.updated ?? 0) + of('update'), same: Math.max(0, of('same') - (before?.updated ?? 0)), refused: of('refused') + of('double') + of('suppressed'),
    };
  };
  const { noRoom } = book;
  let place = await lastPlace(book);
  let planning: Promise<SlicePlan> | undefined;
  let looks = 0;
  const told: { rows: NewRows; journal: JournalSpan }[] = [];
  const tell = async (): Promise<void> => {
    for (let next = told.shift(); next; next = told.shift()) await run.onStored?.(next.rows, next.journal, planner.account);
  };

  const store = async (slice: readonly ReadRow[], planned: SlicePlan, look: number): Promise<void> => {
    for (let tries = 0; ; tries++) {
      if (look !== looks) [look, planned] = [looks, await planner.plan(slice)];
      try {
        const stored = await bulkWrite(book, change, planned.fresh, place, record(planned.count));
        place = stored.last;
        if (stored.journal) told.push({ rows: planned.fresh, journal: stored.journal });
        for (let from = 0; from < Math.max(planned.updates.length, planned.companies.length); from += FEW) place = await bringIn(book, change, arrival, planner, planned, from, place, run.newId);
        addCount(count, planned.count);
        pace(count.rows);
        return;
      } catch (error) {
        if (tries >= TRIES || !(error instanceof Overtaken || isConstraint(error))) throw error;
        // what is being planned rests on the same old look
        await planning?.catch(() => undefined);
        place = await lastPlace(book);
        planner.lookAgain();
        looks++;
      }
    }
  };

  let going: Promise<void> = Promise.resolve();
  let end: ImportEnd = 'stored';
  try {
    for await (const slice of inSlices(rows, run.slice ?? SLICE)) {
      if (run.signal?.aborted) break;
      const look = looks;
      planning = planner.plan(slice);
      const planned = await planning;
      await going;
      going = store(slice, planned, look);
      going.catch(() => undefined);
      // what is asked of the database is on its way: there is time for the rest meanwhile
      await run.pause?.();
      await tell();
    }
    await going;
    await tell();
    if (run.signal?.aborted) end = 'stopped';
  } catch (error) {
    await going.catch(() => undefined);
    if (!await endedFull(book, error, noRoom)) throw error;
    end = 'full';
  }
  // a full disk may have no room for this either: the record then says `storing`, and nobody is at work on it
  await book.imports.put({ ...record(), state: end === 'stored' ? 'stored' : 'stopped', endedAt: run.clock() }).catch(async (error: unknown) => { if (!await endedFull(book, error, noRoom)) throw error; });
  return { end, count };
}

/** Writes what the rows say of people and companies that are in the book, through the door. Returns the last place in history. */
async function bringIn(book: Book, change: Change, arrival: Arrival, planner: Planner, { updates, companies }: SlicePlan, from: number, place: number, newId: () => string): Promise<number> {
  await write(book, change, async (door) => {
    if (await lastPlace(book) !== place) throw new Overtaken();
    for (const company of companies.slice(from, from + FEW)) {
      const { id } = await accountOf(door, company.fields, company.keys, { newId });
      const account = (await door.get('account', id))!;
      const grown = grownAccount(account, company, change.at);
      if (grown !== account) door.put('account', grown);
    }
    for (const { row, id } of updates.slice(from, from + FEW)) {
      const old = await door.get('prospect', id);
      if (!old) continue;
      const free: typeof old.keys = [];
      for (const key of keysOfRow(row)) if ([undefined, id].includes(await door.ownerOf(key))) free.push(key);
      const next = refreshedPerson(old, row, free, planner.belongs(row), arrival);
      if (next !== old) door.put('prospect', next);
      const { notes, touches } = aroundRow(row, id, old.createdAt, arrival.at);
      for (const note of notes) if (!await door.get('note', note.id)) door.put('note', note);
      for (const touch of touches) if (!await door.get('touch', touch.id)) door.put('touch', touch);
    }
  });
  const since = await book.history.where('seq').above(place).toArray();
  if (since.some(({ changeId }) => changeId !== change.changeId)) return place;
  return since.at(-1)?.seq ?? place;
}

/** Rows in batches of any size as slices of one size. */
async function* inSlices(batches: AsyncIterable<readonly ReadRow[]>, size: number): AsyncGenerator<ReadRow[]> {
  let slice: ReadRow[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      slice.push(row);
      if (slice.length < size) continue;
      yield slice;
      slice = [];
    }
  }
  if (slice.length > 0) yield slice;
}

/** Tells how far it is, and by the pace of the last few slices how long it will take. */
function paceOf({ clock, onProgress, rows }: ImportRun): (done: number) => void {
  const steps = [{ at: clock(), done: 0 }];
  return (done) => {
    const now = clock();
    steps.push({ at: now, done });
    if (steps.length > 8) steps.shift();
    const first = steps[0]!;
    const pace = now > first.at ? Math.round((done - first.done) / (now - first.at) * 1_000) : 0;
    const all = Math.max(rows?.() ?? 0, done);
    onProgress?.({ done, rows: all, pace, ...(pace > 0 && rows?.() ? { left: (all - done) / pace } : {}) });
  };
}

function arrivalOf({ id, at, file }: ImportOrder): Arrival {
  return { importId: id, source: { kind: 'file', name: file }, at };
}

function changeOf({ id, at, by, label }: ImportOrder): Change {
  return { changeId: id, at, by, label };
}

/** Somebody else came to have a key meanwhile. */
function isConstraint(error: unknown): boolean {
  return troubleOf(error) !== 'full' && namesOf(error).some((name) => name === 'ConstraintError' || name === 'BulkError');
}
