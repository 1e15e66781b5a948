import type { FollowUp } from '../../domain/activity.ts';
import { meetingEnd } from '../../domain/meeting.ts';
import { addDays, isoDay, wallAt } from '../../domain/wall-time.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { zone } from './clock.ts';
import { whenOptions } from './plan.ts';

/** What is typed of a meeting: its length or end, and its place. */
export interface MeetingWords {
  length: string;
  place: string;
}

/** What a meeting takes when nothing else is said. */
export const USUAL_LENGTH = '30 min';

/** When a meeting that begins at `start` (epoch ms) ends by the rep's words; undefined = nothing is said, null = not understood. */
export function endOf(words: string, start: number): number | null | undefined {
  return words.trim() === '' ? undefined : meetingEnd(words, start, zone(), whenOptions());
}

/** "until 15:30", with its day when that is another one; '' for what has no end. */
export function untilWord({ dueAt, endsAt }: Pick<FollowUp, 'dueAt' | 'endsAt'>): string {
  if (endsAt === undefined) return '';
  const [from, to] = [wallAt(dueAt, zone()), wallAt(endsAt, zone())];
  const clock = new Intl.DateTimeFormat(uiLocale(), { timeStyle: 'short', timeZone: zone() }).format(endsAt);
  const day = isoDay(from) === isoDay(to) || (isoDay(addDays(from, 1)) === isoDay(to) && to.hour < 6) ? '' : `${new Intl.DateTimeFormat(uiLocale(), { weekday: 'short', timeZone: zone() }).format(endsAt)} `;
  return t('meeting_until', `${day}${clock}`);
}
