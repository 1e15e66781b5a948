import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsOf, isoDay, isoTime, wallAt } from '../../src/domain/wall-time.ts';
import { parsePlanned } from '../../src/domain/when-repeated.ts';
import { parseWhen } from '../../src/domain/when.ts';
import { german } from '../../src/domain/when/de.ts';
import { britishEnglish, english } from '../../src/domain/when/en.ts';
import { spanish } from '../../src/domain/when/es.ts';
import { french } from '../../src/domain/when/fr.ts';
import { parseRecurrence } from '../../src/domain/when/repeat.ts';
import { anyText } from './any-text.ts';

const ZONE = 'Europe/Berlin';
/** Tuesday 24 November 2026, 14:00. */
const NOW = instantsOf({ year: 2026, month: 11, day: 24, hour: 14, minute: 0 }, ZONE)[0];

/** "2 week 2,4 = 2026-12-01 09:00" */
function meaning(words: string, language = english): string {
  const said = parsePlanned(words, NOW, ZONE, { language });
  if ('error' in said) return said.error;
  const wall = wallAt(said.dueAt, ZONE);
  const { repeat } = said;
  const how = repeat ? [repeat.every, repeat.unit, repeat.weekdays?.join(), repeat.monthDay, repeat.until && `until ${isoDay(wallAt(repeat.until, ZONE))}`].filter(Boolean).join(' ') : 'once';
  return `${how} = ${isoDay(wall)} ${isoTime(wall)}`;
}

