import type { ZoneGuess } from './gazetteer.ts';
import type { Prospect } from './prospect.ts';
import { isZone } from './wall-time.ts';

/** The IANA zone somebody lives by: the rep's word, else what their location says when that is certain; undefined when nobody knows. */
export function zoneOfPerson({ timeZone, fields }: Pick<Prospect, 'timeZone' | 'fields'>, timeZoneOf: (location: string) => ZoneGuess | undefined): { zone: string; by: 'hand' | 'place' } | undefined {
  if (timeZone !== undefined && isZone(timeZone)) return { zone: timeZone, by: 'hand' };
  const place = fields.location?.value.trim();
  const guess = place ? timeZoneOf(place) : undefined;
  return guess?.certain && isZone(guess.zone) ? { zone: guess.zone, by: 'place' } : undefined;
}
