import type { Area, Segment } from './segment.ts';
import { distance, type Table } from './table.ts';

/**
 * What a location comes to. `places` are candidates for one place, the most prominent first; when `certain` it is the first. `several`: the location
 * names more than one place ("Berlin / London") and each is certain. `areas` is what it says of countries and regions: as narrow as it says.
 * `namesakes` are regions that have their city's name ("New York"): it may mean them as well.
 */
export interface Whereabouts {
  places: readonly number[];
  certain: boolean;
  several: boolean;
  areas: readonly Area[];
  namesakes: readonly Area[];
}

/** Candidates within so many km of each other are one place, and names so near each other explain each other ("Cambridge, Boston"). */
const SAME = 30;
const BESIDE = 100;
/** A country whose places all lie so near its city (km) is that city. */
const TINY = 45;
/** Ten times more prominent, in steps of 1.25; for a city that all the world knows six times is enough. */
const CLEARLY = 10;
const WORLDWIDE = { prominence: 62, clearly: 8 };

/** Settles on the reading in which the parts of a location agree with each other. */
export function settle(table: Table, segments: readonly Segment[]): Whereabouts {
  const areas = chief(table, narrow(segments.map((one) => one.areas).filter((one) => one.length > 0)));
  for (const [at, segment] of segments.entries()) {
    if (segment.places.length === 0) continue;
    const others = segments.filter((_, index) => index !== at);
    if (segment.isCountry && !others.some((other) => other.areas.some((area) => segment.areas.some(({ country, region }) => region === undefined && area.country === country)))) {
      const [city] = segment.places;
      if (segments.length > 1 || !isTiny(table, city!, segment)) continue;
    }
    const places = segment.places.filter((place) => others.every((other) => agrees(table, place, other)));
    const [best] = places;
    if (best === undefined) continue;
    const regions = segment.areas.filter(({ region }) => region !== undefined);
    const elsewhere = regions.filter((area) => !isIn(table, best, area) && others.every((other) => other.areas.length === 0 || other.areas.some((one) => overlap(one, area))));
    // "California" is the state, though there is a town of that name
    if (elsewhere.some((area) => lead(table, best, area) >= clearly(table.prominence[best]!))) continue;
    const certain = isAlone(table, places) && !elsewhere.some((area) => lead(table, best, area) > -clearly(table.prominence[best]!));
    return { places: certain ? [best] : places, certain, several: false, areas, namesakes: regions.filter((area) => isIn(table, best, area)) };
  }
  return { ...severalOf(table, segments), areas, namesakes: [] };
}

function agrees(table: Table, place: number, { areas, places }: Segment): boolean {
  return areas.some((area) => isIn(table, place, area)) || prominent(table, places).some((other) => distance(table, place, other) <= BESIDE);
}

/** Is a place in a country or region? */
export function isIn(table: Table, place: number, { country, region }: Area): boolean {
  const group = table.groupOf(place);
  return group.country === country && (region === undefined || group.region === region);
}

/** Is there one candidate, or one that is clearly more prominent than its namesakes? */
function isAlone(table: Table, places: readonly number[]): boolean {
  return prominent(table, places).every((place) => distance(table, place, places[0]!) <= SAME);
}

/** The candidates that are not clearly less prominent than the first. */
function prominent({ prominence }: Table, places: readonly number[]): readonly number[] {
  const [best] = places;
  return best === undefined ? [] : places.filter((place) => prominence[place]! > prominence[best]! - clearly(prominence[best]!));
}

function clearly(prominence: number): number {
  return prominence >= WORLDWIDE.prominence ? WORLDWIDE.clearly : CLEARLY;
}

/** How much more prominent the chief place of a region is than this one. */
function lead({ prominence, prominenceOf }: Table, place: number, { region }: Area): number {
  return region === undefined ? -Infinity : prominenceOf(region) - prominence[place]!;
}

function isTiny(table: Table, city: number, { areas }: Segment): boolean {
  const { country } = table.groupOf(city);
  return areas.some((area) => area.country === country && area.region === undefined)
    && table.groups.every((group) => group.country !== country || everyPlace(group, (place) => distance(table, place, city) <= TINY));
}

function everyPlace({ from, to }: { from: number; to: number }, test: (place: number) => boolean): boolean {
  for (let place = from; place < to; place += 1) if (!test(place)) return false;
  return true;
}

/** Places that do not explain each other: each is certain for itself, or in an area that the location names, or nothing is. */
function severalOf(table: Table, segments: readonly Segment[]): Pick<Whereabouts, 'places' | 'certain' | 'several'> {
  const nothing = { places: [], certain: false, several: false };
  const areas = segments.filter(({ places }) => places.length === 0).flatMap((one) => one.areas);
  const found = new Set<number>();
  for (const segment of segments) {
    if (segment.places.length === 0) continue;
    const places = segment.isCountry ? [] : segment.places.filter((place) => areas.length === 0 || areas.some((area) => isIn(table, place, area)));
    if (places.length === 0 || !isAlone(table, places)) return nothing;
    found.add(places[0]!);
  }
  return found.size > 1 ? { places: [...found], certain: true, several: true } : nothing;
}

/** The narrower of areas that lie in each other; all of them when none do. */
function narrow(said: readonly (readonly Area[])[]): readonly Area[] {
  return said.reduce((all, next) => {
    const both = all.flatMap((one) => next.flatMap((other) => (overlap(one, other) ? [one.region === undefined ? other : one] : [])));
    return both.length > 0 ? [...new Map(both.map((one) => [`${one.country} ${one.region ?? ''}`, one])).values()] : [...all, ...next];
  }, said[0] ?? []);
}

/** Of regions that share a name those that are not clearly less prominent than another: "Florida" is not the one in Uruguay. */
function chief(table: Table, areas: readonly Area[]): readonly Area[] {
  if (areas.length < 2 || areas.some(({ region }) => region === undefined)) return areas;
  const best = Math.max(...areas.map(({ region }) => table.prominenceOf(region!)));
  return areas.filter(({ region }) => table.prominenceOf(region!) > best - clearly(best));
}

/** Does one of two areas lie in the other? */
export function overlap(one: Area, other: Area): boolean {
  return one.country === other.country && (one.region === undefined || other.region === undefined || one.region === other.region);
}
