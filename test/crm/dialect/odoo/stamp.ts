import { Fault } from './fault.ts';

/** Moments inside the server are microseconds since 1970; on the wire they lose all below the second. */
export type Stamp = number;

const second = 1_000_000;
const written = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?\s*(?:Z|\+00(?::?00)?)?$/;

/** "2026-11-21 21:19:52". */
export function stampText(stamp: Stamp): string {
  return new Date(Math.floor(stamp / second) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** "2026-11-21", the day of a moment in epoch ms. */
export function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** What the database makes of a text compared with a moment; words for days are its own, other nonsense is a fault. */
export function stampOf(text: string, now: number): Stamp {
  const parts = written.exec(text.trim());
  if (parts) {
    const [, year, month, day, hour = '0', minute = '0', seconds = '0', fraction = ''] = parts;
    const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(seconds));
    return ms * 1000 + Number(fraction.padEnd(6, '0'));
  }
  const midnight = Math.floor(now / 86_400_000) * 86_400_000;
  const named: Record<string, number> = { now, today: midnight, yesterday: midnight - 86_400_000, tomorrow: midnight + 86_400_000, epoch: 0 };
  const ms = Object.hasOwn(named, text) ? named[text] : undefined;
  if (ms === undefined) throw new Fault('psycopg2.errors.InvalidDatetimeFormat', `invalid input syntax for type timestamp: "${text}"\n`);
  return ms * 1000;
}

/** A day as the server stores it: the first ten characters must be one. */
export function dayOf(value: string): string {
  const day = value.slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Fault('builtins.ValueError', `time data ${JSON.stringify(value).replaceAll('"', "'")} does not match format '%Y-%m-%d'`);
  return day;
}
