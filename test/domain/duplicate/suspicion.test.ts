import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOfPerson } from '../../../src/domain/duplicate/person-facts.ts';
import { suspect, turned } from '../../../src/domain/duplicate/suspicion.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';
import type { Field, FieldValue } from '../../../src/domain/provenance.ts';
import { prospectOf } from '../prospect-of.ts';
import { PAIRS } from './pair.table.ts';

const field = <T extends FieldValue>(value: T): Field<T> => ({ value, source: { kind: 'page', name: 'table' }, at: 1 });

/** Somebody of the table. */
function someone(id: string, text: string): Prospect {
  const [name = '', ...parts] = text.split(' · ').map((part) => part.trim());
  const all = (mark: string): string[] => parts.filter((part) => part.startsWith(mark)).map((part) => part.slice(mark.length));
  const one = (mark: string): Field<string> | undefined => (all(mark)[0] === undefined ? undefined : field(all(mark)[0]!));
  const emails = parts.filter((part) => /^[^@\s]+@[^@\s]+$/.test(part));
  const phones = parts.filter((part) => /^[+(0][\d\s()-]+$/.test(part));
  const experience = all('was:').map((company) => ({ company }));
  const fields = Object.entries({
    name: field(name), company: one('@'), location: one('^'), title: one('#'), pronouns: one('pro:'), about: one('about:'), avatar: one('pic:'),
    emails: emails.length ? field(emails) : undefined, phones: phones.length ? field(phones) : undefined, profiles: all('p:').length ? field(all('p:')) : undefined, experience: experience.length ? field(experience) : undefined,
  }).filter(([, value]) => value !== undefined);
  return prospectOf({ id, keys: all('k:') as Prospect['keys'], fields: Object.fromEntries(fields) });
}

const PEOPLE = PAIRS.trim().split('\n').filter((line) => !line.endsWith('// skip')).map((line) => {
  const [a, b] = line.slice(2).split(' // ') as [string, string];
  return { line, isOne: line.startsWith('='), a: someone('a', a), b: someone('b', b) };
});

test('of two hundred pairs nearly all that are one person are found, and nearly none that are two', () => {
  const found = PEOPLE.map((pair) => ({ ...pair, suspicion: suspect(factsOfPerson(pair.a), factsOfPerson(pair.b)) }));
  const right = found.filter(({ isOne, suspicion }) => isOne && suspicion);
  const wrong = found.filter(({ isOne, suspicion }) => !isOne && suspicion);
  const missed = found.filter(({ isOne, suspicion }) => isOne && !suspicion);
  if (process.env['SHOW']) console.log([...wrong, ...missed].map(({ line, suspicion }) => `${line}\n    ${suspicion?.evidence.map(({ code, weight }) => `${code} ${weight}`).join(', ') ?? ''}`).join('\n'), PEOPLE.length, right.length, wrong.length, missed.length);
  expect(PEOPLE.length).toBeGreaterThanOrEqual(200);
  // precision and recall: see docs/decisions/duplicates.md
  expect(right.length / (right.length + wrong.length)).toBeGreaterThanOrEqual(0.97);
  expect(right.length / (right.length + missed.length)).toBeGreaterThanOrEqual(0.97);
});

test('it is the same whichever of two comes first, and whatever the order of what is known', () => {
  const mixed = fc.constantFrom(...PEOPLE.flatMap(({ a, b }) => [a, b]));
  fc.assert(fc.property(mixed, mixed, fc.boolean(), (one, two, shuffled) => {
    const [a, b] = [{ ...one, id: 'a' }, { ...two, id: 'b' }];
    const there = suspect(factsOfPerson(a), factsOfPerson(b));
    const again = suspect(factsOfPerson(b), factsOfPerson(shuffled ? { ...a, keys: a.keys.toReversed() } : a));
    expect(again && { ...turned(again), evidence: again.evidence.map(({ code, weight }) => [code, weight]) }).toEqual(there && { ...there, evidence: there.evidence.map(({ code, weight }) => [code, weight]) });
  }), { numRuns: 300 });
});

test('two of whom the rep has said that they are two are none', () => {
  const [a, b] = [someone('a', 'Ada Example · @Acme'), someone('b', 'Ada Example · @Acme')];
  expect(suspect(factsOfPerson(a), factsOfPerson(b))?.sure).toBeGreaterThan(0.5);
  expect(suspect(factsOfPerson({ ...a, notSame: ['b'] }), factsOfPerson(b))).toBeNull();
  expect(suspect(factsOfPerson(a), factsOfPerson({ ...b, notSame: ['a'] }))).toBeNull();
});
