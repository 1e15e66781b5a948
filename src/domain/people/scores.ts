import type { Icp } from '../icp.ts';
import { addTo, compileCriterion, markOf, type Sums, totalsOf } from '../score.ts';
import type { JudgeMeans } from '../score/judge.ts';
import { peopleTable, type PeopleTable } from './table.ts';
import { verdictsOf } from './verdict.ts';

/** Fit and coverage (0..100) of everybody by one ICP, by slot. */
export interface IcpScores {
  fit: Uint8Array<ArrayBuffer>;
  coverage: Uint8Array<ArrayBuffer>;
}

/** The best of several ICPs for everybody, by slot: fit and coverage, and which (`icp` counts from 1; 0 = nobody was scored). */
export interface BestScores extends IcpScores {
  icp: Uint8Array<ArrayBuffer>;
}

const ROWS = 10_000;
const STATES = ['unknown', 'no', 'match'] as const;
/** Verdicts that are kept: an edit changes one criterion, the others stay as they are. */
const KEPT = 60;

const kept = new WeakMap<PeopleTable, { version: number; near: JudgeMeans['near']; verdicts: Map<string, Uint8Array> }>();

/** Scores everybody by one ICP. Yields often; what the table says must not change until it is done (`table.version`). */
export function* scoreAll(table: PeopleTable, { criteria }: Pick<Icp, 'criteria'>, means: JudgeMeans): Generator<void, IcpScores> {
  const compiled = criteria.map((criterion) => compileCriterion(criterion, means));
  const totals = totalsOf(compiled);
  const verdicts: Uint8Array[] = [];
  for (const { criterion } of compiled) verdicts.push(yield* verdictsKept(table, criterion, means));
  const size = table.ids.length;
  const scores: IcpScores = { fit: new Uint8Array(size), coverage: new Uint8Array(size) };
  const sums: Sums = { known: 0, matched: 0, unknown: 0, missing: false, unsure: false, broken: false };
  for (let slot = 0; slot < size; slot++) {
    sums.known = sums.matched = sums.unknown = 0;
    sums.missing = sums.unsure = sums.broken = false;
    for (let at = 0; at < compiled.length; at++) addTo(sums, compiled[at]!, STATES[verdicts[at]![slot]!]!);
    const { fit, coverage } = markOf(sums, totals);
    scores.fit[slot] = fit;
    scores.coverage[slot] = coverage;
    if (slot % ROWS === ROWS - 1) yield;
  }
  return scores;
}

function* verdictsKept(table: PeopleTable, criterion: Icp['criteria'][number], means: JudgeMeans): Generator<void, Uint8Array> {
  let mine = kept.get(table);
  if (mine?.version !== table.version || mine.near !== means.near) kept.set(table, mine = { version: table.version, near: means.near, verdicts: new Map() });
  const { kind, any, rule, min, max, within, field } = criterion;
  const key = JSON.stringify([kind, any, rule === 'never', min, max, within, field]);
  let found = mine.verdicts.get(key);
  if (!found) {
    found = yield* verdictsOf(table, criterion, means);
    if (mine.verdicts.size >= KEPT) mine.verdicts.clear();
    mine.verdicts.set(key, found);
  }
  return found;
}

/** The best scores with those of these slots worked out anew: the rest of the table is as it was. Yields often. */
export function* rescoreSlots(table: PeopleTable, slots: readonly number[], icps: readonly Pick<Icp, 'id' | 'criteria'>[], means: JudgeMeans, best: BestScores): Generator<void, BestScores> {
  const some = peopleTable();
  for (const slot of slots) some.put(table.rowAt(slot));
  const all: IcpScores[] = [];
  for (const icp of icps) all.push(yield* scoreAll(some, icp, means));
  const fresh = bestOf(some, icps, all);
  const size = table.ids.length;
  const next: BestScores = { fit: sized(best.fit, size), coverage: sized(best.coverage, size), icp: sized(best.icp, size) };
  for (const slot of slots) {
    const at = some.slotOf.get(table.ids[slot]!)!;
    for (const name of ['fit', 'coverage', 'icp'] as const) next[name][slot] = fresh[name][at]!;
  }
  return next;
}

function sized(array: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(size);
  next.set(array.subarray(0, size));
  return next;
}

/** The one that the rep chose (`icpId`), else the highest fit, then the higher coverage, then the first. */
export function bestOf(table: PeopleTable, icps: readonly Pick<Icp, 'id'>[], scores: readonly IcpScores[]): BestScores {
  const size = table.ids.length;
  const best: BestScores = { fit: new Uint8Array(size), coverage: new Uint8Array(size), icp: new Uint8Array(size) };
  const { values, codes } = table.texts.icpId;
  const chosen = Array.from(values(), (id) => icps.findIndex((icp) => icp.id === id));
  for (let slot = 0; slot < size; slot++) {
    let at = chosen[codes[slot]!]!;
    const among = at < 0 ? scores.length : 0;
    for (let next = 0; next < among; next++) {
      const [mine, its] = [scores[at], scores[next]!];
      if (!mine || its.fit[slot]! > mine.fit[slot]! || (its.fit[slot] === mine.fit[slot] && its.coverage[slot]! > mine.coverage[slot]!)) at = next;
    }
    const won = scores[at];
    if (!won) continue;
    best.fit[slot] = won.fit[slot]!;
    best.coverage[slot] = won.coverage[slot]!;
    best.icp[slot] = at + 1;
  }
  return best;
}

