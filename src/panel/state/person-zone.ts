import { useEffect } from 'preact/hooks';
import { zoneOfPerson } from '../../domain/person-zone.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { askGazetteer, gazetteer } from './gazetteer.ts';

/** The zone somebody lives by, and who says so; undefined while that is not certain. Asks for the places of the world only when a location is all there is. */
export function usePersonZone(prospect: Pick<Prospect, 'timeZone' | 'fields'>): { zone: string; by: 'hand' | 'place' } | undefined {
  const asks = prospect.timeZone === undefined && Boolean(prospect.fields.location?.value);
  useEffect(() => { if (asks) askGazetteer(); }, [asks]);
  const places = gazetteer.value;
  return zoneOfPerson(prospect, (location) => places?.timeZoneOf(location));
}
