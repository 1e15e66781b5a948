import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import type { Icp } from '../../domain/icp.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { prioritiesOf } from '../../domain/people/priorities.ts';
import { bestOf, type IcpScores, rescoreSlots, scoreAll } from '../../domain/people/scores.ts';
import { haystackAt } from '../../domain/people/search.ts';
import { slotsOf, type PeopleTable } from '../../domain/people/table.ts';
import { report } from '../../platform/report.ts';
import { readDeal } from '../../storage/deal.ts';
import { readPrivacy } from '../../storage/privacy-setting.ts';
import { catchUp, isWhole, loadPeople, packIfGrown, readPeople, type PeopleIndex } from '../../storage/people-index.ts';
import { book } from './book.ts';
import { now } from './clock.ts';
import { meansOf } from './gazetteer.ts';
import { running } from './progress.ts';

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
let icps: readonly Icp[] = [];
/** What a deal is usually worth. */
let typical: number | undefined;
/** How long people are kept before they are due for review. */
let keepMonths: number | undefined;
const state = signal<People>({});

/** Text to search, by slot; made once, and again when who is in the slot has changed. */
let texts: (string | undefined)[] = [];

/** Computed for so long (ms) before the panel gets its turn. */
const TURN = 12;

/** The haystack of who is in a slot, made once. */
export function textAt(table: PeopleTable, slot: number): string {
  return texts[slot] ??= haystackAt(table, slot);
}

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
  const table = turn.then(async () => {
    if (!index) {
      const read = await readPeople(book);
      if (read) begin(read, false);
    }
    return catchUpTable();
  });
  turn = table.then(() => undefined, () => undefined);
  return table;
}

/** Brings the index that is kept up to date; it is read when there is none, or when another context packed changes away that it has not seen. */
async function catchUpTable(): Promise<PeopleTable> {
  const known = index && !await isOvertaken(index) ? index : begin(await loadPeople(book), true);
  const changed = await catchUp(book, known);
  pending.push(...changed);
  for (const id of changed) {
    const slot = known.table.slotOf.get(id);
    if (slot !== undefined) texts[slot] = undefined;
  }
  return known.table;
}

function begin(read: PeopleIndex, isChecked: boolean): PeopleIndex {
  [index, checked, texts, pending] = [read, isChecked, [], []];
  return read;
}

/** Runs work that yields, a little at a time; undefined when it was ended by `isOver`. */
export async function inTurns<T>(work: Generator<void, T>, isOver: () => boolean): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < TURN) continue;
    await new Promise((next) => setTimeout(next));
    if (isOver()) return undefined;
    since = performance.now();
  }
}

function follow(end: AbortSignal): void {
  let waiting = false;
  let missed = false;
  const fail = (error: unknown): void => { state.value = { error }; };
  const look = async (): Promise<void> => {
    waiting = false;
    if (end.aborted) return;
    await catchUpTable();
    if (!checked && !await isWhole(book, index!)) begin(await loadPeople(book), true);
    checked = true;
    await score(end);
    whenIdle(tidyUp, end);
  };
  const soon = (): void => {
    // one look sees all that came before it; while many are written it would look after each slice
    missed = running.peek() !== null;
    if (waiting || missed) return;
    waiting = true;
    turn = turn.then(look).catch(fail);
  };
  const rows = liveQuery(() => book.journal.orderBy('seq').last()).subscribe({ next: soon, error: fail });
  const targets = liveQuery(() => book.icps.toArray()).subscribe({ next: (next) => { icps = next; soon(); }, error: fail });
  const deals = liveQuery(() => readDeal(book)).subscribe({ next: (next) => { ({ typical } = next); soon(); }, error: fail });
  const stopWaiting = running.subscribe((busy) => { if (!busy && missed) soon(); });
  const privacy = liveQuery(() => readPrivacy(book)).subscribe({ next: (next) => { ({ keepMonths } = next); soon(); }, error: fail });
  const stopClock = now.subscribe((at) => { if (state.value.people && state.value.people.now !== at) soon(); });
  end.addEventListener('abort', () => {
    rows.unsubscribe();
    targets.unsubscribe();
    deals.unsubscribe();
    privacy.unsubscribe();
    stopClock();
    stopWaiting();
  }, { once: true });
}

/** What scores rest on, and the scores by ICP. */
let scored: { table?: PeopleTable; icps: readonly Icp[]; all: IcpScores[] } = { icps: [], all: [] };
/** So many are scored one by one; more are scored with everybody. */
const FEW = 2_000;

/** Who has changed since everybody was scored: a view that closes half-way leaves them to the next. */
let pending: string[] = [];

/** Scores whom it has to: everybody when the people were read anew or an ICP has changed, else the few who have. */
async function score(end: AbortSignal): Promise<void> {
  const { table } = index!;
  const targets = icps;
  const means = await meansOf(targets);
  const all: IcpScores[] = [];
  if (scored.table === table && scored.icps === targets && pending.length < FEW) {
    const slots = [...new Set(pending)].flatMap((id) => table.slotOf.get(id) ?? []);
    for (const [at, icp] of targets.entries()) {
      const next = await inTurns(rescoreSlots(table, slots, icp, means, scored.all[at]!), () => end.aborted);
      if (!next) return;
      all.push(next);
    }
  } else {
    for (const icp of targets) {
      const next = await inTurns(scoreAll(table, icp, means), () => end.aborted || icps !== targets);
      if (!next) return;
      all.push(next);
    }
  }
  pending = [];
  scored = { table, icps: targets, all };
  const scores = bestOf(table, targets, all);
  // what is packed next begins with what is known now
  for (let slot = 0; slot < table.ids.length; slot++) table.numbers.fitMark[slot] = scores.icp[slot] ? scores.fit[slot]! : -1;
  const at = now.value;
  const priority = await inTurns(prioritiesOf(table, scores, at, typical), () => end.aborted);
  if (priority) state.value = { people: { table, scores, icps: targets.map(({ id }) => id), now: at, priority, ...(keepMonths === undefined ? {} : { keepMonths }) } };
}

/** Has another context packed changes away that this index has not seen? */
async function isOvertaken({ seq }: PeopleIndex): Promise<boolean> {
  const first = await book.journal.orderBy('seq').first();
  return first?.seq !== undefined && first.seq > seq + 1;
}

/** Makes the texts to search before somebody types, in slices, then packs the index when it has grown. */
async function tidyUp(end: AbortSignal): Promise<void> {
  const { people } = state.value;
  if (!people || !index) return;
  const { table } = people;
  const { version } = table;
  await inTurns((function* make() {
    for (const slot of slotsOf(table)) {
      textAt(table, slot);
      if (slot % 500 === 499) yield;
    }
  })(), () => end.aborted || table.version !== version);
  if (!end.aborted) await packIfGrown(book, index);
}

function whenIdle(work: (end: AbortSignal) => Promise<void>, end: AbortSignal): void {
  requestIdleCallback(() => void work(end).catch(report), { timeout: 2_000 });
}
