import { expect, test } from 'vitest';
import { leadCosts } from '../../src/domain/lead-cost.ts';
import { personRow } from '../../src/domain/people/row.ts';
import { peopleTable } from '../../src/domain/people/table.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import type { Spend } from '../../src/domain/spend.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const spend = (id: string, source: string, from: string, to: string, amount: number, campaign?: string): Spend => ({ id, source, from, to, amount, note: '', createdAt: 0, updatedAt: 0, ...(campaign ? { campaign } : {}) });

test('a spend costs what it cost by those who came of its source and campaign on its days, both of them counted', () => {
  const table = peopleTable();
  const lead = (id: string, leadSource: string, at: string, campaign?: string): void => {
    const prospect: Prospect = { id, kind: 'lead', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], leadSource, createdAt: Date.parse(at), updatedAt: 0, ...(campaign ? { campaign } : {}) };
    table.put(personRow(prospect, { followUps: [], touches: [] }));
  };
  lead('a', 'paid ad', '2026-10-01T00:00:00Z', 'Autumn');
  lead('b', 'paid ad', '2026-10-31T23:59:59Z', 'autumn');
  lead('c', 'paid ad', '2026-11-01T00:00:00Z', 'Autumn');
  lead('d', 'paid ad', '2026-10-15T00:00:00Z');
  lead('e', 'webinar', '2026-10-15T00:00:00Z');
  const { bySpend, bySource } = leadCosts([spend('one', 'paid ad', '2026-10-01', '2026-10-31', 300, 'Autumn'), spend('two', 'paid ad', '2026-10-01', '2026-10-31', 90), spend('three', 'newsletter', '2026-10-01', '2026-10-31', 50)], table, day);
  expect(bySpend.get('one')).toEqual({ spent: 300, leads: 2, perLead: 150 });
  expect(bySpend.get('two')).toEqual({ spent: 90, leads: 3, perLead: 30 });
  expect(bySpend.get('three')).toEqual({ spent: 50, leads: 0 });
  expect(bySource.get('paid ad')).toEqual({ spent: 390, leads: 3, perLead: 130 });
});
