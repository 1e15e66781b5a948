import type { NamedDay, NamedTime, Unit, WhenLanguage } from './language.ts';

/** A time of day; `half`: a lone hour, which may lack am or pm. */
export interface TimeOfDay { hour: number; minute: number; half: boolean }
export type SaidTime = TimeOfDay | NamedTime;

/** One way to tell the time of day from the rest of what was said; `at` says on which side of the rest it stood. */
export interface Split { time: SaidTime | null; rest: string; side: 'all' | 'end' | 'start' }

export interface Span { amount: number; unit: Unit }
export type SaidDay = { named: NamedDay } | { weekday: number; which: 'plain' | 'this' | 'next' | 'next-week' } | { spans: Span[] } | { year: number | null; month: number; day: number };

/** A language's tables as expressions. All methods take lower-case words without accents. */
export interface Grammar {
  spans(text: string): Span[] | null;
  day(text: string): SaidDay | null;
  splits(text: string): Split[];
  isPast(text: string): boolean;
  isFiller(text: string): boolean;
}

const compiled = new WeakMap<WhenLanguage, Grammar>();

/** The grammar of a language, made once. */
export function grammarOf(language: WhenLanguage): Grammar {
  const known = compiled.get(language) ?? compile(language);
  compiled.set(language, known);
  return known;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Any of the spellings of some lists, the longest first, as an expression. */
export const either = (...lists: string[]): string => `(?:${lists.flatMap((list) => list.split('|')).sort((a, b) => b.length - a.length).map(escape).join('|')})`;
const meanings = <T>(entries: [T, string][]): Map<string, T> => new Map(entries.flatMap(([meaning, words]) => words.split('|').map((word) => [word, meaning] as const)));
const entriesOf = <K extends string>(table: Record<K, string>): [K, string][] => Object.entries(table) as [K, string][];

function compile(language: WhenLanguage): Grammar {
  const units = meanings(entriesOf(language.units));
  const numbers = meanings(language.numbers.map((words, index) => [index + 1, words]));
  const weekdays = meanings(language.weekdays.map((words, index) => [index + 1, words]));
  const days = meanings(entriesOf(language.days));
  const times = meanings(entriesOf(language.times));
  const timesToday = meanings(entriesOf(language.timesToday as Record<NamedTime, string>));

  const span = `(?:(\\d{1,9}) ?|(${either(...language.numbers)}) )(${either(...Object.values(language.units))})`;
  const spans = new RegExp(`^(?:${either(language.within)} )?(?:${span.replaceAll(/\((?!\?)/g, '(?:')}(?: ${either(language.and)})? ?)+(?:${either(language.later)})?$`);
  const eachSpan = new RegExp(`${span}(?![a-z])`, 'g');

  const which = either(language.next, language.coming, language.this);
  const weekday = new RegExp(`^(?:(${which}) )?(${either(...language.weekdays)})(?: (${which}))?$`);
  const nextWeek = either(language.days['next-week']);
  const weekdayOfNextWeek = new RegExp(`^(?:${nextWeek} (${either(...language.weekdays)})|(${either(...language.weekdays)}) ${nextWeek})$`);
  const filler = new RegExp(`^(?:${either(language.filler)}(?: |$))+`);
  const past = new RegExp(`(?:^|(?<= ))${either(language.past)}(?= |$)`);

  const at = `(?:${either(language.at)} ?)`;
  const mark = `(?: ?(am|pm|${either(language.clock)}))`;
  const clocks = [
    `${at}?(\\d{1,2}):(\\d{2})${mark}?`,
    `${at}?(\\d{1,2})(?:\\.(\\d{2}))?${mark}`,
    `${at}?(\\d{1,2}) ?${either(language.clock)} ?(\\d{2})`,
    `${at}(\\d{1,2})(?:\\.(\\d{2}))?`,
  ].flatMap((clock) => ([['all', `^()${clock}$`], ['end', `^(.+?) ${clock}$`], ['start', `^${clock} (.+)$`]] as const).map(([side, source]) => ({ side, form: new RegExp(source) })));
  const named = `${at}?(${either(...Object.values(language.times))})`;
  const names = ([['all', `^()${named}$`], ['end', `^(.+?) ${named}$`], ['start', `^${named} (.+)$`]] as const).map(([side, source]) => ({ side, form: new RegExp(source) }));

  function readClock(form: RegExp, side: Split['side'], text: string): Split | null {
    const match = form.exec(text);
    if (!match) return null;
    const groups = match.slice(1);
    const rest = (side === 'start' ? groups.pop() : groups.shift()) ?? '';
    const [hourSaid, minuteSaid, half] = groups;
    let hour = Number(hourSaid);
    const minute = Number(minuteSaid ?? 0);
    const isHalf = half === 'am' || half === 'pm';
    if (minute > 59 || hour > 23 || (isHalf && (hour < 1 || hour > 12))) return null;
    if (isHalf) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    return { time: { hour, minute, half: half === undefined && minuteSaid === undefined && !hourSaid!.startsWith('0') }, rest, side };
  }

  const grammar: Grammar = {
    spans(text) {
      if (!spans.test(text) || (language.hourMark && /^\d{1,2} ?h$/.test(text))) return null;
      return [...text.matchAll(eachSpan)].map(([, digits, word, unit]) => ({ amount: digits ? Number(digits) : numbers.get(word!)!, unit: units.get(unit!)! }));
    },
    day(said) {
      const text = said.replace(filler, '');
      const namedDay = days.get(text) ?? days.get(said);
      if (namedDay) return { named: namedDay };
      const ofNextWeek = weekdayOfNextWeek.exec(text);
      if (ofNextWeek) return { weekday: weekdays.get((ofNextWeek[1] ?? ofNextWeek[2])!)!, which: 'next-week' };
      const match = weekday.exec(text);
      if (match) {
        const word = match[1] ?? match[3];
        const is = (list: string): boolean => word !== undefined && list.split('|').includes(word);
        return { weekday: weekdays.get(match[2]!)!, which: is(language.next) ? 'next-week' : is(language.coming) ? 'next' : is(language.this) ? 'this' : 'plain' };
      }
      const found = grammar.spans(text);
      return found ? { spans: found } : numericDate(text, language.dayFirst);
    },
    splits(text) {
      const found: Split[] = [{ time: null, rest: text, side: 'all' }];
      const partOfToday = timesToday.get(text);
      if (partOfToday) found.unshift({ time: partOfToday, rest: language.days.today.split('|')[0]!, side: 'all' });
      for (const { side, form } of clocks) {
        const split = readClock(form, side, text);
        if (split) found.push(split);
      }
      for (const { side, form } of names) {
        const match = form.exec(text);
        if (!match) continue;
        const [rest, word] = side === 'start' ? [match[2]!, match[1]!] : [match[1]!, match[2]!];
        found.push({ time: times.get(word)!, rest, side });
      }
      return found;
    },
    isPast: (text) => past.test(text),
    isFiller: (text) => text === '' || filler.test(`${text} `) && text.replace(filler, '').trim() === '',
  };
  return grammar;
}

/** "2026-12-03", "3.12.", "3/12/26", "12/3": as the language orders them, the other way round only when it must be. */
function numericDate(text: string, dayFirst: boolean): SaidDay | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const match = /^(\d{1,2})([-/.]) ?(\d{1,2})(?:\2 ?(\d{2}|\d{4})?)?$/.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dotted = match[2] === '.';
  const [day, month] = dotted || dayFirst ? [first, second] : [second, first];
  const year = match[4] === undefined ? null : Number(match[4]) + (match[4].length === 2 ? 2000 : 0);
  return month > 12 && day <= 12 && !dotted ? { year, month: day, day: month } : { year, month, day };
}
