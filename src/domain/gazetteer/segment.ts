import { countriesOf } from '../place.ts';
import { wordsOf } from '../word.ts';
import type { Table } from './table.ts';

/** A country, or a region of one. */
export interface Area {
  country: string;
  region?: number;
}

/** One part of a location ("Paris", "Texas") and what it may mean: areas, or places by number, the most prominent first. */
export interface Segment {
  areas: readonly Area[];
  places: readonly number[];
  /** Its name is a country's. */
  isCountry: boolean;
}

const PARTS = /[,;|•·/\\\n()[\]{}<>–—→➡↔⇄✈+&\u3001\uff0c\u060c]|\s-+\s|\s(?:and|und|et|y|e|og|och|or|to)\s/iu;
const BESIDE = /\s(?:bei|near|nahe|outside|in|b\.)\s/iu;
const FLAG = /([\u{1f1e6}-\u{1f1ff}])([\u{1f1e6}-\u{1f1ff}])/gu;
const MOST = 12;
/** Words that stand around a place's name and change it little ("Greater … Area", "… und Umgebung"), folded; longer ones first. */
const BEFORE = ['greater metropolitan area of', 'area metropolitana de', 'regiao metropolitana de', 'region metropolitana de', 'citta metropolitana di', 'metropolregion', 'metropolitan', 'metropole de', 'grossraum', 'based in', 'living in', 'based', 'currently in', 'between',
  'greater', 'grand', 'grande', 'gran', 'metro', 'central', 'downtown', 'city of', 'city', 'state of', 'province of', 'region of', 'region de', 'regiao de', 'region', 'provincia de', 'provincia di', 'comunidad de', 'departement de', 'ciudad de', 'stadt', 'raum', 'hansestadt', 'landeshauptstadt',
  'land', 'near', 'around', 'outside', 'nahe', 'bei', 'in', 'aus', 'from', 'the', 'north', 'south', 'east', 'west', 'okolice', 'wojewodztwo', 'aglomeracja'];
const AFTER = ['metropolitan region', 'metropolitan area', 'metropolitan city', 'metro area', 'metropolitana', 'metropoli', 'und umgebung', 'umgebung', 'et peripherie', 'et environs', 'y alrededores', 'e dintorni', 'e regiao', 'en omgeving', 'i okolice', 'med omnejd', 'og omegn',
  've cevresi', 'and surroundings', 'and surrounding area', 'metroplex', 'region', 'area', 'metro', 'city', 'county', 'district', 'prefecture', 'province', 'state', 'oblast', 'lan', 'kommun', 'kommune', 'umland', 'centre', 'center', 'downtown', 'suburbs'];
const SOLID = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Hangul}]+$/u;
const SOLID_KIND = /(特別市|特别行政区|特別行政区|市|都|府|县|縣|県|省|区|區|州|특별시|광역시|특별자치시|시|도|구)$/u;
/** Names of small places that are said for something else. */
const WORDS = new Set(['remote', 'mobile', 'home', 'global', 'same', 'male', 'most', 'man', 'bar', 'of', 'earth', 'world', 'worldwide', 'everywhere', 'nowhere', 'internet', 'online', 'web', 'cloud', 'space', 'moon', 'mars', 'paradise', 'heaven', 'hell', 'here', 'there', 'university', 'central', 'north', 'south', 'east', 'west', 'the', 'and', 'none', 'hybrid', 'office', 'metro', 'city', 'college', 'industry', 'commerce', 'enterprise', 'liberal', 'independence', 'hope', 'eden', 'born', 'wien area']);

/** The parts of a location that mean something, in their order; texts are read to 200 characters. */
export function segmentsOf(table: Table, location: string): Segment[] {
  const text = location.slice(0, 200).replace(FLAG, (_flag, a: string, b: string) => `, ${letter(a)}${letter(b)}_FLAG, `);
  const all = named(table, wordsOf(location.slice(0, 200)).join(' '));
  if (all && all.places.length > 0) return [all];
  const parts = text.split(PARTS).map((part) => part.trim()).filter(Boolean).slice(0, MOST);
  return parts.flatMap((part, at) => readPart(table, part, at > 0));
}

function letter(indicator: string): string {
  return String.fromCharCode(indicator.codePointAt(0)! - 0x1f1e6 + 65);
}

