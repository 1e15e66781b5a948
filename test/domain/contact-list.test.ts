import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContactList, readContactList } from '../../src/domain/contact-list.ts';

const keyOf = (address: string): string | null => { const { host, pathname } = new URL(address); return `web:${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`; };

function read(text: string): ContactList {
  const work = readContactList(text, keyOf);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

test('a list is read whatever its columns: addresses, domains, profiles, telephones; heads and names are passed over, and what is nothing is told', () => {
  const list = read('\ufeffName,Email\r\nAda Quill;"ADA@quill.example"\r\n@acme.co.uk\thttps://www.site.example/in/bea/\r\nsite.example/in/cy\n+49 (0)30 1234567\n\nno one\nacme.co.uk\ngmail.com\n');
  expect(list.identities).toEqual(['email:ada@quill.example', 'domain:acme.co.uk', 'web:site.example/in/bea', 'web:site.example/in/cy', 'phone:+49301234567']);
  expect(list.counts).toEqual({ emails: 1, domains: 1, profiles: 2, phones: 1 });
  // a mailbox provider's domain is refused
  expect([list.unread, list.lines.map(({ line }) => line)]).toEqual([3, [1, 7, 9]]);
});

test('the day since when is no telephone', () => {
  expect(read('2025-01-02,a@b.example,02.01.2025,1/2/2025\n2025-01-02 10:15\n030 2025 0102').identities).toEqual(['email:a@b.example', 'phone:03020250102']);
});

test('whatever is pasted, every line is read or told, and nothing is understood twice', () => {
  const cell = fc.oneof(fc.constantFrom('a@b.example', 'b.example', '+4930123456', 'x.example/y', 'nothing', ''), fc.string({ maxLength: 30 }));
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }), (rows) => {
    const text = rows.map((row) => row.join(';')).join('\n');
    const { identities, counts, unread } = read(text);
    expect(new Set(identities).size).toBe(identities.length);
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(identities.length);
    expect(read(`${text}\n${text}`).identities).toEqual(identities);
    expect(unread).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
  }));
});

test('a list in one line is read in pieces, and a cell of megabytes holds nothing up', () => {
  const work = readContactList(`${Array.from({ length: 1_000 }, (_, at) => `a${at}@b.example`).join(',')},${'"'.repeat(3_000_000)}x`, keyOf);
  let turns = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) turns++;
  expect([turns, step.value.identities.length]).toEqual([10, 1_000]);
});
