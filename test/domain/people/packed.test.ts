import { expect, test } from 'vitest';
import type { Prospect } from '../../../src/domain/prospect.ts';
import { packTable, unpackTable, type PackedPeople } from '../../../src/domain/people/packed.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import { atOnce } from './at-once.ts';

const ada: Prospect = { id: 'p1', kind: 'prospect', keys: [], fields: { title: { value: 'Buyer', source: { kind: 'hand', name: 'rep' }, at: 1 } }, suggestions: {}, stage: 'new', tags: ['fair'], lists: [], createdAt: 1, updatedAt: 1 };

function packed(): PackedPeople {
  const table = peopleTable();
  table.put(personRow(ada, { followUps: [], touches: [] }));
  return atOnce(packTable(table));
}

test('a stored table is read back, and who comes after without a title or a tag has none', () => {
  const { table } = atOnce(unpackTable(packed()))!;
  table.put(personRow({ ...ada, id: 'p2', fields: {}, tags: [] }, { followUps: [], touches: [] }));
  expect(['p1', 'p2'].map((id) => table.rowAt(table.slotOf.get(id)!)).map(({ title, tags }) => [title, tags])).toEqual([['Buyer', ['fair']], ['', []]]);
});

test('one whose first text, or first set, is not the empty one is not taken: whoever has none would get it', () => {
  const texts = packed();
  const { from } = texts.sections.find(({ name }) => name === 'title.ends')!;
  new Uint32Array(texts.bytes.buffer, from, 1)[0] = 2;
  expect(atOnce(unpackTable(texts))).toBeNull();
  const sets = packed();
  expect(atOnce(unpackTable({ ...sets, sets: { ...sets.sets, tags: [['vip'], ['fair']] } }))).toBeNull();
  expect(atOnce(unpackTable({ ...sets, sets: { ...sets.sets, tags: [] } }))).toBeNull();
});
