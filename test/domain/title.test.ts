import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPARTMENTS, parseTitle, SENIORITIES, withoutPast } from '../../src/domain/title.ts';
import { LATER_TITLES } from './title.later.table.ts';
import { TITLES, type TitleCase } from './title.table.ts';
import { TAXONOMY_TITLES } from './title.taxonomy.table.ts';
import { NEVER_MENDED_TITLES, UNSEEN_TITLES } from './title.unseen.table.ts';
import { anyText } from './any-text.ts';

/** The share that is right of each, and the misses as lines to read. */
function measure(cases: TitleCase[]): { seniority: number; departments: number; misses: string[] } {
  const misses: string[] = [];
  let seniorities = 0, departments = 0;
  for (const wanted of cases) {
    const read = parseTitle(wanted.title);
    const rank = read.seniority === wanted.seniority;
    const work = [...read.departments].sort().join() === [...wanted.departments].sort().join();
    seniorities += Number(rank);
    departments += Number(work);
    if (!rank || !work) misses.push(`${wanted.language}: ${wanted.title}: ${read.seniority} [${read.departments.join()}], wanted ${wanted.seniority} [${wanted.departments.join()}]`);
  }
  return { seniority: seniorities / cases.length, departments: departments / cases.length, misses };
}

describe('titles of public job taxonomies', () => {
  it.each([['the table', TITLES, 300], ['the titles written later', LATER_TITLES, 400], ['the names of taxonomies', TAXONOMY_TITLES, 300], ['more of them', UNSEEN_TITLES, 70]] as const)('%s is read right in at least 0.95', (name, cases, least) => {
    expect(cases.length).toBeGreaterThanOrEqual(least);
    const { seniority, departments, misses } = measure(cases as TitleCase[]);
    // the misses are to be seen also when there are few of them
    process.stdout.write(`${name}: ${cases.length} titles, seniority ${seniority.toFixed(3)}, departments ${departments.toFixed(3)}${misses.map((miss) => `\n  ${miss}`).join('')}\n`);
    expect(seniority).toBeGreaterThanOrEqual(0.95);
    expect(departments).toBeGreaterThanOrEqual(0.95);
  });

  it.each([['the table', TITLES], ['the names of taxonomies', TAXONOMY_TITLES]] as const)('each language of %s is read right in at least 0.9', (_name, cases) => {
    for (const language of new Set(cases.map((each) => each.language))) {
      const { seniority, departments } = measure(cases.filter((each) => each.language === language));
      expect([language, seniority >= 0.9, departments >= 0.9]).toEqual([language, true, true]);
    }
  });

  // nothing is ever mended for these, so their share tells of all other titles; it may only get better
  it('titles that nothing was mended for are read right in at least 0.9 of the seniorities and 0.75 of the departments', () => {
    const { seniority, departments, misses } = measure(NEVER_MENDED_TITLES);
    process.stdout.write(`never mended for: ${NEVER_MENDED_TITLES.length} titles, seniority ${seniority.toFixed(3)}, departments ${departments.toFixed(3)}${misses.map((miss) => `\n  ${miss}`).join('')}\n`);
    expect(seniority).toBeGreaterThanOrEqual(0.9);
    expect(departments).toBeGreaterThanOrEqual(0.75);
  });

  it('no title stands in two tables', () => {
    const all = [...TAXONOMY_TITLES, ...UNSEEN_TITLES, ...NEVER_MENDED_TITLES].map(({ language, title }) => `${language} ${title}`);
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
    const before = new Set([...TITLES, ...LATER_TITLES].map(({ title }) => title.toLowerCase()));
    expect([...TAXONOMY_TITLES, ...UNSEEN_TITLES, ...NEVER_MENDED_TITLES].filter(({ title }) => before.has(title.toLowerCase())).map(({ title }) => title)).toEqual([]);
  });
});

describe('words that look like a rank', () => {
  it.each([
    ['Assistant to the CEO', 'specialist'], ['Executive Assistant to CEO & CFO', 'specialist'], ['Assistant Store Manager', 'manager'], ['Vice President', 'vp'], ['President', 'c-level'], ['Product Owner', 'specialist'],
    ['Chief of Staff', 'senior'], ['Chief Engineer', 'head'], ['Chief Product & Technology Officer', 'c-level'], ['Account Executive', 'specialist'], ['Lead Generation Specialist', 'specialist'], ['Lead Engineer', 'senior'], ['Engineering Lead', 'manager'],
    ['HR Business Partner', 'specialist'], ['Partner Manager', 'manager'], ['Partner', 'partner'], ['International Sales Manager', 'manager'], ['Internal Auditor', 'specialist'], ['Director of Internal Audit', 'director'], ['Hausmeister', null],
    ['Headhunter', 'specialist'], ['Halbleiter', null], ['Senior Director', 'director'], ['Junior Sales Manager', 'junior'], ['Intern, Office of the CEO', 'intern'], ['Qwertyuiop', null], ['', null], ['😀', null],
  ])('%s is %s', (title, seniority) => expect(parseTitle(title).seniority).toBe(seniority));

  it('of a compound the last word is the work, the longest the rank', () => {
    expect(parseTitle('Leiter Produktionseinkauf').departments).toEqual(['procurement']);
    expect(parseTitle('Geschäftsleitung').seniority).toBe('c-level');
    expect(parseTitle('Vertriebscontroller')).toMatchObject({ seniority: 'specialist', departments: ['finance'] });
  });

  it('short words count only in capitals, or when a few words are typed without any', () => {
    expect(parseTitle('Head of IT').departments).toEqual(['it']);
    expect(parseTitle('Working to get it done').departments).toEqual([]);
    expect(parseTitle('it manager').departments).toEqual(['it']);
  });
});

