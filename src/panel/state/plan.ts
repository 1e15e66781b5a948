import { liveQuery } from 'dexie';
import type { Recurrence } from '../../domain/activity.ts';
import { parsePlanned, type Planned } from '../../domain/when-repeated.ts';
import { parseWhen, type WhenError, type WhenOptions } from '../../domain/when.ts';
import { MONDAY_WEEK, type Week } from '../../domain/week.ts';
import { whenLanguage } from '../../domain/when/load.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readSetting } from '../../storage/setting.ts';
import { readWeek } from '../../storage/time-setting.ts';
import { book } from './book.ts';
import { zone } from './clock.ts';

/** What was typed, read as a time (epoch ms). */
export interface Plan {
  words: string;
  dueAt: number;
  repeat?: Recurrence;
}

const options: WhenOptions = {};

/** How the rep speaks of time: language, morning and week as they are set. */
export function whenOptions(): WhenOptions {
  return options;
}

/** The rep's week. */
export function week(): Week {
  return options.week ?? MONDAY_WEEK;
}

/** Reads the rep's words against now, in their language and with their morning; null while nothing is typed. `once` = what comes again is not understood. */
export function planOf(words: string, { once = false } = {}): Plan | { error: string } | null {
  if (!words.trim()) return null;
  const when: Planned | { error: WhenError } = (once ? parseWhen : parsePlanned)(words, Date.now(), zone(), options);
  if ('error' in when) return { error: t(`when_error_${when.error.replaceAll('-', '_')}` as MessageName) };
  return { words: words.trim(), dueAt: when.dueAt, ...(when.repeat ? { repeat: when.repeat } : {}) };
}

/** Loads the language of the rep's interface and follows how their morning and week are set. */
export function keepPlanning(): void {
  void whenLanguage(uiLocale()).then((language) => { options.language = language; }, report);
  liveQuery(() => readSetting(book, 'morning', '09:00')).subscribe({ next: (morning) => { options.morning = morning; }, error: report });
  liveQuery(() => readWeek(book)).subscribe({ next: (set) => { options.week = set; }, error: report });
}
