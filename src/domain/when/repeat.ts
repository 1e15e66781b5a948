import type { Recurrence } from '../activity.ts';
import { plain } from '../word.ts';
import { either } from './grammar.ts';
import type { Unit, WhenLanguage } from './language.ts';

/** What words say of coming again; `rest` is what they say besides (a time, a first day), `until` the last day, both as typed and '' = nothing. */
export interface SaidRepeat {
  repeat: Recurrence;
  rest: string;
  until: string;
}

interface Forms {
  until: RegExp;
  alone: [RegExp, Recurrence][];
  unit: RegExp;
  weekday: RegExp;
  monthDay: RegExp;
  unitOf(word: string): { unit: Recurrence['unit']; times: number } | null;
  numberOf(word: string): number;
  weekdaysOf(list: string): number[];
  onWeekdays: RegExp;
  onMonthDay: RegExp;
  start: RegExp;
  bareHour: string;
}

const compiled = new WeakMap<WhenLanguage, Forms>();
const LONGEST = 80;
const ALONE = { day: [1, 'day'], workday: [1, 'workday'], week: [1, 'week'], fortnight: [2, 'week'], month: [1, 'month'], quarter: [3, 'month'], year: [1, 'year'] } as const;

/** Reads "every 2 weeks on tue 9am", "jeden Montag 9 Uhr", "tous les mois", "cada lunes"; null when it says of nothing that it comes again. */
export function parseRecurrence(words: string, language: WhenLanguage): SaidRepeat | null {
  if (words.length > LONGEST) return null;
  const forms = compiled.get(language) ?? compile(language);
  compiled.set(language, forms);
  let text = plain(words.toLowerCase().normalize('NFC').replace(/[’‘]/g, "'")).replace(/[;!?\s]+/g, ' ').replace(/ ?, ?/g, ', ').trim();
  const last = forms.until.exec(text);
  const until = last?.[2] ?? '';
  if (last) text = last[1]!;

  for (const [form, repeat] of forms.alone) {
    const match = form.exec(text);
    if (match) return withDays(repeat, match[1] ?? '', until, forms);
  }
  const unit = forms.unit.exec(text);
  const of = unit && forms.unitOf(unit[4]!);
  if (of) {
    const every = (unit[1] ? Number(unit[1]) : unit[2] ? forms.numberOf(unit[2]) : unit[3] ? 2 : 1) * of.times;
    return every > 0 ? withDays({ every, unit: of.unit }, unit[5] ?? '', until, forms) : null;
  }
  const weekday = forms.weekday.exec(text);
  if (weekday) return { repeat: { every: weekday[1] ? 2 : 1, unit: 'week', weekdays: forms.weekdaysOf(weekday[2]!) }, rest: started(weekday[3] ?? '', forms), until };
  const day = forms.monthDay.exec(text);
  return day && isMonthDay(day[1]!) ? { repeat: { every: 1, unit: 'month', monthDay: Number(day[1]) }, rest: started(day[2] ?? '', forms), until } : null;
}

/** "every 2 weeks" may go on with "on tue and thu", "every month" with "on the 31st". */
function withDays(repeat: Recurrence, said: string, until: string, forms: Forms): SaidRepeat {
  const weekdays = repeat.unit === 'week' ? forms.onWeekdays.exec(said) : null;
  if (weekdays) return { repeat: { ...repeat, weekdays: forms.weekdaysOf(weekdays[1]!) }, rest: started(weekdays[2] ?? '', forms), until };
  const day = repeat.unit === 'month' ? forms.onMonthDay.exec(said) : null;
  if (day && isMonthDay(day[1]!)) return { repeat: { ...repeat, monthDay: Number(day[1]) }, rest: started(day[2] ?? '', forms), until };
  return { repeat, rest: started(said, forms), until };
}

function started(said: string, { start, bareHour }: Forms): string {
  const rest = said.replace(start, '').trim();
  return /^\d{1,2}$/.test(rest) ? `${bareHour} ${rest}` : rest;
}

const isMonthDay = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 31;

function compile(language: WhenLanguage): Forms {
  const { repeat, units, numbers, weekdays, and, filler } = language;
  const each = either(repeat.each);
  const days = weekdays.map((words, at) => [new RegExp(`^${either(words)}${either(repeat.plural)}?$`), at + 1] as const);
  const day = `${either(...weekdays)}${either(repeat.plural)}?`;
  const list = `${day}(?:(?:,| ${either(and)}|, ${either(and)}) ${day})*`;
  const on = `(?:${either(filler)} )*`;
  const ordinal = `(?:${either(repeat.ordinal)})?`;
  const rest = '(?:,? (.+))?';
  const entries = Object.entries(units).filter(([unit]) => unit !== 'minute' && unit !== 'hour') as [Exclude<Unit, 'minute' | 'hour'>, string][];
  return {
    until: new RegExp(`^(.+?),? ${either(repeat.until)} (.+)$`),
    alone: (Object.keys(ALONE) as (keyof typeof ALONE)[]).map((key) => [new RegExp(`^${either(repeat.alone[key])}${rest}$`), { every: ALONE[key][0], unit: ALONE[key][1] }]),
    unit: new RegExp(`^${each} (?:(\\d{1,3}) ?|(${either(...numbers)}) |(${either(repeat.second)}) )?(${either(...entries.map(([, words]) => words), repeat.quarter)})${rest}$`),
    weekday: new RegExp(`^${each} (?:(${either(repeat.second)}) )?(${list})${rest}$`),
    monthDay: new RegExp(`^${each} (\\d{1,2})${either(repeat.ordinal)}(?: ${either(repeat.ofMonth)})?${rest}$`),
    unitOf: (word) => {
      if (repeat.quarter.split('|').includes(word)) return { unit: 'month', times: 3 };
      const found = entries.find(([, words]) => words.split('|').includes(word));
      return found ? { unit: found[0], times: 1 } : null;
    },
    numberOf: (word) => numbers.findIndex((words) => words.split('|').includes(word)) + 1,
    weekdaysOf: (said) => [...new Set(said.split(new RegExp(`, ${either(and)} |, | ${either(and)} `)).flatMap((word) => days.filter(([form]) => form.test(word)).map(([, number]) => number)))].sort((a, b) => a - b),
    onWeekdays: new RegExp(`^${on}(${list})${rest}$`),
    onMonthDay: new RegExp(`^${on}(\\d{1,2})${ordinal}(?: ${either(repeat.ofMonth)})?${rest}$`),
    start: new RegExp(`^${either(repeat.start)} (?!\\d{1,2}(?:$|[: h]))`),
    bareHour: language.at.split('|')[0]!,
  };
}
