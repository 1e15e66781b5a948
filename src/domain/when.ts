import { afterSpans, atInstant, inPart, type Moment, nextTime, onDay, type When, type WhenError } from './when/due.ts';
import { britishEnglish, english } from './when/en.ts';
import { grammarOf, type SaidTime, type TimeOfDay } from './when/grammar.ts';
import type { NamedTime, WhenLanguage } from './when/language.ts';
import { isDay, isZone, wallAt } from './wall-time.ts';
import { MONDAY_WEEK, type Week } from './week.ts';
import { plain } from './word.ts';

export type { When, WhenError } from './when/due.ts';

/** `morning` is the time of a day without one ("09:00"); `language` comes from `whenLanguage`, English words are understood in any; `week` is the rep's, Monday to Sunday when it is not said. */
export interface WhenOptions { morning?: string; language?: WhenLanguage; week?: Week }

const MAX_WORDS = 80;
/** A time that says its own zone, as machines write it. */
const STAMP = /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/i;

/**
 * When "in 3 days", "next tue 9am", "2w", "dec 3" or "2026-12-03 14:30" is, said at `now` (epoch ms) in an IANA zone. Always later than now.
 *
 * A day without a time means the morning. d, w, m, y are days, weeks, months, years; h and min count from this minute. A weekday is the next
 * one, never today; "next tue" is the Tuesday of next week; "next week", "next month" are their first working day. A day without a year and a
 * time without a day are the next such. A wall time that clocks jump over moves later, one that comes twice is the first that is still ahead.
 */
export function parseWhen(words: string, now: number, zone: string, options: WhenOptions = {}): When | { error: WhenError } {
  if (words.trim() === '') return { error: 'empty' };
  if (words.length > MAX_WORDS) return { error: 'not-understood' };
  if (!isZone(zone)) return { error: 'zone' };
  const language = options.language ?? english;
  const moment: Moment = { now, zone, here: wallAt(now, zone), morning: morningOf(options.morning), language, week: options.week ?? MONDAY_WEEK };
  const stamp = STAMP.exec(words.trim());
  if (stamp) return isDay({ year: Number(stamp[1]), month: Number(stamp[2]), day: Number(stamp[3]) }) ? atInstant(Date.parse(stamp[0]), moment) : { error: 'not-understood' };
  const answer = understand(tidy(words), moment);
  if (language === english || !('error' in answer) || answer.error !== 'not-understood') return answer;
  return understand(tidy(words), { ...moment, language: language.dayFirst ? britishEnglish : english });
}

function tidy(words: string): string {
  return words.toLowerCase().normalize('NFC').replace(/[’‘]/g, "'").replace(/(?<=\d ?)([ap])\.?m\b\.?/g, '$1m').replace(/(\d)t(\d\d:)/g, '$1 $2')
    .replace(/(\p{L})\.(?=\s|$)/gu, '$1').replace(/[,;!?\s]+/g, ' ').trim();
}

function morningOf(text = ''): TimeOfDay {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  return { hour: Number(match?.[1] ?? 9), minute: Number(match?.[2] ?? 0), half: false };
}

function understand(text: string, moment: Moment): When | { error: WhenError } {
  const grammar = grammarOf(moment.language);
  const folded = plain(text);
  const spans = grammar.spans(folded);
  if (spans) return afterSpans(spans, moment);

  const splits = grammar.splits(folded);
  for (const { time, rest } of splits) {
    if (time !== null && grammar.isFiller(rest)) return nextTime(time, moment);
    const day = grammar.day(rest);
    if (day) return onDay(day, time, moment);
    if (time === null || typeof time === 'string') continue;
    // "tomorrow morning at 10", "fri afternoon at 3"
    for (const part of grammar.splits(rest)) {
      const partOf = typeof part.time === 'string' ? grammar.day(part.rest) : null;
      if (partOf) return onDay(partOf, inPart(time, part.time as NamedTime), moment);
    }
  }
  const bare = /^(.*\D) (\d{1,2})$/.exec(folded);
  const bareDay = bare && Number(bare[2]) < 24 ? grammar.day(bare[1]!) : null;
  if (bareDay) return onDay(bareDay, { hour: Number(bare![2]), minute: 0, half: !bare![2]!.startsWith('0') }, moment);
  if (grammar.isPast(folded)) return { error: 'past' };

  for (const { time, rest, side } of splits) {
    // the library wants its accents back; they stand where they stood as long as folding kept the length
    const shown = text.length !== folded.length ? rest : side === 'start' ? text.slice(text.length - rest.length) : text.slice(0, rest.length);
    const answer = inWords(shown, time, moment);
    if (answer) return answer;
  }
  return { error: 'not-understood' };
}

/** What chrono makes of a date in words; null when it finds none, or leaves a part of the text without meaning. */
function inWords(text: string, time: SaidTime | null, moment: Moment): When | { error: WhenError } | null {
  const { here, now, language } = moment;
  // noon exists in every zone, so that the zone of this machine cannot move the day
  const days = [Date.UTC(here.year, here.month - 1, here.day, 12)];
  // 29 February is only found from a year near one that has it
  if (text.includes('29')) for (let year = here.year + 1; year <= here.year + 8; year += 1) days.push(Date.UTC(year, 0, 1, 12));
  for (const day of days) {
    const [found, ...others] = language.dates(text, { instant: new Date(day), timezone: 0 });
    if (!found) continue;
    const rest = plain(text.slice(0, found.index) + text.slice(found.index + found.text.length)).trim();
    if (others.length > 0 || found.end || !grammarOf(language).isFiller(rest)) return null;
    const { start } = found;
    const hasHour = start.isCertain('hour');
    if (hasHour && time !== null) return null;
    if (hasHour && start.tags().has('result/relativeDateAndTime')) return atInstant(now + start.date().getTime() - day, moment);
    if (!start.isCertain('month') || !start.isCertain('day')) return null;
    if (hasHour && start.isCertain('timezoneOffset')) return atInstant(start.date().getTime(), moment);
    const said = hasHour ? { hour: start.get('hour')!, minute: start.get('minute') ?? 0, half: false } : time;
    return onDay({ year: start.isCertain('year') ? start.get('year') : null, month: start.get('month')!, day: start.get('day')! }, said, moment);
  }
  return null;
}
