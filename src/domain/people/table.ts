import { type Numbers, setColumn, textColumn, type TextColumnHeld, type ValueColumn, withNumber } from './column.ts';
import { NUMBER_COLUMNS, type NumberColumn, type PersonRow, SET_COLUMNS, type SetColumn, TEXT_COLUMNS, type TextColumn } from './row.ts';

/**
 * Everybody, column by column: 100,000 people are some tens of arrays, not 100,000 objects. A person has a slot as long as they are there.
 * `version` counts the changes: what was computed from the table is good as long as it is the same.
 */
export interface PeopleTable {
  texts: Record<TextColumn, TextColumnHeld>;
  sets: Record<SetColumn, ValueColumn<readonly string[]>>;
  numbers: Record<NumberColumn, Numbers>;
  /** The id in each slot; '' = nobody. Slots are counted to `ids.length`. */
  ids: string[];
  slotOf: Map<string, number>;
  version: number;
  /** Puts a person in, in their slot or a free one; returns it. */
  put(row: PersonRow): number;
  remove(id: string): void;
  rowAt(slot: number): PersonRow;
}

export function peopleTable(): PeopleTable {
  return tableOf([], new Map(), named(TEXT_COLUMNS, () => textColumn()), named(SET_COLUMNS, () => setColumn()), named(NUMBER_COLUMNS, (): Numbers => new Int8Array(64)));
}

/** A table of these columns, which are its own from now on. No id may be there twice. */
export function tableOf(ids: string[], slotOf: Map<string, number>, texts: PeopleTable['texts'], sets: PeopleTable['sets'], numbers: PeopleTable['numbers']): PeopleTable {
  const free: number[] = [];
  const table: PeopleTable = {
    ids, texts, sets, numbers, version: 0, slotOf,
    put(row) {
      const slot = slotOf.get(row.id) ?? free.pop() ?? ids.length;
      ids[slot] = row.id;
      slotOf.set(row.id, slot);
      for (const name of TEXT_COLUMNS) texts[name].set(slot, row[name]);
      for (const name of SET_COLUMNS) sets[name].set(slot, row[name]);
      for (const name of NUMBER_COLUMNS) {
        numbers[name] = withNumber(numbers[name], slot, row[name]);
        numbers[name][slot] = row[name];
      }
      table.version++;
      return slot;
    },
    remove(id) {
      const slot = slotOf.get(id);
      if (slot === undefined) return;
      slotOf.delete(id);
      ids[slot] = '';
      free.push(slot);
      table.version++;
    },
    rowAt(slot) {
      const row: Record<string, unknown> = { id: ids[slot] };
      for (const name of TEXT_COLUMNS) row[name] = texts[name].get(slot);
      for (const name of SET_COLUMNS) row[name] = sets[name].get(slot);
      for (const name of NUMBER_COLUMNS) row[name] = numbers[name][slot];
      return row as unknown as PersonRow;
    },
  };
  return table;
}

/** The slots in which somebody is, in no order; written into an array that is long enough, if one is given. */
export function slotsOf({ ids, slotOf }: PeopleTable, slots = new Uint32Array(slotOf.size)): Uint32Array<ArrayBuffer> {
  let at = 0;
  for (let slot = 0; slot < ids.length; slot++) if (ids[slot] !== '') slots[at++] = slot;
  return slots;
}

function named<K extends string, V>(names: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(names.map((name) => [name, make()])) as Record<K, V>;
}
