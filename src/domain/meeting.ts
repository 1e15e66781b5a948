import type { FollowUp } from './activity.ts';
import { parseWhen, type WhenOptions } from './when.ts';

/** What a meeting has besides its beginning: an end (epoch ms) and a place. */
export type MeetingFacts = Pick<FollowUp, 'endsAt' | 'place'>;

/** The channel of a follow-up that is a meeting. */
export const MEETING = 'meeting';

/** What is longer is no meeting of two (ms). */
const LONGEST = 24 * 3_600_000;
const LONGEST_PLACE = 200;

/** Is this follow-up a meeting: by its channel, or because it has an end? */
export function isMeeting({ channel, endsAt }: Pick<FollowUp, 'channel' | 'endsAt'>): boolean {
  return channel === MEETING || endsAt !== undefined;
}

/** When a meeting ends (epoch ms) that begins at `start`: "45" and "45 min" are its length, "1 hour 30 min" too, "15:30" its end; null when that is not understood or more than a day. */
export function meetingEnd(words: string, start: number, zone: string, options: WhenOptions = {}): number | null {
  const minutes = /^\s*(\d{1,3})\s*$/.exec(words);
  const end = parseWhen(minutes ? `${minutes[1]} min` : words, start, zone, options);
  return 'error' in end || end.dueAt - start > LONGEST ? null : end.dueAt;
}

/** A follow-up with this end and place; an end that is not after its beginning, and a place without a word, are none. */
export function withMeeting<F extends Pick<FollowUp, 'dueAt'> & MeetingFacts>(followUp: F, { endsAt, place = '' }: MeetingFacts): Omit<F, keyof MeetingFacts> & MeetingFacts {
  const { endsAt: _end, place: _place, ...rest } = followUp;
  const where = place.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PLACE);
  return { ...rest, ...(endsAt !== undefined && endsAt > rest.dueAt ? { endsAt } : {}), ...(where ? { place: where } : {}) };
}

/** Does the timeline tell of it: is it ahead, or was it there until its time had come? One that was taken off before is told by that. */
export function tookPlace(followUp: FollowUp): boolean {
  return isMeeting(followUp) && (followUp.open === 1 || (followUp.doneAt ?? 0) >= followUp.dueAt);
}
