import type { Recurrence } from '../../domain/activity.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';

/** How something comes again, in the rep's words: "every 2 weeks on Tue and Thu, until 31 Dec". */
export function formatRecurrence({ every, unit, weekdays = [], monthDay, until }: Recurrence): string {
  const locale = uiLocale();
  const often = every === 1 ? t(`repeat_${unit}` as MessageName) : t(`repeat_${unit}s` as MessageName, every);
  const days = new Intl.ListFormat(locale, { type: 'conjunction' }).format(weekdays.map((day) => weekdayWord(day, 'short')));
  const on = unit === 'week' && days ? t('repeat_on', often, days) : unit === 'month' && monthDay !== undefined ? t('repeat_month_day', often, monthDay) : often;
  return until === undefined ? on : t('repeat_until', on, new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(until));
}

/** A weekday by its number, Monday 1 .. Sunday 7. */
export function weekdayWord(day: number, width: 'short' | 'long'): string {
  // 1 January 2024 was a Monday
  return new Intl.DateTimeFormat(uiLocale(), { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}
