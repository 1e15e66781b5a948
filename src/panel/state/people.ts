import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import type { Icp } from '../../domain/icp.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import type { KeptScores } from '../../domain/people/packed.ts';
import { prioritiesOf } from '../../domain/people/priorities.ts';
import { bestOf, type BestScores, type IcpScores, rescoreSlots, scoreAll } from '../../domain/people/scores.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { readDeal } from '../../storage/deal.ts';
import { catchUp, isOvertaken, isWhole, loadPeople, readPeople, type PeopleIndex } from '../../storage/people-index.ts';
import { readPrivacy } from '../../storage/privacy-setting.ts';
import { book } from './book.ts';
import { now } from './clock.ts';
import { meansOf } from './gazetteer.ts';
import { isImporting } from './import-lock.ts';
import { firstShown } from './people-first.ts';
import { takeWords } from './people-search.ts';
import { tidyUp } from './people-tidy.ts';
import { running } from './progress.ts';
import { basisOf } from './rescore.ts';
import { inPieces, inTurns } from './turn.ts';

interface People {
  people?: PeopleNow;
  error?: unknown;
}

/** Kept while the panel lives: coming back to the list costs only what has changed since. */
let index: PeopleIndex | undefined;
/** Were its lines counted against the rows? */
let checked = false;
/** One after the other: what is computed from the columns must not change meanwhile. */
let turn: Promise<void> = Promise.resolve();
let icps: readonly Icp[] | undefined;
/** What a deal is usually worth. */
let typical: number | undefined;
/** How long people are kept before they are due for review. */
let keepMonths: number | undefined;
const state = signal<People>({});

/** What the best scores rest on. */
let scored: { table?: PeopleTable; basis: string; best: BestScores } | undefined;
/** So many are scored one by one; more are scored with everybody. */
const FEW = 2_000;
/** Who has changed since everybody was scored: a view that closes half-way leaves them to the next. */
let pending: string[] = [];

/** Of more changes at once than these, an import's for example, the panel takes notice this often at most, ms. */
const MANY = 100, REST = 1_000;
let lookedAt = -REST, changedLast = 0;

/** What looks again when lines have changed. */
const followers = new Set<() => void>();

/** Everybody with their scores, kept current while shown; undefined until they are read. A new object whenever anything changed: a person, an ICP, or the clock. */
export function usePeople(): PeopleNow | undefined {
  useEffect(() => {
    const end = new AbortController();
    follow(end.signal);
    return () => end.abort();
  }, []);
  const { people, error } = state.value;
  if (error) throw error;
  return people;
}

/** The columns as the book has them now, without scores: read once, then only what has changed. Waits until nobody computes from them. */
export function readTable(): Promise<PeopleTable> {
  return inOrder(async () => {
    // who only wants the columns at hand does not hold up the list that is being looked at
    if (!index) await firstShown();
    if (!index) {
      const read = await readPeople(book, inPieces());
      if (read) begin(read, false);
    }
    return catchUpTable();
  });
}

/** Does this when nobody else computes from the columns, or changes them. */
function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.then(() => undefined, () => undefined);
  return done;
}

/** Brings the index that is kept up to date; it is read when there is none, or when another context packed changes away that it has not seen. */
async function catchUpTable(): Promise<PeopleTable> {
  const known = index && !await isOvertaken(book, index) ? index : begin(await loadPeople(book, inPieces()), true);
  if (await isBeingFilled(known)) {
    lookLater();
    return known.table;
  }
  const changed = await catchUp(book, known, inPieces());
  changedLast = changed.length;
  pending.push(...changed);
  return known.table;
}

let later: ReturnType<typeof setTimeout> | undefined;

/** Looks again after a while; one such look at a time, however many ask for it. */
function lookLater(): void {
  later ??= setTimeout(() => {
    later = undefined;
    for (const look of followers) look();
  }, 2 * REST);
}

/** Entries of the journal, each of which may name hundreds of people. */
const ENTRIES = 8;

/** Is a big file being brought in? Reading each of its rows again would hold it up; at its end it packs an index that has all of them. */
async function isBeingFilled({ seq }: PeopleIndex): Promise<boolean> {
  return await book.journal.where('seq').above(seq).count() > ENTRIES && isImporting();
}

function begin(read: PeopleIndex, isChecked: boolean): PeopleIndex {
  const { table, kept, words, loose } = read;
  [index, checked, pending] = [read, isChecked, loose];
  if (words) takeWords(table, words);
  scored = kept && { table, basis: kept.basis, best: kept.scores };
  return read;
}

