import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../src/domain/activity.ts';
import { icsOf, type CalendarEntry } from '../../src/files/ics.ts';

const NOW = Date.UTC(2026, 10, 24, 13);
const followUp: FollowUp = { id: '0193-f1', prospectId: 'p1', dueAt: Date.UTC(2026, 11, 3, 8), open: 1, words: 'dec 3', zone: 'Europe/Berlin', text: 'Ask', createdAt: NOW, updatedAt: NOW };
const entry = (part: Partial<FollowUp> = {}, rest: Partial<CalendarEntry> = {}): CalendarEntry => ({ followUp: { ...followUp, ...part }, title: 'Follow up: Ada', about: '', ...rest });
/** The lines of a calendar as a reader sees them: unfolded. */
const read = (ics: string): string[] => ics.replace(/\r\n[ \t]/g, '').split('\r\n');
const value = (ics: string, name: string): string | undefined => read(ics).find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

describe('a calendar file', () => {
  test('holds a follow-up as a moment in UTC', () => {
    const ics = icsOf([entry()], NOW);
    expect(read(ics)).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Paydirt//Follow-ups//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:0193-f1@paydirt.invalid', 'DTSTAMP:20261124T130000Z', 'SEQUENCE:0', 'DTSTART:20261203T080000Z', 'DTEND:20261203T081500Z',
      'SUMMARY:Follow up: Ada', 'STATUS:CONFIRMED', 'TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Follow up: Ada', 'TRIGGER:PT0S', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });
  test('holds a meeting with its end and place', () => {
    const ics = icsOf([entry({ endsAt: followUp.dueAt + 3_600_000, place: 'Room 1, 2nd floor' })], NOW);
    expect([value(ics, 'DTEND'), value(ics, 'LOCATION'), value(ics, 'TRANSP')]).toEqual(['20261203T090000Z', 'Room 1\\, 2nd floor', 'OPAQUE']);
  });
  test('a second import updates the first: the UID stays, SEQUENCE grows; what is done is cancelled', () => {
    const ics = icsOf([entry({ updatedAt: NOW + 3_600_000, open: 0 })], NOW + 1);
    expect([value(ics, 'UID'), value(ics, 'SEQUENCE'), value(ics, 'STATUS')]).toEqual(['0193-f1@paydirt.invalid', '60', 'CANCELLED']);
    expect(ics).not.toContain('VALARM');
  });
  test('what comes again stands as the next one alone: a rule would double the ones after it', () => expect(icsOf([entry({ repeat: { every: 1, unit: 'week' } })], NOW)).not.toContain('RRULE'));
  test('text is escaped and cannot begin a line of its own', () => {
    const ics = icsOf([entry({}, { title: 'A;B,C\\D', about: 'one\r\nEND:VCALENDAR\nthree', url: 'javascript:alert(1)' })], NOW);
    expect(value(ics, 'SUMMARY')).toBe('A\\;B\\,C\\\\D');
    expect(value(ics, 'DESCRIPTION')).toBe('one\\nEND:VCALENDAR\\nthree');
    expect(read(ics).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(ics).not.toContain('URL:');
  });
  test('a time that no calendar holds is left out', () => expect(icsOf([entry({ dueAt: 9e15 })], NOW)).not.toContain('VEVENT'));
  test('whatever the text, no line is longer than 75 octets, each ends with CRLF, no letter is cut, and it reads back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }), fc.string({ unit: 'binary', maxLength: 100, size: 'max' }), (title, about) => {
      const ics = icsOf([entry({}, { title, about })], NOW);
      const bytes = new TextEncoder();
      expect(ics.endsWith('\r\n')).toBe(true);
      for (const line of ics.slice(0, -2).split('\r\n')) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(bytes.encode(line).length).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      const back = value(ics, 'SUMMARY')!.replace(/\\(.)/g, (_all, letter: string) => (letter === 'n' ? '\n' : letter));
      // eslint-disable-next-line no-control-regex -- these are left out of any file
      expect(back).toBe(title.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').replace(/\r\n?/g, '\n').replace(/\t/g, ' '));
    }), { numRuns: 25 });
  });
});
