import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailsOf, linkedinOf, phonesOf, webOf, websOf } from '../../../src/files/value/contact.ts';
import { countryOf, joinedName, lineOf, placeOf, truthOf, wholeName, wordsOf } from '../../../src/files/value/text.ts';

test('mail addresses are found in what people put around them', () => {
  expect(emailsOf(' mailto:Ada@Example.com ; "Bob" <bob@example.org>, ada@example.com')).toEqual({ emails: ['Ada@Example.com', 'bob@example.org'], bad: false, lost: [] });
  expect(emailsOf('ada@example.com; bob@, ada@example.com')).toEqual({ emails: ['ada@example.com'], bad: false, lost: ['bob@'] });
  expect([emailsOf('ada at example'), emailsOf('N/A'), emailsOf('')].map(({ emails, bad }) => [emails.length, bad])).toEqual([[0, true], [0, false], [0, false]]);
});

test('telephone numbers stay as written, what is none goes', () => {
  expect(phonesOf("p:+49 30 1234567; (030) 987 65-43 ext. 12").phones).toEqual(['+49 30 1234567', '(030) 987 65-43 ext. 12']);
  expect(phonesOf("'+1 555-0100, +1 555-0101").phones).toEqual(['+1 555-0100', '+1 555-0101']);
  expect(['4.91512E+11', 'call me', '123', '', '-', '+1 555-0100; ask'].map(phonesOf)).toEqual([...['4.91512E+11', 'call me', '123'].map((text) => ({ phones: [], lost: [text] })), { phones: [], lost: [] }, { phones: [], lost: [] }, { phones: ['+1 555-0100'], lost: ['ask'] }]);
});

test('addresses get their scheme, and only what has a host is one', () => {
  expect([webOf('example.com/x'), webOf('HTTP://Example.com'), webOf('nobody'), webOf('javascript:alert(1)'), webOf('https://user@example.com/'), webOf('n/a')]).toEqual(['https://example.com/x', 'http://example.com/', null, null, null, null]);
  expect(websOf('example.com, example.org')).toEqual(['https://example.com/', 'https://example.org/']);
  expect([linkedinOf('ada-example'), linkedinOf('in/ada-example/'), linkedinOf('www.linkedin.com/in/ada-example')]).toEqual(['https://www.linkedin.com/in/ada-example', 'https://www.linkedin.com/in/ada-example', 'https://www.linkedin.com/in/ada-example']);
});

test('names are turned round and joined', () => {
  expect([wholeName('Example, Ada'), wholeName('  Ada   Example '), wholeName('Dr. Ada Example, PhD'), wholeName('-'), joinedName('Ada', 'B.', 'Example'), joinedName('小明', '', '王'), joinedName('ada', '', 'EXAMPLE')])
    .toEqual(['Ada Example', 'Ada Example', 'Ada Example', '', 'Ada B. Example', '王小明', 'ada Example']);
});

test('lists, truths, countries and places are understood', () => {
  expect(wordsOf('"VIP","Blog", vip; |')).toEqual(['VIP', 'Blog']);
  expect([truthOf(' Ja '), truthOf('FALSE'), truthOf('perhaps')]).toEqual([true, false, null]);
  expect([countryOf('DE'), countryOf('Deutschland'), countryOf('qq')]).toEqual(['Germany', 'Deutschland', 'qq']);
  expect(placeOf(['Luxembourg', '', 'luxembourg'])).toBe('Luxembourg');
  expect([lineOf("'=1+1"), lineOf("O'Neil"), lineOf('null'), lineOf('a\nb\u202e')]).toEqual(['=1+1', "O'Neil", '', 'a b']);
});

test('no cell makes cleaning throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
    for (const clean of [emailsOf, phonesOf, webOf, websOf, linkedinOf, wholeName, wordsOf, truthOf, countryOf, lineOf]) clean(text);
    expect(lineOf(text)).not.toMatch(/[\n\r\t\u202e]/);
  }));
});
