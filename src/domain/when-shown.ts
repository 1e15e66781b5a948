import { flatten, wallAt, type WallTime } from './wall-time.ts';

/** How a due time (epoch ms) reads at `now` in an IANA zone: "today 14:30", "tomorrow 9:00", "Tue 9:00", "3 Dec", "3 Dec 2027", "2 days late".
 * `locale` is a BCP 47 tag; plain "en" is read as English with 24 hours. `late` puts a span like "2 days" into the UI's words. */
export function formatWhen(dueAt: number, now: number, zone: string, locale: string, late: (span: string) => string = (span) => `${span} late`): string {
  const language = locale === 'en' ? 'en-GB' : locale;
  const [due, here] = [wallAt(dueAt, zone), wallAt(now, zone)];
  const days = Math.round((midnight(due) - midnight(here)) / 86_400_000);
  if (days < 0) return late(new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(-days));
  if (days <= 1) return `${new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')} ${time(dueAt, zone, language)}`;
  const inZone = { timeZone: zone, calendar: 'gregory' } as const;
  if (days <= 6) return `${new Intl.DateTimeFormat(language, { ...inZone, weekday: 'short' }).format(dueAt)} ${time(dueAt, zone, language)}`;
  return new Intl.DateTimeFormat(language, { ...inZone, day: 'numeric', month: 'short', ...(due.year === here.year ? {} : { year: 'numeric' }) }).format(dueAt);
}

function midnight(wall: WallTime): number {
  return flatten({ ...wall, hour: 0, minute: 0 });
}

function time(dueAt: number, zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).formatToParts(dueAt);
  // "9:00", not "09:00": no locale writes the zero by hand
  return parts.map(({ type, value }) => (type === 'hour' ? value.replace(/^0(?=\d)/, '') : value)).join('');
}