describe('what comes again, in words', () => {
  it.each([
    ['every 2 weeks on tue', '2 week 2 = 2026-12-01 09:00'], ['every day', '1 day = 2026-11-25 09:00'], ['daily at 8am', '1 day = 2026-11-25 08:00'], ['every weekday', '1 workday = 2026-11-25 09:00'], ['every 3 business days', '3 workday = 2026-11-27 09:00'],
    ['weekly', '1 week = 2026-12-01 09:00'], ['every week', '1 week = 2026-12-01 09:00'], ['every other week', '2 week = 2026-12-08 09:00'], ['every two weeks', '2 week = 2026-12-08 09:00'], ['fortnightly', '2 week = 2026-12-08 09:00'], ['every 2w', '2 week = 2026-12-08 09:00'],
    ['every tue', '1 week 2 = 2026-12-01 09:00'], ['every tue 16:00', '1 week 2 = 2026-11-24 16:00'], ['each monday and thursday at 9:30', '1 week 1,4 = 2026-11-26 09:30'], ['every mon, wed and fri', '1 week 1,3,5 = 2026-11-25 09:00'], ['every other friday', '2 week 5 = 2026-11-27 09:00'],
    ['every monday 9', '1 week 1 = 2026-11-30 09:00'], ['every week on monday and friday 10am', '1 week 1,5 = 2026-11-27 10:00'],
    ['every month', '1 month 24 = 2026-12-24 09:00'], ['monthly on the 31st', '1 month 31 = 2026-11-30 09:00'], ['every 15th', '1 month 15 = 2026-12-15 09:00'], ['every 1st of the month 8:00', '1 month 1 = 2026-12-01 08:00'], ['every quarter', '3 month 24 = 2027-02-24 09:00'], ['every 6 months', '6 month 24 = 2027-05-24 09:00'],
    ['every year', '1 year 24 = 2027-11-24 09:00'], ['every year from dec 3', '1 year 3 = 2026-12-03 09:00'], ['every week from dec 3', '1 week = 2026-12-03 09:00'], ['every 2 weeks on tue starting dec 10', '2 week 2 = 2026-12-15 09:00'], ['every day until dec 3', '1 day until 2026-12-03 = 2026-11-25 09:00'],
  ])('"%s" is %s', (words, expected) => expect(meaning(words)).toBe(expected));

  it.each([
    [german, 'jeden Montag 9 Uhr', '1 week 1 = 2026-11-30 09:00'], [german, 'jede Woche', '1 week = 2026-12-01 09:00'], [german, 'alle 2 Wochen am Dienstag', '2 week 2 = 2026-12-01 09:00'], [german, 'alle zwei Wochen', '2 week = 2026-12-08 09:00'], [german, 'jede zweite Woche', '2 week = 2026-12-08 09:00'],
    [german, 'täglich um 8', '1 day = 2026-11-25 08:00'], [german, 'jeden Werktag', '1 workday = 2026-11-25 09:00'], [german, 'monatlich am 31.', '1 month 31 = 2026-11-30 09:00'], [german, 'jeden Monat am 1. um 10 Uhr', '1 month 1 = 2026-12-01 10:00'], [german, 'jedes Quartal', '3 month 24 = 2027-02-24 09:00'],
    [german, 'jeden Dienstag und Donnerstag', '1 week 2,4 = 2026-11-26 09:00'], [german, 'jedes Jahr', '1 year 24 = 2027-11-24 09:00'], [german, 'every monday', '1 week 1 = 2026-11-30 09:00'], [german, 'jeden Montag bis 31.12.', '1 week 1 until 2026-12-31 = 2026-11-30 09:00'],
    [french, 'tous les mois', '1 month 24 = 2026-12-24 09:00'], [french, 'tous les lundis à 9h', '1 week 1 = 2026-11-30 09:00'], [french, 'chaque mardi', '1 week 2 = 2026-12-01 09:00'], [french, 'toutes les deux semaines', '2 week = 2026-12-08 09:00'], [french, 'chaque jour', '1 day = 2026-11-25 09:00'],
    [french, 'tous les 3 jours ouvrés', '3 workday = 2026-11-27 09:00'], [french, 'tous les mois le 15', '1 month 15 = 2026-12-15 09:00'], [french, 'chaque trimestre', '3 month 24 = 2027-02-24 09:00'],
    [spanish, 'cada lunes', '1 week 1 = 2026-11-30 09:00'], [spanish, 'todos los martes a las 10', '1 week 2 = 2026-12-01 10:00'], [spanish, 'cada 2 semanas', '2 week = 2026-12-08 09:00'], [spanish, 'todos los días', '1 day = 2026-11-25 09:00'], [spanish, 'cada mes', '1 month 24 = 2026-12-24 09:00'],
    [spanish, 'cada dos semanas el jueves', '2 week 4 = 2026-11-26 09:00'], [spanish, 'todos los sábados', '1 week 6 = 2026-11-28 09:00'], [britishEnglish, 'every week until 3/12', '1 week until 2026-12-03 = 2026-12-01 09:00'],
  ])('%# %s', (language, words, expected) => expect(meaning(words, language)).toBe(expected));

  it.each([['every'], ['every nonsense'], ['every 0 days'], ['every 32nd'], ['every week call him'], ['every mon until'], ['everyday nonsense'], ['each each monday']])('"%s" is refused', (words) => expect(meaning(words)).toBe('not-understood'));
  it.each([['every day until nov 20 2026', 'past'], ['every year from dec 3 2099', 'too-far'], ['every 999 years', 'too-far'], ['', 'empty']])('"%s" is refused: %s', (words, error) => expect(['not-understood', error]).toContain(meaning(words)));

  it.each(['tomorrow', 'on mon', 'next tue 9am', '2w', 'in 5 business days', 'dec 3', 'fri afternoon'])('"%s" comes once, as it always did', (words) => {
    expect(parsePlanned(words, NOW, ZONE)).toEqual(parseWhen(words, NOW, ZONE));
  });

  it('whatever is typed, the first one is ahead and nothing throws', () => {
    const text = fc.oneof(anyText(60), fc.tuple(fc.constantFrom('every', 'each', 'jeden', 'alle', 'tous les', 'cada'), anyText(40)).map((parts) => parts.join(' ')), fc.array(fc.constantFrom('every', 'other', '2', '31st', 'week', 'weeks', 'mon', 'and', 'tue', 'month', 'on', 'the', '9am', 'until', 'dec 3', 'from', 'day'), { maxLength: 7 }).map((parts) => parts.join(' ')));
    fc.assert(fc.property(text, fc.constantFrom(english, german, french, spanish), fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2036, 0) }), (words, language, now) => {
      const said = parsePlanned(words, now, 'Australia/Lord_Howe', { language });
      if (!('error' in said)) expect(said.dueAt).toBeGreaterThan(now);
      parseRecurrence(words, language);
    }), { numRuns: 400 });
  });
});
