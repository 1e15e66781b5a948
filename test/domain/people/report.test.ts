import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PeopleNow } from '../../../src/domain/people/field.ts';
import { accountGaps, idleSince, neglected, overTouched } from '../../../src/domain/people/report.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';
import { prospectOf } from '../prospect-of.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
interface Known { part?: Partial<Prospect>; asks?: number; priority?: number; due?: number; last?: number }

function peopleOf(all: readonly Known[]): PeopleNow {
  const table = peopleTable();
  all.forEach(({ part, asks = 0, due, last = NOW }, at) => table.put(personRow(prospectOf({ id: `p${at}`, createdAt: NOW - 900 * DAY, ...part }), {
    followUps: due === undefined ? [] : [{ id: `f${at}`, prospectId: `p${at}`, dueAt: due, open: 1, words: '', zone: 'UTC', text: '', createdAt: 1, updatedAt: 1 }],
    touches: Array.from({ length: asks }, (_, index) => ({ id: `t${at}-${index}`, prospectId: `p${at}`, channel: 'email', direction: 'out' as const, outcome: 'sent', at: last - index, createdAt: 1, updatedAt: 1 })),
  })));
  const size = table.ids.length;
  return { table, scores: { fit: new Uint8Array(size), coverage: new Uint8Array(size), icp: new Uint8Array(size) }, priority: Uint8Array.from(all, ({ priority = 4 }) => priority), icps: [], now: NOW };
}

const names = (slots: Uint32Array, people: PeopleNow): string[] => Array.from(slots, (slot) => people.table.ids[slot]!);

test('over-touched are those asked three times or more, the most often first; who is aside, closed or not to be contacted is not', () => {
  const people = peopleOf([{ asks: 3 }, { asks: 2 }, { asks: 5 }, { asks: 4, part: { stage: 'nurture' } }, { asks: 4, part: { stage: 'won' } }, { asks: 4, part: { doNotContact: { at: 0, reason: 'legal' } } }]);
  expect(names(overTouched(people), people)).toEqual(['p2', 'p0']);
});

test('neglected are P1 to P3 with nothing planned and nothing that happened for 7, 14 or 30 days', () => {
  const ago = (days: number): Known => ({ asks: 1, last: NOW - days * DAY });
  const people = peopleOf([{ ...ago(6), priority: 1 }, { ...ago(7), priority: 1 }, { ...ago(13), priority: 2 }, { ...ago(20), priority: 2 }, { ...ago(31), priority: 3 }, { ...ago(90), priority: 4 }, { ...ago(90), priority: 1, due: NOW + DAY }, { ...ago(90), priority: 1, part: { doNotContact: { at: 5, reason: 'legal' } } }, { priority: 1 }]);
  expect(names(neglected(people), people)).toEqual(['p8', 'p1', 'p3', 'p4']);
});

test('accounts that are worked on through one person, or without decision maker or champion, are gaps; targets come first', () => {
  const at = (accountId: string, part: Partial<Prospect> = {}, asks = 0): Known => ({ part: { accountId, ...part }, asks });
  const people = peopleOf([
    at('one', {}, 1), at('none'), at('full', { committee: 'decision-maker' }, 1), at('full', { committee: 'champion' }, 1), at('single', { committee: 'decision-maker' }, 1), at('single', { committee: 'champion' }), at('lost', { stage: 'lost' }, 2), at('', {}, 3),
  ]);
  expect(accountGaps(people)).toEqual([{ id: 'one', company: '', people: 1, reached: 1, missing: ['decision-maker', 'champion'] }, { id: 'single', company: '', people: 2, reached: 1, missing: [] }]);
});

test('whoever is in a report may be contacted, and has what the report says of them', () => {
  const known = fc.record({ asks: fc.nat(5), priority: fc.integer({ min: 1, max: 4 }), last: fc.integer({ min: NOW - 60 * DAY, max: NOW }), due: fc.option(fc.constant(NOW + DAY), { nil: undefined }), barred: fc.boolean() });
  fc.assert(fc.property(fc.array(known, { maxLength: 12 }), (all) => {
    const people = peopleOf(all.map(({ barred, due, ...rest }) => ({ ...rest, ...(due === undefined ? {} : { due }), ...(barred ? { part: { doNotContact: { at: 0, reason: 'x' } } } : {}) })));
    for (const slot of [...overTouched(people), ...neglected(people)]) expect(people.table.numbers.doNotContact[slot]).toBe(0);
    for (const slot of neglected(people)) expect(idleSince(people, slot)).toBeLessThanOrEqual(NOW - 7 * DAY);
    expect(overTouched(people).every((slot) => all[slot]!.asks >= 3)).toBe(true);
  }));
});