describe('a title of several parts', () => {
  it('tells every rank, the highest first', () => expect(parseTitle('CTO & co-founder')).toEqual({ seniority: 'founder', seniorities: ['founder', 'c-level'], departments: ['executive', 'engineering'], roles: ['CTO', 'co-founder'] }));
  it('is cut into roles where a new rank begins', () => {
    expect(parseTitle('Head of Sales & Marketing, EMEA at Acme').roles).toEqual(['Head of Sales & Marketing, EMEA']);
    expect(parseTitle('Sales & Marketing Director / Board Member').roles).toEqual(['Sales & Marketing Director', 'Board Member']);
  });
  it('is without the company and the forms of gender', () => {
    expect(parseTitle('Sales Manager at Marketing Heroes').departments).toEqual(['sales']);
    expect(parseTitle('Leiter*in Vertrieb (m/w/d)')).toMatchObject({ seniority: 'head', departments: ['sales'], roles: ['Leiter Vertrieb'] });
    expect(parseTitle('Directeur·rice marketing H/F')).toMatchObject({ seniority: 'director', departments: ['marketing'] });
  });
});

describe('a word that is not known', () => {
  it('names somebody when it ends so, in a title but not in a slogan', () => {
    for (const title of ['Geneticist', 'Betriebswirt', 'Greffière', 'Verpackungstechniker', 'Wulkanizator', 'Tapicero', 'Bill and Account Collector']) expect([title, parseTitle(title).seniority]).toEqual([title, 'specialist']);
    for (const thing of ['Customer Center', 'Order', 'Computer', 'Halbleiter', 'Musik', 'Best', 'Papier']) expect([thing, parseTitle(thing).seniority]).toEqual([thing, null]);
    expect(parseTitle(undefined, 'Making the world better').seniority).toBeNull();
  });
  it('before a name for a person only says of what kind they are', () => {
    expect(parseTitle('Wholesale and Retail Buyer').departments).toEqual(['procurement']);
    expect(parseTitle('Commercial and Industrial Designer').departments).toEqual(['design']);
    expect(parseTitle('Head of Sales & Marketing').departments).toEqual(['sales', 'marketing']);
  });
});

describe('a headline', () => {
  it('gives what the title does not say', () => expect(parseTitle('Sales', 'Founder | Sales at Example')).toMatchObject({ seniority: 'founder', departments: ['sales'] }));
  it('is not asked when the title says all', () => expect(parseTitle('VP Sales', 'Founder | Marketing at Example')).toMatchObject({ seniority: 'vp', departments: ['sales'] }));
  it('that is a slogan says nothing', () => {
    for (const slogan of ['Making the world a better place', 'Passionate about marketing & sales', 'Empowering CFOs with data', 'Helping with it', 'I help the CEO of a bakery sell more']) expect(parseTitle(undefined, slogan)).toMatchObject({ seniority: null, departments: [] });
  });
  it('that names the company tells the department', () => expect(parseTitle(undefined, 'Sales at Example').departments).toEqual(['sales']));
  it('loses its former roles', () => {
    expect(withoutPast('VP Sales | ex-Google | former CTO at Example | Executive coach')).toBe('VP Sales | Executive coach');
    expect(parseTitle(undefined, 'Former CEO | Recruiter')).toMatchObject({ seniority: 'specialist', departments: ['hr'] });
  });
});

describe('for any text', () => {
  it('only known words come out, the highest seniority first, and nothing throws', () => {
    const title = fc.oneof(anyText(60), fc.array(fc.constantFrom('Head', 'of', 'Sales', '&', 'CTO', 'Assistant', 'to', 'the', 'Lead', ',', '|', '@', 'at', 'Chief', 'Officer', 'Leiter', '営業', '部長', '(m/w/d)', 'Founder'), { maxLength: 12 }).map((words) => words.join(' ')));
    fc.assert(fc.property(title, title, (text, headline) => {
      const { seniority, seniorities, departments, roles } = parseTitle(text, headline);
      expect(seniority === null || SENIORITIES.includes(seniority)).toBe(true);
      expect(seniority === null ? seniorities.length === 0 : seniorities.includes(seniority)).toBe(true);
      expect(new Set(departments).size === departments.length && departments.every((each) => DEPARTMENTS.includes(each))).toBe(true);
      expect(roles.every((role) => role !== '')).toBe(true);
    }), { numRuns: 200 });
  });

  it('case and accents do not matter', () => {
    fc.assert(fc.property(fc.constantFrom(...TITLES.filter(({ title }) => !/\b(?:IT|TI|MD|GM|BI|AI)\b/.test(title))), ({ title }) => {
      expect(parseTitle(title.toUpperCase())).toMatchObject({ seniority: parseTitle(title).seniority, departments: parseTitle(title).departments });
      expect(parseTitle(title.normalize('NFD'))).toMatchObject({ seniority: parseTitle(title).seniority, departments: parseTitle(title).departments });
    }));
  });
});
