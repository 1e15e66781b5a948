// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { count, fold, text } from '../../../src/sites/reading/text.ts';

test.each([
  ['1,234', 1234], ['1.234', 1234], ['1 234', 1234], ['12 345 abonnés', 12345], ["1'234", 1234], ['1,234,567', 1234567], ['12,34,567', 1234567], ['0', 0], ['197 followers', 197], ['12 members', 12], ['5 tweets', 5],
  ['69.2K', 69200], ['86.4k Followers', 86400], ['3.9M', 3900000], ['1.2B', 1.2e9], ['12.3K posts', 12300], ['74,2 k', 74200], ['10.5k', 10500], ['1 234,5 тыс.', 1234500],
  ['6.9万', 69000], ['7.5万 帖子', 75000], ['1,234.5万', 12345000], ['1.2億', 1.2e8], ['6.9만명', 69000], ['2.3천', 2300], ['팔로워 862명', 862], ['フォロワー1.5万人', 15000],
  ['1,5 Mio. Abonnenten', 1500000], ['69,2 Tsd.', 69200], ['4,69 M de suscriptores', 4690000], ['4,69 millones de suscriptores', 4690000], ['5,9 mi Visualizações', 5900000], ['69,2 mil seguidores', 69200], ['1,2 mil. sledujících', 1200000],
  ['12,3 B takipçi', 12300], ['86,4 тыс.', 86400], ['1,2 млн', 1200000], ['12,3 N người theo dõi', 12300], ['1,2 Tr', 1200000], ['10,5 rb', 10500], ['2,1 jt pengikut', 2100000],
  ['१.२ लाख', 120000], ['٦٩٫٢ ألف', 69200], ['۱۲۳', 123], ['1.2 แสน', 120000], ['12.3 พัน', 12300],
] as const)('the count %s is %i', (shown, value) => {
  expect(count(shown)).toBe(value);
});

test('a text without a number has no count', () => {
  expect(count('followers')).toBeNull();
  expect(count('')).toBeNull();
  expect(count(null)).toBeNull();
});

test('a long run of digits and separators is counted in no time', () => {
  const started = performance.now();
  count('1,'.repeat(9_000));
  count('12 '.repeat(6_000));
  expect(performance.now() - started).toBeLessThan(100);
});

test('pictures of emoji are part of a text, other pictures and titles of drawings are not', () => {
  const element = document.createElement('p');
  element.append('Ada ');
  for (const alt of ['⛩️', 'profile photo', '👩‍💻', '🇸🇪', '5']) element.append(Object.assign(document.createElement('img'), { alt }));
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.append(Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'title'), { textContent: 'Verified' }));
  element.append(drawing);
  expect(text(element)).toBe('Ada ⛩️👩‍💻🇸🇪');
});

test('a text is folded the same whether it is plain or not', () => {
  expect([' Ada  Example\n', 'Ada', '* * *', '** Ada', '\u00a0\u00dcber · 12\t', '\u200bA\u00adda\u202e', '\ud83d', '😀 Ada', 'x'.repeat(30_000), ' \u200b ', null].map((one) => fold(one)))
    .toEqual(['Ada Example', 'Ada', '', '** Ada', 'Über · 12', 'Ada', '\ufffd', '😀 Ada', 'x'.repeat(20_000), '', '']);
});
