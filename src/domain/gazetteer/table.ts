/** A state, province or the like, as GeoNames divides countries. `code` is the usual short one in countries that write it behind a city ("TX", "NSW"). */
export interface Region {
  country: string;
  code: string;
  name: string;
}

/** Places of one region in one time zone: from..to in the numbering of places, the most prominent first. */
interface Group {
  country: string;
  region: number;
  zone: string;
  from: number;
  to: number;
}

/** The places of the world that are large enough to be known, by number; names are folded words with one space between. */
export interface Table {
  regions: readonly Region[];
  groups: readonly Group[];
  /** Degrees. The grid is 0.02 by 0.04 degrees: a place is at most 3 km off. */
  latitudes: Float32Array;
  longitudes: Float32Array;
  /** Population times the number of names in other languages, as a logarithm to the base 1.25. */
  prominence: Uint8Array;
  /** The most prominent first. */
  placesNamed(name: string): readonly number[];
  regionsNamed(name: string): readonly number[];
  regionsCoded(code: string): readonly number[];
  /** Of a region's chief place. */
  prominenceOf(region: number): number;
  nameOf(place: number): string;
  groupOf(place: number): Group;
}

const FORMAT = 'paydirt places 1';
const DIGITS = 94;
const WIDTH = 5;

/** Reads the text that scripts/places.mjs packs. Throws when it is anything else. */
export function tableOf(text: string): Table {
  const lines = text.trimEnd().split('\n');
  if (lines.shift() !== FORMAT) throw new Error(`The places are not in the form "${FORMAT}": run node scripts/places.mjs.`);
  const parts = lines.map((line) => line.split('\t'));
  const count = parts.reduce((all, [, , , , packed = '']) => all + packed.length / WIDTH, 0);
  const latitudes = new Float32Array(count), longitudes = new Float32Array(count), prominence = new Uint8Array(count), groupAt = new Uint16Array(count);
  const own: string[] = [];
  const chiefs: number[] = [];
  const groups: Group[] = [], regions: Region[] = [];
  const placeNames = new Map<string, number | number[]>();
  const regionNames = new Map<string, number | number[]>(), regionCodes = new Map<string, number | number[]>();
  const regionAt = new Map<string, number>();

  for (const [country = '', zone = '', code = '', called = '', packed = '', names = ''] of parts) {
    const [name = '', ...folded] = called.split('|');
    const key = `${country} ${code} ${name}`;
    let region = regionAt.get(key);
    if (region === undefined) {
      region = regions.push({ country, code, name }) - 1;
      regionAt.set(key, region);
      for (const one of folded) add(regionNames, one, region);
      if (/^[A-Z]{2,3}$/.test(code)) add(regionCodes, code, region);
    }
    const from = own.length;
    for (const [at, named] of names.split(';').entries()) {
      const place = from + at;
      const digit = (index: number): number => packed.charCodeAt(at * WIDTH + index) - 33;
      latitudes[place] = ((digit(0) * DIGITS + digit(1) + 0.5) / DIGITS ** 2) * 180 - 90;
      longitudes[place] = ((digit(2) * DIGITS + digit(3) + 0.5) / DIGITS ** 2) * 360 - 180;
      prominence[place] = digit(4);
      groupAt[place] = groups.length;
      const all = named.split('|');
      own.push(all[0]!);
      for (const one of all) add(placeNames, one, place);
    }
    groups.push({ country, region, zone, from, to: own.length });
    chiefs[region] = Math.max(chiefs[region] ?? 0, prominence[from]!);
  }
  for (const found of placeNames.values()) if (typeof found === 'object') found.sort((a, b) => prominence[b]! - prominence[a]! || a - b);

  return {
    regions, groups, latitudes, longitudes, prominence,
    placesNamed: (name) => listOf(placeNames.get(name)),
    regionsNamed: (name) => listOf(regionNames.get(name)),
    regionsCoded: (code) => listOf(regionCodes.get(code)),
    prominenceOf: (region) => chiefs[region]!,
    nameOf: (place) => own[place]!.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase()),
    groupOf: (place) => groups[groupAt[place]!]!,
  };
}

/** Most names have one owner: no list for those. */
function add(map: Map<string, number | number[]>, name: string, value: number): void {
  const found = map.get(name);
  if (found === undefined) map.set(name, value);
  else if (typeof found === 'object') found.push(value);
  else if (found !== value) map.set(name, [found, value]);
}

function listOf(found: number | number[] | undefined): readonly number[] {
  return found === undefined ? [] : typeof found === 'object' ? found : [found];
}

const RADIUS = 6_371;
const RADIANS = Math.PI / 180;

/** Great-circle distance of two places in km. */
export function distance({ latitudes, longitudes }: Table, a: number, b: number): number {
  const from = latitudes[a]! * RADIANS, to = latitudes[b]! * RADIANS;
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(((longitudes[b]! - longitudes[a]!) * RADIANS) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}
