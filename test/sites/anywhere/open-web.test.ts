// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import reader from '../../../src/sites/anywhere/open-web.ts';
import { personName } from '../../../src/sites/anywhere/open-web/words.ts';
import { emailsIn, phoneIn, profileUrl } from '../../../src/sites/reading/contact.ts';

describe('a name', () => {
  test.each([
    ['Ada Example', 'Ada Example'], ['Dr. Ada B. Example', 'Dr. Ada B. Example'], ['Prof. Dr. Ada Example', 'Prof. Dr. Ada Example'], ['Ada Example, PhD', 'Ada Example, PhD'],
    ['Example, Ada', 'Ada Example'], ['van Example, Ada', 'Ada van Example'], ['EXAMPLE, Ada', 'Ada EXAMPLE'], ['ADA EXAMPLE', 'ADA EXAMPLE'], ['María de la Example', 'María de la Example'],
    ["Ada O'Example-Sample", "Ada O'Example-Sample"], ['A.J. Example', 'A.J. Example'], ['Иванова Анна Петровна', 'Иванова Анна Петровна'], ['山田太郎', '山田太郎'], ['Ada Example (she/her)', 'Ada Example'], ['Ada (Addie) Example', 'Ada (Addie) Example'],
  ])('%s is read as %s', (text, name) => {
    expect(personName(text)).toBe(name);
  });

  test.each(['Contact Us', 'Our Team', 'Family Law', 'Example Solutions', 'Example Garden GmbH', 'Ada', 'ada example', 'Welcome to Example', 'Search results', 'Ada Example wins a prize', 'Room 12 West', 'Gail Sample, Chair, Treasurer and Clerk', ''])('%j is none', (text) => {
    expect(personName(text)).toBeNull();
  });
});

describe('a mail address', () => {
  test.each([
    ['ada@example.com', ['ada@example.com']], ['Write to ada [at] example.com.', ['ada@example.com']], ['ada(at)mail.example.com', ['ada@mail.example.com']], ['ada [at] mail [dot] example [dot] com', ['ada@mail.example.com']],
    ['ada at mail dot example dot com', ['ada@mail.example.com']], ['ada AT example.com', ['ada@example.com']], ['ada {@} example.com', ['ada@example.com']], ['ada [here belongs the at sign] example.com', ['ada@example.com']],
    ['I work at example.com', []], ['Meet me at noon', []], ['photo@2x.png', []], ['@ada', []],
  ])('in %j is %j', (text, found) => {
    expect(emailsIn(text)).toEqual(found);
  });
});

describe('a phone number', () => {
  test.each([['Tel. +44 20 7946 0991 (office)', '+44 20 7946 0991'], ['(312) 555-0182', '(312) 555-0182'], ['Phone: 909.555.0187', '909.555.0187'], ['2014-03-11', ''], ['16.07.2015', ''], ['2009 - 2014', ''], ['Room 1200', '']])('in %j is %j', (text, shown) => {
    expect(phoneIn(text)).toBe(shown);
  });
});

describe('a profile elsewhere', () => {
  test.each(['https://www.linkedin.com/in/ada', '//twitter.com/ada', 'https://github.com/ada', 'https://scholar.google.com/citations?hl=en&user=abc', 'https://orcid.org/0000-0001-2345-6789'])('is %s', (href) => {
    expect(profileUrl(href, 'https://example.com/')).not.toBeNull();
  });

  test.each(['https://www.linkedin.com/shareArticle?url=x', 'https://twitter.com/intent/tweet', 'https://twitter.com/ada/status/1', 'https://github.com/ada/project', 'https://www.facebook.com/sharer.php?u=x', 'https://docs.github.com/en', 'https://eviltwitter.com/ada', 'https://twitter.com.example.org/ada', '/in/ada', 'https://twitter.com/'])('is not %s', (href) => {
    expect(profileUrl(href, 'https://example.com/')).toBeNull();
  });
});

describe('the key of a page', () => {
  const read = (url: string, head: string, body = '<main><h1>Ada Example</h1><p>Professor</p><a href="mailto:ada.example@example.edu">mail</a></main>') =>
    reader.read(new DOMParser().parseFromString(`<title>Ada Example</title>${head}${body}`, 'text/html'), new URL(url));

  test('is that of its canonical address on the same host', () => {
    const draft = read('https://www.example.edu/people/7?ref=menu', '<link rel="canonical" href="https://www.example.edu/people/ada-example">');
    expect(draft?.keys).toEqual(['web:example.edu/people/ada-example', 'web:example.edu/people/7']);
  });

  test.each(['https://www.example.edu/', 'https://www.example.edu/people/', 'https://other.example.org/people/ada'])('is its own when the canonical address is %s', (canonical) => {
    expect(read('https://www.example.edu/people/ada-example', `<link rel="canonical" href="${canonical}">`)).toMatchObject({ keys: ['web:example.edu/people/ada-example'], agrees: 'unknown' });
  });

  test('holds the query that chooses the person, and no other', () => {
    expect(read('https://www.example.edu/staff/show.php?id=7&utm_source=x&lang=de', '')?.keys).toEqual(['web:example.edu/staff/show.php?id=7']);
  });

  test('is not that of somebody else whom stale data names', () => {
    const stale = '<script type="application/ld+json">{"@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Bo Sample","url":"https://www.example.edu/people/bo-sample"}}</script>';
    expect(read('https://www.example.edu/people/ada-example', stale)).toMatchObject({ keys: ['web:example.edu/people/ada-example'], agrees: 'no' });
  });

  test('goes with an entity whose own address is the site above it', () => {
    const data = '<script type="application/ld+json">{"@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Ada Example","url":"https://www.example.edu/"}}</script>';
    expect(read('https://www.example.edu/about', data)?.agrees).toBe('unknown');
  });
});
