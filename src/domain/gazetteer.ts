import { type Area, segmentsOf } from './gazetteer/segment.ts';
import { isIn, overlap, settle, type Whereabouts } from './gazetteer/settle.ts';
import { distance, type Table, tableOf } from './gazetteer/table.ts';
import type { Near } from './near.ts';

/** A place of the gazetteer: degrees, ISO country, region in English ('' = none), IANA time zone. `name` is in plain letters ("Koln"). */
export interface Spot {
  name: string;
  lat: number;
  lng: number;
  country: string;
  region: string;
  zone: string;
}

/** An IANA time zone; not certain when it is only the one of the likeliest place. */
export interface ZoneGuess {
  zone: string;
  certain: boolean;
}

/** Looks up the places that location texts name. Remembers what it found, up to a bound. */
export interface Gazetteer {
  /** The places that a text may mean, the likeliest first; certain when it names one that cannot well be another, or several such. */
  spotsOf(location: string): { spots: readonly Spot[]; certain: boolean };
  near: Near;
  /** The time zone of a location; undefined when it names no known place, country or region. */
  timeZoneOf(location: string): ZoneGuess | undefined;
}

const MEMORY = 20_000;
/** Nobody lives farther (km) from the next known place of their region. */
const OUTSKIRTS = 100;
/** One place at both ends: the grid of the table is coarse (km). */
const SAME = 6;

/** A gazetteer over the text that scripts/places.mjs makes. Throws when it is anything else. */
export function gazetteerOf(text: string): Gazetteer {
  const table = tableOf(text);
  const find = remember((location: string) => settle(table, segmentsOf(table, location)));
  const nearOf = remember((key: string) => {
    const [km, wanted] = [Number(key.slice(0, key.indexOf(' '))), key.slice(key.indexOf(' ') + 1)];
    const target = find(wanted);
    return remember((location: string) => isNear(table, find(location), target, km));
  });
  const spotOf = (place: number): Spot => {
    const { country, region, zone } = table.groupOf(place);
    return { name: table.nameOf(place), lat: table.latitudes[place]!, lng: table.longitudes[place]!, country, region: table.regions[region]!.name, zone };
  };
  return {
    spotsOf: (location) => {
      const { places, certain } = find(location);
      return { spots: places.map(spotOf), certain };
    },
    near: (location, wanted, km) => nearOf(`${Number.isFinite(km) ? Math.max(0, km) : 0} ${wanted}`)(location),
    timeZoneOf: (location) => zoneOf(table, find(location)),
  };
}

/** A function that remembers its answers; it forgets all of them when there are too many. */
function remember<T>(of: (key: string) => T): (key: string) => T {
  const memory = new Map<string, T>();
  return (key) => {
    const found = memory.get(key);
    if (found !== undefined) return found;
    if (memory.size >= MEMORY) memory.clear();
    const value = of(key);
    memory.set(key, value);
    return value;
  };
}

/** True or false only when every reading of both texts says so. */
function isNear(table: Table, here: Whereabouts, target: Whereabouts, km: number): boolean | 'unknown' {
  if (target.places.length === 0) return target.areas.length === 0 ? 'unknown' : nearAreas(table, here, target.areas, km);
  if (!target.certain || target.several) return 'unknown';
  const answer = nearPlace(table, here, target.places[0]!, km);
  if (answer === true || target.namesakes.length === 0) return answer;
  const inRegion = nearAreas(table, here, target.namesakes, km);
  return inRegion === answer || inRegion === true ? inRegion : 'unknown';
}

function nearPlace(table: Table, { places, areas, certain, several }: Whereabouts, place: number, km: number): boolean | 'unknown' {
  const within = (other: number): boolean => distance(table, other, place) <= Math.max(km, SAME);
  if (certain) return several ? places.some(within) : within(places[0]!);
  if (places.length === 0 && areas.length === 0) return 'unknown';
  if (places.length > 0 && places.every(within)) return true;
  const isOut = (area: Area): boolean => (km === 0 ? !isIn(table, place, area) : farFrom(table, place, area) > km + OUTSKIRTS);
  return !places.some(within) && areas.every((area) => places.some((other) => isIn(table, other, area)) || isOut(area)) ? false : 'unknown';
}

function nearAreas(table: Table, { places, areas, certain }: Whereabouts, wanted: readonly Area[], km: number): boolean | 'unknown' {
  const inside = (place: number): boolean => wanted.some((area) => isIn(table, place, area));
  if (certain) {
    if (places.some(inside)) return true;
    const far = km === 0 ? Infinity : Math.min(...places.flatMap((place) => wanted.map((area) => farFrom(table, place, area))));
    return far <= km ? true : far > km + OUTSKIRTS ? false : 'unknown';
  }
  if (areas.length > 0 && areas.every((area) => wanted.some((one) => overlap(one, area) && (one.region === undefined || area.region !== undefined)))) return true;
  if (places.length > 0 && places.every(inside)) return true;
  const isOut = !places.some(inside) && !areas.some((area) => wanted.some((one) => overlap(one, area)));
  return km === 0 && isOut && places.length + areas.length > 0 ? false : 'unknown';
}

/** From a place to the next known place of an area, in km. */
function farFrom(table: Table, place: number, { country, region }: Area): number {
  let least = Infinity;
  for (const group of table.groups) {
    if (group.country !== country || (region !== undefined && group.region !== region)) continue;
    for (let other = group.from; other < group.to; other += 1) least = Math.min(least, distance(table, other, place));
  }
  return least;
}

function zoneOf(table: Table, { places, areas, certain }: Whereabouts): ZoneGuess | undefined {
  if (places.length > 0) {
    const zones = new Set(places.map((place) => table.groupOf(place).zone));
    return { zone: table.groupOf(places[0]!).zone, certain: zones.size === 1 && (certain || areas.every((area) => places.some((place) => isIn(table, place, area)))) };
  }
  const groups = table.groups.filter((group) => areas.some(({ country, region }) => group.country === country && (region === undefined || group.region === region)));
  const zones = new Set(groups.map(({ zone }) => zone));
  const [chief] = groups.sort((a, b) => table.prominence[b.from]! - table.prominence[a.from]!);
  if (!chief || (zones.size > 1 && new Set(groups.map(({ country }) => country)).size > 1)) return undefined;
  return { zone: chief.zone, certain: zones.size === 1 };
}
