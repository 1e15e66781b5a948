import type { FollowUp } from '../domain/activity.ts';
import { fileText, isoTime } from './format.ts';

/** One entry of a calendar file: a follow-up or a meeting, and what it is called. Times of the follow-up are epoch ms. */
export interface CalendarEntry {
  followUp: FollowUp;
  /** One line, e.g. "Follow up: Ada Example". */
  title: string;
  /** What to know, as text; '' = nothing. */
  about: string;
  /** Address of the profile (http or https), if any. */
  url?: string | undefined;
}

const OCTETS = 75;
/** A follow-up is a moment; in a calendar it takes this long (ms). */
const MOMENT = 15 * 60_000;
const LONGEST = 5_000;

/**
 * A calendar (RFC 5545) of follow-ups and meetings: instants in UTC, so that no reader needs to know a zone. The UID is the follow-up's own and
 * SEQUENCE grows with each change, so that a second import updates the first. One that is done is cancelled there.
 * One that comes again stands as the next one alone: the one after it has a UID of its own. `now` is epoch ms.
 */
export function icsOf(entries: readonly CalendarEntry[], now: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Paydirt//Follow-ups//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', ...entries.flatMap((entry) => eventOf(entry, now)), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ followUp, title, about, url }: CalendarEntry, now: number): string[] {
  const { id, dueAt, endsAt, place, open, createdAt, updatedAt } = followUp;
  if (utc(dueAt) === '') return [];
  const isMeeting = endsAt !== undefined && endsAt > dueAt;
  return [
    'BEGIN:VEVENT',
    `UID:${text(id)}@paydirt.invalid`,
    `DTSTAMP:${utc(now)}`,
    // whole minutes since it was made: it grows with each change, and a calendar takes it as a number of 31 bits
    `SEQUENCE:${Math.max(0, Math.min(2_000_000_000, Math.ceil((updatedAt - createdAt) / 60_000)))}`,
    `DTSTART:${utc(dueAt)}`,
    `DTEND:${utc(isMeeting ? endsAt : dueAt + MOMENT)}`,
    `SUMMARY:${text(title)}`,
    ...(about ? [`DESCRIPTION:${text(about)}`] : []),
    ...(place ? [`LOCATION:${text(place)}`] : []),
    ...(url && /^https?:\/\/[^\s"<>]+$/i.test(url) ? [`URL:${url}`] : []),
    `STATUS:${open === 1 ? 'CONFIRMED' : 'CANCELLED'}`,
    // nobody is away for a reminder
    `TRANSP:${isMeeting ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(open === 1 ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text(title)}`, `TRIGGER:${isMeeting ? '-PT10M' : 'PT0S'}`, 'END:VALARM'] : []),
    'END:VEVENT',
  ];
}

/** "20261203T133000Z"; '' for what no calendar holds. */
function utc(at: number): string {
  return isoTime(at).replace(/[-:]|\.\d{3}/g, '').replace(/^[+-]\d+T.*$/, '');
}

/** A value of type TEXT. */
function text(value: string): string {
  return fileText(value).slice(0, LONGEST).toWellFormed().replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n').replace(/\t/g, ' ');
}

/** A line of at most 75 octets, and what is left of it on lines that begin with a space; no letter is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const more = encoder.encode(letter).length;
    if (octets + more > OCTETS) {
      parts.push(part);
      part = '';
      octets = 1; // the space before it
    }
    part += letter;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
