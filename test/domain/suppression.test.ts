import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identitiesOf, phoneKey, saltOf, spellingsOf, SUPPRESSION_HASH, suppressionHash } from '../../src/domain/suppression.ts';

const salt = fc.stringMatching(/^[0-9a-f]{32}$/);

test('a hash is of its identity and its salt, holds the salt and nothing of the identity', () => {
  fc.assert(fc.property(salt, salt, fc.string({ minLength: 9 }), fc.string(), (one, other, identity, another) => {
    const hash = suppressionHash(one, identity);
    expect(hash).toMatch(SUPPRESSION_HASH);
    expect([saltOf(hash), hash.includes(identity)]).toEqual([one, false]);
    expect(suppressionHash(one, another) === hash).toBe(another === identity);
    expect(suppressionHash(other, identity) === hash).toBe(other === one);
  }));
});

test('a person is known by profiles and addresses; a list may also name a telephone or a domain', () => {
  const person = { keys: ['linkedin:in/ada', 'hand:1', 'company:acme', 'email:ada@mail.acme.example'] as const, fields: { emails: { value: ['Ada@Home.example', 'nonsense'] }, phones: { value: ['+49 (0)30 1234-567', '12'] } } };
  const own = ['linkedin:in/ada', 'email:ada@mail.acme.example', 'email:ada@home.example'];
  expect(identitiesOf({ ...person, keys: [...person.keys] })).toEqual(own);
  expect(spellingsOf({ ...person, keys: [...person.keys] })).toEqual([...own, 'phone:+49301234567', 'domain:mail.acme.example', 'domain:acme.example', 'domain:home.example']);
  expect([phoneKey('0049 30 1234567'), phoneKey('(555) 010-9999'), phoneKey('n/a')]).toEqual(['phone:+49301234567', 'phone:5550109999', null]);
});
