// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import linkedin from '../../src/sites/linkedin.ts';
import { counts, websites } from '../../src/sites/linkedin/element.ts';
import { positions } from '../../src/sites/linkedin/position.ts';
import { agreement, splitName } from '../../src/sites/linkedin/profile.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string, url = 'https://www.linkedin.com/in/ada-example/') => linkedin.read(parse(html), new URL(url));
const values = (draft: ReturnType<typeof read>) => Object.fromEntries(Object.entries(draft.fields).map(([name, reading]) => [name, reading.value]));

const top = (slug: string, rest = '') => `<div componentkey="com.linkedin.sdui.profile.card.refACoAAExample${slug}00000Topcard"><section><div><div><div><a href="/in/${slug}/"><h2>Person of ${slug}</h2></a></div><p>· 1st</p></div>
<p>Engineer at Example GmbH</p><p>Example GmbH</p><div><p>Berlin</p><p>·</p><p><a href="/in/${slug}/overlay/contact-info/">Contact info</a></p></div></div>${rest}</section></div>`;

describe('a profile of the server-driven layout', () => {
  test('is read off the card of the address when the one before is still mounted', () => {
    const draft = read(`<main>${top('oscar-other')}${top('ada-example')}</main>`);
    expect(draft.agrees).toBe('yes');
    expect(values(draft)).toMatchObject({ name: 'Person of ada-example', company: 'Example GmbH', title: 'Engineer' });
  });

  test('does without a contact link', () => {
    const html = top('ada-example').replace(/<p>·<\/p><p><a .*?<\/p>/, '');
    expect(values(read(`<main>${html}</main>`))).toMatchObject({ name: 'Person of ada-example', headline: 'Engineer at Example GmbH', location: 'Berlin' });
  });

  test('takes no experience from another person’s card', () => {
    const card = (id: string) => `<div componentkey="com.linkedin.sdui.profile.card.ref${id}ExperienceTopLevelSection"><div><a><p>Baker</p><p>Bread Ltd</p><p>Jan 2020 - Present · 5 yrs</p></a></div></div>`;
    expect(read(`<main>${top('ada-example')}${card('ACoAAExampleoscar-other00000')}</main>`).fields.experience).toBeUndefined();
    expect(read(`<main>${top('ada-example')}${card('ACoAAExampleada-example00000')}</main>`).fields.experience?.value).toHaveLength(1);
  });

  test('at an address with a member id gives the slug as another key', () => {
    const draft = read(`<main>${top('ada-example')}</main>`, 'https://www.linkedin.com/in/ACoAAExampleada-example00000/');
    expect(draft.agrees).toBe('yes');
    expect(draft.keys).toEqual(['linkedin:fsd/ACoAAExampleada-example00000', 'linkedin:in/ada-example']);
  });

  test('is nobody while no card is there, whatever the title says', () => {
    expect(read('<title>Oscar Other | LinkedIn</title><main><h2>Loading</h2></main>').page).toBe('none');
  });
});

test.each([
  ['Oct 2023 - Dec 2024 · 1 yr 3 mos', 'Oct 2023 - Dec 2024', false],
  ['juin 2017 - aujourd’hui · 6 ans 9 mois', 'juin 2017 - aujourd’hui', true],
  ['Jan. 2022–Heute · 4 Jahre', 'Jan. 2022–Heute', true],
  ['2020年4月 – 現在 · 5年8ヶ月', '2020年4月 – 現在', true],
  ['2021년 4월 - 현재 · 4년', '2021년 4월 - 현재', true],
  ['2020 年 4 月 - 至今 · 5 年', '2020 年 4 月 - 至今', true],
  ['يناير ٢٠٢٠ - الحاضر · ٥ سنوات', 'يناير ٢٠٢٠ - الحاضر', true],
  ['2019 · 1 yr', '2019', false],
])('the dates "%s" are %s and still last: %s', (line, dates, current) => {
  const region = parse(`<main><h2>x</h2><div><p>Baker</p><p>Bread Ltd</p><p>${line}</p></div></main>`).querySelector('main');
  expect(positions(region, 'p')).toEqual([{ title: 'Baker', company: 'Bread Ltd', dates, current }]);
});

