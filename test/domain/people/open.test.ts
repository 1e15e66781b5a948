import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FollowUp } from '../../../src/domain/activity.ts';
import { dueLines } from '../../../src/domain/people/open.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { packTable, unpackTable } from '../../../src/domain/people/packed.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';
import { atOnce } from './at-once.ts';

const person = (id: string): Prospect => ({ id, kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], leadSource: '', createdAt: 1, updatedAt: 1 });
const anyFollowUp = fc.record({ id: fc.string({ maxLength: 6 }), who: fc.nat(3), dueAt: fc.integer({ min: 0, max: 40 }), open: fc.constantFrom(0 as const, 1 as const), channel: fc.option(fc.constantFrom('call', 'a "b"\n', ''), { nil: undefined }) });

test('the columns say exactly what is due, also of who has several follow-ups and after they were packed', () => {
  fc.assert(fc.property(fc.uniqueArray(anyFollowUp, { maxLength: 12, selector: ({ id }) => id }), fc.integer({ min: -1, max: 41 }), (some, until) => {
    const followUps = some.map(({ who, channel, ...one }): FollowUp => ({ ...one, prospectId: `p${who}`, words: '', zone: '', text: '', ...(channel === undefined ? {} : { channel }), createdAt: 1, updatedAt: 1 }));
    const table = peopleTable();
    // one of them went again: nobody is in that slot any more
    for (const id of ['gone', 'p0', 'p1', 'p2', 'p3']) table.put(personRow(person(id), { followUps: id === 'gone' ? followUps : followUps.filter(({ prospectId }) => prospectId === id), touches: [] }));
    table.remove('gone');
    const due = followUps.filter(({ open, dueAt }) => open === 1 && dueAt <= until).map(({ id, prospectId, dueAt, channel = '' }) => ({ id, prospectId, dueAt, channel }));
    const byId = <T extends { id: string }>(lines: T[]): T[] => lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(dueLines(table, until))).toEqual(byId(due));
    expect(byId(dueLines(atOnce(unpackTable(atOnce(packTable(table))))!.table, until))).toEqual(byId(due));
  }), { numRuns: 100 });
});
