import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import type { Book } from './database.ts';
import { barringOf, takeBack, undo, type Undone } from './undo.ts';
import { isBulk, takeAway, type BulkEntry } from './take-away.ts';
import type { Change } from './write.ts';

/** How long work is followed and ended. */
export interface SliceRun {
  /** Hears how many of all people are through. */
  onProgress?: (done: number, all: number) => void;
  /** Ends it between two slices: what is done stays, and doing the same again goes on. */
  signal?: AbortSignal;
  /** Between two slices: who draws gets a turn. */
  pause?: () => Promise<void>;
}

/** What became of an undo in slices; `stopped`: not all was looked at, the same undo again goes on. */
export interface UndoneInSlices extends Undone {
  stopped: boolean;
  /** Rows that had come in bulk and went again; they are counted in `restored` too. */
  removed: { people: number; others: number };
}

/** An action about so few people and accounts is taken back in one write, however much hangs on them: it is all or nothing. */
const FEW = 12;
/** People that one transaction takes. */
const SLICE = 100;
/** History entries that are read at once. */
const READ = 500;

/** All that an action did to one person or account. */
interface Subject {
  seqs: number[];
  /** See PHASE. */
  phase: number;
}

/**
 * Takes an action of any size back, like `undo`: about a few in one write, about many in slices of whole people, each written with the one change. Nothing
 * is taken back when the action set do-not-contact for somebody who still has it, unless it `lifts`.
 */
export async function undoInSlices(book: Book, changeId: string, change: Change, run: SliceRun = {}, { lifts = false }: { lifts?: boolean } = {}): Promise<UndoneInSlices> {
  const undone = await inSlices(book, changeId, change, run, lifts);
  if (!undone.stopped) await book.imports.where('id').equals(changeId).modify({ state: 'undone' });
  return undone;
}

async function inSlices(book: Book, changeId: string, change: Change, run: SliceRun, lifts: boolean): Promise<UndoneInSlices> {
  const seqs = await book.history.where('changeId').equals(changeId).primaryKeys();
  const subjects = new Map<string, Subject>();
  const bulk: BulkEntry[] = [];
  const left: Undone['kept'] = [];
  for (const some of slices(seqs, READ)) {
    const entries = (await book.history.bulkGet(some)).filter((entry) => entry !== undefined);
    const barred = lifts ? [] : await barringOf(book, entries);
    bulk.push(...entries.filter(isBulk));
    for (const { entity, id, field } of barred) left.push({ entity, id, field });
    for (const entry of entries) if (!isBulk(entry) && !barred.includes(entry)) note(subjects, entry);
    await run.pause?.();
  }
  // one name on a list of many does not hold the others
  if (left.length > 0 && bulk.length === 0) return { restored: 0, kept: left.slice(0, 1), stopped: false, removed: { people: 0, others: 0 } };
  if (bulk.length === 0 && subjects.size <= FEW) return { ...await undo(book, changeId, change, { lifts }), stopped: false, removed: { people: 0, others: 0 } };
  const undone: UndoneInSlices = { restored: 0, kept: left, stopped: false, removed: { people: 0, others: 0 } };
  const inOrder = [...subjects.values()].toSorted((a, b) => a.phase - b.phase);
  let done = 0;
  for (const some of slices(inOrder, SLICE)) {
    if (run.signal?.aborted) return { ...undone, stopped: true };
    const entries = (await book.history.bulkGet(some.flatMap((one) => one.seqs))).filter((entry) => entry !== undefined);
    const part = await takeBack(book, entries.toSorted((a, b) => a.seq! - b.seq!), change);
    undone.restored += part.restored;
    undone.kept.push(...part.kept);
    run.onProgress?.(done += some.length, inOrder.length);
    await run.pause?.();
  }
  if (bulk.length === 0) return undone;
  const away = await takeAway(book, bulk, change, run);
  const { people, others, kept, stopped } = away;
  return { restored: undone.restored + people + others, kept: [...undone.kept, ...kept], stopped, removed: { people, others } };
}

const ALONE: ReadonlySet<EntityKind> = new Set(['prospect', 'note', 'touch', 'followUp', 'enrolment']);

/**
 * What people point at comes back before them and goes after them; among each, who lets go of identities comes before those who come back
 * and want them. Everything of one person is in one slice: a cadence never stands without its follow-up.
 */
const PHASE = { things: 0, thingsBack: 1, people: 2, peopleBack: 3, thingsGone: 4 };

function note(subjects: Map<string, Subject>, { seq, entity, subject, field, old, new: next }: HistoryEntry): void {
  const isPerson = ALONE.has(entity);
  const returns = field === '*' && next === undefined;
  const goes = field === '*' && old === undefined;
  const phase = isPerson ? (entity === 'prospect' && returns ? PHASE.peopleBack : PHASE.people) : goes ? PHASE.thingsGone : returns ? PHASE.thingsBack : PHASE.things;
  const known = subjects.get(subject);
  if (!known) subjects.set(subject, { seqs: [seq!], phase });
  else {
    known.seqs.push(seq!);
    known.phase = Math.max(known.phase, phase);
  }
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
