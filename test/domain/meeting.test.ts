import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../src/domain/activity.ts';
import { meetingEnd, tookPlace, withMeeting } from '../../src/domain/meeting.ts';
import { whenLanguage } from '../../src/domain/when/load.ts';

const ZONE = 'Europe/Berlin';
const at = (wall: string): number => Date.parse(`${wall}:00+01:00`);
const START = at('2026-12-03T14:00');
const meeting = (part: Partial<FollowUp> = {}): FollowUp => ({ id: 'f', prospectId: 'p', dueAt: START, open: 1, words: '', zone: ZONE, text: '', channel: 'meeting', createdAt: 1, updatedAt: 1, ...part });

describe('the end of a meeting', () => {
  test.each([
    ['45', '2026-12-03T14:45'], [' 90 ', '2026-12-03T15:30'], ['45 min', '2026-12-03T14:45'], ['1h', '2026-12-03T15:00'], ['1 hour 30 minutes', '2026-12-03T15:30'],
    ['15:30', '2026-12-03T15:30'], ['until 3:30pm', '2026-12-03T15:30'], ['1am', '2026-12-04T01:00'],
  ])('%j is a length or a time', (words, end) => {
    expect(meetingEnd(words, START, ZONE)).toBe(at(end));
  });

  test('is understood in the language of the rep', async () => {
    expect(meetingEnd('1 Stunde', START, ZONE, { language: await whenLanguage('de') })).toBe(at('2026-12-03T15:00'));
  });

  test.each(['', '0', 'soon', '3 days', 'last week'])('%j is none', (words) => {
    expect(meetingEnd(words, START, ZONE)).toBeNull();
  });
});

test('an end and a place are set, changed and taken off; an end before the beginning is none', () => {
  const set = withMeeting(meeting(), { endsAt: START + 60_000, place: '  Café \n Central ' });
  expect(set).toMatchObject({ endsAt: START + 60_000, place: 'Café Central' });
  expect(withMeeting(set, { endsAt: START, place: ' ' })).toEqual(meeting());
});

test('the timeline tells of what is ahead and of what was, not of what was called off', () => {
  expect([meeting(), meeting({ open: 0, doneAt: START }), meeting({ open: 0, doneAt: START - 1 }), meeting({ channel: 'call' })].map(tookPlace)).toEqual([true, true, false, false]);
});
