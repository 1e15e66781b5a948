/** What a group of companies adds to its name. */
export const ADDITIONS: ReadonlySet<string> = new Set('group groups holding holdings gruppe unternehmensgruppe groupe grupo gruppo grupa groep koncern konzern international worldwide global ventures'.split(' '));

const BY_COUNTRY: Record<string, string> = {
  de: 'deutschland germany allemagne alemania', at: 'austria osterreich oesterreich', ch: 'schweiz switzerland suisse svizzera', fr: 'france francia', es: 'espana spain iberica iberia', it: 'italia italy italie',
  gb: 'uk gb britain england scotland ireland', us: 'usa us america americas', ca: 'canada', mx: 'mexico', br: 'brasil brazil', pl: 'polska poland polen', nl: 'nederland netherlands holland', be: 'belgium belgie belgique benelux',
  se: 'sweden sverige', no: 'norway norge', dk: 'denmark danmark', fi: 'finland suomi', nordic: 'nordic nordics scandinavia', pt: 'portugal', cz: 'czech czechia cesko cesky', sk: 'slovakia slovensko', hu: 'hungary hungaria magyarorszag',
  ro: 'romania', bg: 'bulgaria', gr: 'greece hellas', tr: 'turkey turkiye', ru: 'russia rossiya rus', ua: 'ukraine ukraina', cn: 'china', hk: 'hongkong', jp: 'japan nippon', kr: 'korea', in: 'india', sg: 'singapore', au: 'australia', nz: 'zealand',
  za: 'africa', ae: 'uae dubai', sa: 'arabia', eu: 'europe europa emea', asia: 'asia apac', dach: 'dach', latam: 'latam',
};

/** Countries and regions as they stand behind a company's name, folded, with a code each. */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(Object.entries(BY_COUNTRY).flatMap(([code, names]) => names.split(' ').map((name): [string, string] => [name, code])));

/** Words and family names that many companies are called by: alone they tell nobody apart. */
export const COMMON: ReadonlySet<string> = new Set([
  'the a an of for and in de di du del des la le el los las der die das von van do da delta alpha beta gamma omega sigma apex summit first one national united general american british european',
  'global universal premier pioneer phoenix atlas horizon nova vertex pinnacle liberty eagle star sun moon blue green red black white silver gold golden north south east west northern southern',
  'eastern western central city metro capital royal crown king queen prime smart digital tech data cloud net web online media studio design creative solutions solution systems system services',
  'service consulting partners partner ventures bank insurance finance financial invest investment investments air energy power water health healthcare care medical pharma group international',
  'trading trade logistics transport construction engineering software technology technologies lab labs academy school university institute research innovation innovations management marketing',
  'advanced new modern best quality professional expert experts business enterprise enterprises industries industry industrial products production company home house world life bright clear',
  'direct express fast future advisors advisory associates agency law legal real estate property properties food foods fresh farm market store shop auto motors motor electric electronics steel',
  'metal plastics paper print printing travel hotel hotels foundation stiftung verein club union church hospital clinic county state muller mueller schmidt schneider fischer weber meyer meier',
  'maier mayer wagner becker schulz hoffmann koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange werner krause lehmann smith jones williams',
  'brown taylor johnson davies evans thomas wilson miller davis moore anderson jackson harris martin thompson clark lewis walker hall young allen scott adams baker garcia martinez lopez sanchez',
  'gonzalez rodriguez fernandez perez silva santos oliveira pereira costa rossi russo ferrari bianchi romano bernard dubois durand moreau laurent nowak kowalski novak jansen hansen nielsen',
  'andersson johansson ivanov',
].join(' ').split(' '));
