/** In which order a column writes day and month where both are numbers. */
export type DateOrder = 'dmy' | 'mdy';

const DAY = 86_400_000;
const MONTH_LOCALES = ['en', 'de', 'fr', 'es', 'nl', 'pt', 'it'];
const NUMBERS = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?=\D|$)/;
const TIME = /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?\s*$/i;

let months: Map<string, number> | null = null;

/** A moment as files write it (epoch ms); without a zone it is meant in UTC, a bare day is its noon. null = it is none, or lies before 1970 or in a far future. */
export function timeOf(text: string, order: DateOrder = 'mdy'): number | null {
  const said = text.trim().slice(0, 60);
  if (/^\d{10}$|^\d{13}$/.test(said)) return inRange(Number(said) * (said.length === 10 ? 1_000 : 1));
  // days since 1900, as spreadsheets hold them
  if (/^[34]\d{4}(\.\d+)?$/.test(said)) return inRange(Math.round((Number(said) - 25_569) * DAY));
  const day = numbersOf(said, order) ?? wordsOf(said);
  if (!day) return null;
  const [year, month, date] = day;
  const at = Date.UTC(year, month - 1, date);
  const made = new Date(at);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date) return null;
  return inRange(at + clockOf(said));
}

/** How the dates of a column have to be read: its values decide together. null = it has none that could be read either way and none that decides; `unclear` = only ones that can be both. */
export function orderOf(values: Iterable<string>): DateOrder | 'unclear' | null {
  let open = false, day = false, month = false;
  for (const value of values) {
    const match = NUMBERS.exec(value.trim());
    if (!match || match[1]!.length === 4) continue;
    // a point stands in dates that begin with the day
    if (match[2] === '.') { day = true; continue; }
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 31 || second > 31) continue;
    if (first > 12) day = true;
    else if (second > 12) month = true;
    else if (first !== second) open = true;
  }
  return day === month ? (day || open ? 'unclear' : null) : day ? 'dmy' : 'mdy';
}

function numbersOf(text: string, order: DateOrder): [number, number, number] | null {
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[1]!.length === 4) return [first, second, third];
  if (match[1]!.length === 3 || match[4]!.length === 3 || match[4]!.length === 1) return null;
  const year = third < 100 ? third + (third < 70 ? 2000 : 1900) : third;
  const isDayFirst = match[2] === '.' || first > 12 || (order === 'dmy' && second <= 12);
  return isDayFirst ? [year, second, first] : [year, first, second];
}

/** "26 Jul 2025", "July 26, 2025", "26. Juli 2025", "26 de julio de 2025". */
function wordsOf(text: string): [number, number, number] | null {
  const [, word] = /(\p{L}{3,12})/u.exec(text.replace(/^\p{L}+,\s*/u, '')) ?? [];
  const month = text.toLowerCase().split(/[^\p{L}]+/u).map(monthOf).find((one) => one !== undefined);
  const numbers = text.replace(TIME, '').match(/\d+/g)?.map(Number) ?? [];
  const year = numbers.find((one) => one > 31);
  const day = numbers.find((one) => one >= 1 && one <= 31);
  return word && month && year && year > 1900 && day && numbers.length === 2 ? [year, month, day] : null;
}

function monthOf(word: string): number | undefined {
  if (!months) {
    months = new Map();
    for (const locale of MONTH_LOCALES) {
      for (const style of ['long', 'short'] as const) {
        const name = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
        for (let month = 0; month < 12; month++) months.set(name.format(Date.UTC(2025, month, 15)).toLowerCase().replace(/\.$/, ''), month + 1);
      }
    }
    months.set('sept', 9);
  }
  return months.get(word);
}

/** Milliseconds after midnight UTC; noon when no time is said. */
function clockOf(text: string): number {
  const match = TIME.exec(text);
  if (!match) return DAY / 2;
  const half = match[4]?.[0]?.toLowerCase();
  const hour = Number(match[1]) % (half ? 12 : 24) + (half === 'p' ? 12 : 0);
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(match[5] ?? '') ?? [];
  const shift = sign ? (sign === '-' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
  return (hour * 3_600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) * 1_000 + shift;
}

function inRange(at: number): number | null {
  return at > 0 && at < Date.UTC(2100) ? at : null;
}