test.each(['Class of 2019', 'Since 2015 I have baked bread - and sold it to everyone in our street', '3 yrs 2 mos', 'Full-time · 4 yrs'])('"%s" is no range of dates', (line) => {
  expect(positions(parse(`<main><div><p>Baker</p><p>Bread Ltd</p><p>${line}</p></div></main>`).querySelector('main'), 'p')).toEqual([]);
});

test.each([
  [['500+ connections'], { connections: '500+' }],
  [['Plus de 500 relations'], { connections: '500+' }],
  [['1.234 Follower:innen', '87 Kontakte'], { followers: 1234, connections: '87' }],
  [['フォロワー 312人', 'つながり500人以上'], { followers: 312, connections: '500+' }],
  [['11 248 abonnés'], { followers: 11248 }],
  [['팔로워 312명', '1촌 500명 이상'], { followers: 312, connections: '500+' }],
  [['114 sledujících', '110 spojení'], { followers: 114, connections: '110' }],
  [['٣١٢ متابعًا', '٨٧ زميلاً'], { followers: 312, connections: '87' }],
  [['312 pengikut', '87 koneksi'], { followers: 312, connections: '87' }],
  [['312 відстежувачів', '87 контактів'], { followers: 312, connections: '87' }],
  [['312 người theo dõi', '87 kết nối'], { followers: 312, connections: '87' }],
  [['2nd', '2.º', '3rd+'], {}],
])('%j counts %j', (lines, expected) => {
  expect(counts(lines)).toEqual(expected);
});

test.each([
  ['Ada Example, PhD (she/her)', { name: 'Ada Example, PhD', pronouns: 'she/her' }],
  ['Ada (Adele) Example', { name: 'Ada (Adele) Example' }],
  ['Ada Example (née Sample)', { name: 'Ada Example (née Sample)' }],
  ['Ada Example (彼女／彼ら)', { name: 'Ada Example', pronouns: '彼女／彼ら' }],
  ['Ada Example (she / her / hers)', { name: 'Ada Example', pronouns: 'she / her / hers' }],
])('the name %s is split into %j', (whole, expected) => {
  expect(splitName(whole)).toEqual(expected);
});

test('what is starred out for visitors is no value', () => {
  const draft = read(`<main><section class="top-card-layout"><h1>Ada Example</h1><h2 class="top-card-layout__headline">Buyer</h2><div data-section="currentPositionsDetails"><a>***** ***</a></div></section>
    <ul class="experience__list"><li><h3>*** *****</h3><h4>******</h4><p><span class="date-range">2019 - 2020</span></p></li></ul></main>`);
  expect(values(draft)).toEqual({ handle: 'ada-example', name: 'Ada Example', headline: 'Buyer' });
});

test('only names of one kind contradict each other', () => {
  expect(agreement('linkedin:in/ada', ['linkedin:fsd/ACoAA1', 'linkedin:in/ada'])).toBe('yes');
  expect(agreement('linkedin:in/ada', ['linkedin:in/bo'])).toBe('no');
  expect(agreement('linkedin:in/ada', ['linkedin:fsd/ACoAA1'])).toBe('unknown');
  expect(agreement('linkedin:company/123', ['linkedin:company/example'])).toBe('unknown');
  expect(agreement('linkedin:company/example', ['linkedin:school/example'])).toBe('yes');
});

test('websites come out of their wrappers; LinkedIn’s own pages and sign-in forms are none', () => {
  const root = parse(`<div><a href="/safety/go/?url=https%3A%2F%2Fada%2Eexample%2Ecom%2Fx&amp;urlhash=1">a</a><a href="https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Fexample%2Enet">b</a>
    <a href="https://example.org/">c</a><a href="/feed/">d</a><a href="javascript:alert(1)">e</a><a href="/safety/go/?url=javascript%3Aalert(1)">f</a><div class="modal"><a href="https://sign.example/">g</a></div></div>`).body;
  expect(websites(root)).toEqual(['https://ada.example.com/x', 'http://example.net/', 'https://example.org/']);
});
