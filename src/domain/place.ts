import { wordsOf } from './word.ts';

/** What a location text says of countries: their ISO codes (more than one when a name is shared), and whether it says nothing else. */
export interface Place { countries: readonly string[]; only: boolean }

const CODES = 'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KM KP KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS SV SY SZ TD TG TH TJ TM TN TO TR TT TW TZ UA UG US UY UZ VA VE VN YE ZA ZM ZW';
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'ja', 'zh', 'ko'];
const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
const EUROPE = `${EU} AD AL BA BY CH FO GB GI GG IM IS JE LI MC MD ME MK NO RS RU SM UA VA`;
const GULF = 'AE BH KW OM QA SA';
const AFRICA = 'DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG RW SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW';
const LATAM = 'AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE PR UY VE';
/** States and the like, by country: who names one names the country, but wants no more than it. */
const STATE_NAMES: Record<string, string> = {
  US: 'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming',
  GB: 'england|scotland|wales|northern ireland', CA: 'ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia', AU: 'new south wales|queensland|western australia|south australia|tasmania',
  DE: 'bavaria|bayern|baden wurttemberg|hesse|hessen|saxony|sachsen|north rhine westphalia|nordrhein westfalen|lower saxony|niedersachsen|rhineland palatinate|rheinland pfalz|schleswig holstein|brandenburg|thuringia|thuringen|saarland',
};
/** Names of groups and other names of countries, each with the codes it stands for. */
const NAMES: Record<string, string> = {
  US: 'usa|u s a|u s|us|united states of america|estados unidos de america|vereinigte staaten von amerika',
  GB: 'uk|u k|great britain|grossbritannien', AE: 'uae|emirates', NL: 'holland|the netherlands', CZ: 'czech republic', KR: 'korea|republic of korea', RU: 'russian federation', TR: 'turkey|turkiye', CH: 'schweiz|suisse|svizzera',
  CN: '中华人民共和国',
  'DE AT CH': 'dach|d a ch', 'BE NL LU': 'benelux', 'DK FI IS NO SE': 'nordics|nordic countries|scandinavia|skandinavien', 'EE LV LT': 'baltics', 'ES PT': 'iberia', 'GB IE': 'uki|uk and ireland|uk ireland',
  [EU]: 'eu|european union|europaische union|union europeenne', [EUROPE]: 'europe|europa', [GULF]: 'gcc|gulf', 'US CA': 'north america|nordamerika', [LATAM]: 'latam|latin america|lateinamerika|amerique latine|america latina', 'AU NZ': 'anz',
  [`${EUROPE} ${GULF} ${AFRICA} IL IQ IR JO LB PS SY TR YE`]: 'emea', [AFRICA]: 'africa|afrika|afrique', 'AU BD BN CN FJ HK ID IN JP KH KR LA LK MM MN MO MY NP NZ PG PH PK SG TH TW VN': 'apac|asia pacific',
};
const STATES = new Set('AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'.split(' '));
const LONGEST = 5;
const MEMORY = 2_000;

let names: { wholes: Map<string, string[]>; all: Map<string, string[]> } | null = null;
const memory = new Map<string, Place>();

/** Names of countries in twelve languages as this machine knows them and of groups of countries; and those with some of their states. Folded. */
function known(): NonNullable<typeof names> {
  if (names) return names;
  const wholes = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, name: string, codes: readonly string[]): void => void map.set(name, [...new Set([...(map.get(name) ?? []), ...codes])]);
  for (const locale of LOCALES) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of CODES.split(' ')) {
      const name = display.of(code);
      if (name) add(wholes, wordsOf(name).join(' '), [code]);
    }
  }
  for (const [codes, list] of Object.entries(NAMES)) for (const name of list.split('|')) add(wholes, wordsOf(name).join(' '), codes.split(' '));
  const all = new Map(wholes);
  for (const [code, list] of Object.entries(STATE_NAMES)) for (const name of list.split('|')) add(all, name, [code]);
  names = { wholes, all };
  return names;
}

/** The countries that a location names, in any of twelve languages. "San Francisco Bay Area" names none. */
export function placeOf(location: string): Place {
  const remembered = memory.get(location);
  if (remembered) return remembered;
  const words = wordsOf(location.slice(0, 200));
  const found = new Set<string>();
  let others = 0;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 0 && !known().all.has(words.slice(at, at + length).join(' '))) length -= 1;
    for (const code of known().all.get(words.slice(at, at + length).join(' ')) ?? []) found.add(code);
    if (length === 0) others += 1;
    at += length || 1;
  }
  // "Austin, TX"
  if (STATES.has(/,\s*([A-Z]{2})\s*$/.exec(location)?.[1] ?? '')) found.add('US');
  const place = { countries: [...found], only: found.size > 0 && others === 0 };
  if (memory.size >= MEMORY) memory.clear();
  memory.set(location, place);
  return place;
}

/** The countries that a wanted place stands for as a whole ("Germany", "DACH"); [] when it is a city, a region or anything else. */
export function countriesOf(wanted: string): readonly string[] {
  return known().wholes.get(wordsOf(wanted).join(' ')) ?? [];
}
