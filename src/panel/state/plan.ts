import { liveQuery } from 'dexie';
import { parseWhen, type WhenOptions } from '../../domain/when.ts';
import { whenLanguage } from '../../domain/when/load.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readSetting } from '../../storage/setting.ts';
import { book } from './book.ts';
import { zone } from './clock.ts';

/** What was typed, read as a time (epoch ms). */
export interface Plan {
  words: string;
  dueAt: number;
}

const options: WhenOptions = {};

/** Reads the rep's words against now, in their language and with their morning; null while nothing is typed. */
export function planOf(words: string): Plan | { error: string } | null {
  if (!words.trim()) return null;
  const when = parseWhen(words, Date.now(), zone(), options);
  return 'error' in when ? { error: t(`when_error_${when.error.replaceAll('-', '_')}` as MessageName) } : { words: words.trim(), dueAt: when.dueAt };
}

/** Loads the language of the rep's interface and follows their morning setting. */
export function keepPlanning(): void {
  void whenLanguage(uiLocale()).then((language) => { options.language = language; }, report);
  liveQuery(() => readSetting(book, 'morning', '09:00')).subscribe({ next: (morning) => { options.morning = morning; }, error: report });
}