function follow(end: AbortSignal): void {
  let waiting = false;
  let missed = false;
  const fail = (error: unknown): void => { state.value = { error }; };
  const look = async (): Promise<void> => {
    waiting = false;
    if (end.aborted) return;
    if (!index) await firstShown();
    // who is read at the first look is checked while it can be looked at already
    if (!index) {
      const read = await readPeople(book, inPieces());
      if (read) begin(read, false);
    }
    await catchUpTable();
    await score(end);
    lookedAt = performance.now();
    if (!checked) void inOrder(check);
    tidyUp(end, tidying);
  };
  const check = async (): Promise<void> => {
    if (checked || !index) return;
    if (!await isWhole(book, index)) {
      begin(await loadPeople(book, inPieces()), true);
      soon();
    }
    checked = true;
  };
  const soon = (): void => {
    // one look sees all that came before it; while many are written it would look after each slice
    missed = running.peek() !== null;
    if (waiting || missed) return;
    waiting = true;
    const rest = changedLast > MANY ? lookedAt + REST - performance.now() : 0;
    if (rest > 0) setTimeout(() => { turn = turn.then(look).catch(fail); }, rest);
    else turn = turn.then(look).catch(fail);
  };
  followers.add(soon);
  const rows = liveQuery(() => book.journal.orderBy('seq').last()).subscribe({ next: soon, error: fail });
  const targets = liveQuery(() => book.icps.toArray()).subscribe({ next: (next) => { icps = next; soon(); }, error: fail });
  const deals = liveQuery(() => readDeal(book)).subscribe({ next: (next) => { ({ typical } = next); soon(); }, error: fail });
  const stopWaiting = running.subscribe((busy) => { if (!busy && missed) soon(); });
  const privacy = liveQuery(() => readPrivacy(book)).subscribe({ next: (next) => { ({ keepMonths } = next); soon(); }, error: fail });
  const stopClock = now.subscribe((at) => { if (state.value.people && state.value.people.now !== at) soon(); });
  end.addEventListener('abort', () => {
    followers.delete(soon);
    rows.unsubscribe();
    targets.unsubscribe();
    deals.unsubscribe();
    privacy.unsubscribe();
    stopClock();
    stopWaiting();
  }, { once: true });
}

/** Scores whom it has to: everybody when the people were read anew or an ICP has changed, else the few who have. */
async function score(end: AbortSignal): Promise<void> {
  const { table } = index!;
  const targets = icps ??= await book.icps.toArray();
  typical ??= (await readDeal(book)).typical;
  const basis = basisOf(targets);
  const means = await meansOf(targets);
  const isOver = (): boolean => end.aborted;
  let best: BestScores | undefined;
  if (scored?.table === table && scored.basis === basis && pending.length < FEW) {
    const slots = [...new Set(pending)].flatMap((id) => table.slotOf.get(id) ?? []);
    best = slots.length === 0 ? scored.best : await inTurns(rescoreSlots(table, slots, targets, means, scored.best), isOver);
  } else {
    const all: IcpScores[] = [];
    for (const icp of targets) {
      const next = await inTurns(scoreAll(table, icp, means), () => end.aborted || icps !== targets);
      if (!next) return;
      all.push(next);
    }
    best = bestOf(table, targets, all);
  }
  if (!best) return;
  pending = [];
  scored = { table, basis, best };
  // what is packed next begins with what is known now
  for (let slot = 0; slot < table.ids.length; slot++) table.numbers.fitMark[slot] = best.icp[slot] ? best.fit[slot]! : -1;
  const at = now.value;
  const priority = await inTurns(prioritiesOf(table, best, at, typical), isOver);
  if (priority) state.value = { people: { table, scores: best, icps: targets.map(({ id }) => id), now: at, priority, ...(keepMonths === undefined ? {} : { keepMonths }) } };
}

/** What tidying up may ask for. */
const tidying = {
  inOrder,
  current: (): { index: PeopleIndex; people: PeopleNow; kept?: KeptScores } | undefined => {
    const { people } = state.value;
    if (!index || people?.table !== index.table) return undefined;
    return { index, people, ...(scored?.table === index.table && pending.length === 0 ? { kept: { basis: scored.basis, scores: scored.best } } : {}) };
  },
  /** These lines were put right behind everybody's back: they are scored and shown. */
  mended: (ids: readonly string[]): void => {
    pending.push(...ids);
    for (const look of followers) look();
  },
};
