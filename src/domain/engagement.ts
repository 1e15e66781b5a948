import type { Touch } from './activity.ts';

/** Engagement loses half of its worth in so many ms: fourteen days. */
export const HALF_LIFE = 14 * 86_400_000;

/** So much weight, fresh, is an engagement of 50. */
const HALF_WAY = 20;

/** What came in by a channel when nothing more is known of it. */
const BY_CHANNEL: Record<string, number> = { meeting: 20, call: 12, email: 10, linkedin: 10, form: 10, event: 8, webinar: 8, x: 6, website: 3, other: 4 };

/** What happened tells more than where; `channel outcome` goes before `outcome`. Nothing has a negative weight: a no belongs into BANT or the stage. */
const BY_OUTCOME: Record<string, number> = {
  'meeting attended': 20, 'event attended': 12, 'webinar attended': 10, attended: 10, 'asked-for-meeting': 20, 'meeting-booked': 20, booked: 20, 'asked-for-demo': 20, 'asked-for-price': 18, 'trial-started': 18,
  referred: 14, interested: 14, replied: 10, answered: 10, 'called-back': 14, 'form-filled': 10, downloaded: 6, registered: 6, subscribed: 5, 'connection-accepted': 4, accepted: 4, commented: 5, shared: 5, mentioned: 5,
  followed: 3, reacted: 2, liked: 2, clicked: 3, 'visited-pricing': 6, visited: 3, viewed: 2, opened: 1,
  'no-show': 0, 'not-interested': 0, declined: 0, unsubscribed: 0, bounced: 0, 'out-of-office': 0, 'wrong-person': 0,
};

/** What a touch is worth while fresh: 0 for what we did ourselves, else by what happened, else by the channel. */
export function weightOf({ channel, direction, outcome }: Pick<Touch, 'channel' | 'direction' | 'outcome'>): number {
  if (direction !== 'in') return 0;
  const where = named(channel);
  const what = named(outcome ?? '');
  const at = (table: Record<string, number>, name: string): number | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
  return at(BY_OUTCOME, `${where} ${what}`) ?? at(BY_OUTCOME, what) ?? at(BY_CHANNEL, where) ?? BY_CHANNEL['other']!;
}

function named(text: string): string {
  return text.trim().toLowerCase().replace(/[\s_-]+/g, '-');
}

/** When a touch counts as having happened (epoch ms): nothing can be written down before it has happened. */
function happened({ at, createdAt }: Pick<Touch, 'at' | 'createdAt'>, latest: number): number {
  return Math.min(at, createdAt, latest);
}

/**
 * What somebody's touches come to, as one number that never changes with the clock: log2 of the sum of weight * 2^(at / half-life).
 * -Infinity = nothing came in. Store it, sort by it: of two people the one with more heat has more engagement at any moment. What is dated
 * later than it was written counts from then; what is dated after `latest` (epoch ms) counts from there.
 */
export function heatOf(touches: readonly Touch[], latest = Infinity): number {
  return joinHeat(touches.map((touch) => Math.log2(weightOf(touch)) + happened(touch, latest) / HALF_LIFE));
}

/** The heat of several people together, or of several parts of one: the log of the sum of what they are logs of. */
export function joinHeat(heats: readonly number[]): number {
  // the largest is taken out of the sum first: 2^1500 is no number any more
  const most = heats.reduce((max, heat) => Math.max(max, heat), -Infinity);
  if (most === -Infinity) return -Infinity;
  return most + Math.log2(heats.reduce((sum, heat) => sum + 2 ** (heat - most), 0));
}

/** Engagement at a moment (epoch ms), a whole number 0..100: 0 without heat, 50 for a weight of 20 that is fresh, half of the weight fourteen days later. */
export function engagementAt(heat: number, now: number): number {
  return Math.round(exactly(2 ** (heat - now / HALF_LIFE)));
}

function exactly(weight: number): number {
  return 100 * (1 - 2 ** (-weight / HALF_WAY));
}

/** One touch's share in an engagement. */
export interface EngagementReason {
  touch: Touch;
  /** What it was worth, and what is left of it. */
  weight: number;
  left: number;
  /** Its share of the engagement in points, in proportion to what is left; not rounded. */
  points: number;
}

/** Which touches make the engagement of this moment, the most telling first; what counts nothing is left out. Their points add up to it. */
export function engagementReasons(touches: readonly Touch[], now: number): EngagementReason[] {
  const counted = touches.map((touch) => ({ touch, weight: weightOf(touch), left: weightOf(touch) * 2 ** ((happened(touch, now) - now) / HALF_LIFE) })).filter(({ left }) => left > 0);
  const sum = counted.reduce((all, { left }) => all + left, 0);
  return counted.map((one) => ({ ...one, points: (exactly(sum) * one.left) / sum })).toSorted((a, b) => b.points - a.points);
}
