import type { Variant } from './template.ts';
import { wilson, type Interval } from './wilson.ts';

/** What came of a template or one of its variants. `settled`: of its uses those that are older than a reply may be, and what came of them. */
export interface Tally {
  uses: number;
  /** Meetings are replies too. */
  replies: number;
  meetings: number;
  settled: { uses: number; replies: number };
}

/** Which variant does best, if that can be said: `more` = about how many more uses of each it takes (null = they are so alike that no number of uses is in sight). */
export type Verdict = { kind: 'alone' } | { kind: 'too-early'; more: number | null } | { kind: 'best'; id: string };

/** A variant has to be used and settled so often before it is compared. */
export const LEAST_USES = 30;
const OUT_OF_SIGHT = 2_000;

export const NO_TALLY: Tally = { uses: 0, replies: 0, meetings: 0, settled: { uses: 0, replies: 0 } };

/** Tallies added up. */
export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, one) => ({
    uses: sum.uses + one.uses, replies: sum.replies + one.replies, meetings: sum.meetings + one.meetings,
    settled: { uses: sum.settled.uses + one.settled.uses, replies: sum.settled.replies + one.settled.replies },
  }), NO_TALLY);
}

/** The share of replies among the settled uses, with its interval. */
export function replyRate({ settled }: Tally): Interval {
  return wilson(settled.replies, settled.uses);
}

/**
 * Names the best variant only when each was used often enough and its interval lies above every other's. Uses that may still be answered do not
 * count: an early look would favour whatever went out first.
 */
export function verdict(variants: readonly { id: string; tally: Tally }[]): Verdict {
  if (variants.length < 2) return { kind: 'alone' };
  const ranked = variants.map(({ id, tally }) => ({ id, settled: tally.settled, rate: replyRate(tally) })).toSorted((a, b) => b.rate.share - a.rate.share || b.settled.uses - a.settled.uses);
  const [best, ...others] = ranked;
  const least = Math.min(...ranked.map(({ settled }) => settled.uses));
  const rival = others.toSorted((a, b) => b.rate.high - a.rate.high)[0]!;
  if (least >= LEAST_USES && best!.rate.low > rival.rate.high) return { kind: 'best', id: best!.id };
  if (least < LEAST_USES) return { kind: 'too-early', more: LEAST_USES - least };
  return { kind: 'too-early', more: moreUntilApart(best!.rate.share, others[0]!.rate.share, least) };
}

/** How many more uses it would take until two shares stand apart, if they stay as they are. */
function moreUntilApart(best: number, second: number, from: number): number | null {
  const apart = (count: number): boolean => wilson(best * count, count).low > wilson(second * count, count).high;
  if (!apart(from + OUT_OF_SIGHT)) return null;
  let [few, enough] = [0, OUT_OF_SIGHT];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (apart(from + middle)) enough = middle;
    else few = middle;
  }
  return Math.max(1, enough);
}

/** The variant whose turn it is: the one used least, of several the first. Null when there is none. */
export function nextVariant(variants: readonly Variant[], usesOf: (id: string) => number): Variant | null {
  return variants.reduce<Variant | null>((next, one) => (next === null || usesOf(one.id) < usesOf(next.id) ? one : next), null);
}