function readPart(table: Table, part: string, mayBeCode: boolean): Segment[] {
  const flag = /^([A-Z]{2})_FLAG$/.exec(part)?.[1];
  if (flag) return [{ areas: [{ country: flag }], places: [], isCountry: true }];
  const whole = named(table, wordsOf(part).join(' '), mayBeCode ? part : '');
  if (whole) return [whole];
  const words = wordsOf(part);
  if (words.length > 0 && words.every((word) => SOLID.test(word))) return words.flatMap((word) => readSolid(table, word));
  const beside = part.split(BESIDE);
  return beside.length > 1 ? beside.flatMap((one) => readPart(table, one, false)) : readPhrase(table, part) ?? readHyphened(table, part);
}

/** A name as it stands, or without the words around it. */
function named(table: Table, name: string, code = ''): Segment | null {
  return known(table, name, code) ?? bared(name).map((bare) => known(table, bare)).find((found) => found !== null) ?? null;
}

function known(table: Table, name: string, code = ''): Segment | null {
  if (name === '' || WORDS.has(name)) return null;
  const short = code.replaceAll('.', '');
  const coded: Area[] = /^[A-Z]{2,3}$/.test(short) ? [...table.regionsCoded(short).map((region) => areaOf(table, region)), ...(isCountryCode(table, short) ? [{ country: short }] : [])] : [];
  const countries = countriesOf(name);
  const areas = [...coded, ...countries.map((country) => ({ country })), ...table.regionsNamed(name).map((region) => areaOf(table, region))];
  const places = table.placesNamed(name);
  return areas.length > 0 || places.length > 0 ? { areas, places, isCountry: countries.length > 0 } : null;
}

function areaOf({ regions }: Table, region: number): Area {
  return { country: regions[region]!.country, region };
}

function isCountryCode({ groups }: Table, code: string): boolean {
  return groups.some(({ country }) => country === code);
}

/** The name without what stands around it, one word group at a time. */
function bared(name: string): string[] {
  const found: string[] = [];
  for (let bare = name; ; ) {
    const after = AFTER.find((word) => bare.endsWith(` ${word}`));
    const before = after ? undefined : BEFORE.find((word) => bare.startsWith(`${word} `));
    if (after) bare = bare.slice(0, -after.length - 1);
    else if (before) bare = bare.slice(before.length + 1);
    else return found;
    found.push(bare);
  }
}

/** A run of Chinese, Japanese or Korean: the longest beginning that is a name, then the rest. */
function readSolid(table: Table, run: string): Segment[] {
  for (let length = run.length; length >= 2; length -= 1) {
    const name = run.slice(0, length);
    const found = known(table, name) ?? (SOLID_KIND.test(name) && name.replace(SOLID_KIND, '').length >= 2 ? known(table, name.replace(SOLID_KIND, '')) : null);
    if (found) return [found, ...readSolid(table, run.slice(length))];
  }
  return [];
}

/** "Austin TX", "Berlin Germany", "Germany Berlin": a place and an area without a comma between them. */
function readPhrase(table: Table, part: string): Segment[] | null {
  const words = part.split(/\s+/);
  for (let length = Math.min(3, words.length - 1); length >= 1; length -= 1) {
    const [head, tail] = [words.slice(0, -length).join(' '), words.slice(-length).join(' ')];
    const end = known(table, wordsOf(tail).join(' '), tail);
    const start = end && end.areas.length > 0 ? named(table, wordsOf(head).join(' ')) : null;
    if (end && start) return [start, { ...end, places: [] }];
  }
  for (let length = Math.min(3, words.length - 1); length >= 1; length -= 1) {
    const start = known(table, wordsOf(words.slice(0, length).join(' ')).join(' '));
    const end = start?.isCountry ? named(table, wordsOf(words.slice(length).join(' ')).join(' ')) : null;
    if (start && end) return [start, end];
  }
  return null;
}

/** "Dallas-Fort Worth": all parts have to be known. */
function readHyphened(table: Table, part: string): Segment[] {
  const parts = part.split(/[-\u2010\u2011]/).map((one) => wordsOf(one).join(' '));
  if (parts.length < 2) return [];
  const last = parts.length - 1;
  const found = parts.map((name, at) => (at === last ? named(table, name) : at === 0 ? named(table, name) : known(table, name)));
  return found.every((one) => one !== null) ? found : [];
}
