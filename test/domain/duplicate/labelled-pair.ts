import type { Prospect } from '../../../src/domain/prospect.ts';
import type { Field, FieldValue } from '../../../src/domain/provenance.ts';
import { prospectOf } from '../prospect-of.ts';
import { PAIRS } from './pair.table.ts';

const field = <T extends FieldValue>(value: T): Field<T> => ({ value, source: { kind: 'page', name: 'table' }, at: 1 });

/** Somebody of the table. */
export function someone(id: string, text: string): Prospect {
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

/** The pairs of the table: are they one person? */
export function labelledPairs(): { line: string; isOne: boolean; a: Prospect; b: Prospect }[] {
  return PAIRS.trim().split('\n').map((line) => {
    const [a, b] = line.slice(2).split(' // ') as [string, string];
    return { line, isOne: line.startsWith('='), a: someone('a', a), b: someone('b', b) };
  });
}
