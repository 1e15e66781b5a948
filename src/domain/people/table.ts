import { grown, setColumn, textColumn, type ValueColumn } from './column.ts';
import { NUMBER_COLUMNS, type NumberColumn, type PersonRow, SET_COLUMNS, type SetColumn, TEXT_COLUMNS, type TextColumn } from './row.ts';

/**
 * Everybody, column by column: 100,000 people are some tens of arrays, not 100,000 objects. A person has a slot as long as they are there.
 * `version` counts the changes: what was computed from the table is good as long as it is the same.
 */
export interface PeopleTable {
  texts: Record<TextColumn, ValueColumn<string>>;
  sets: Record<SetColumn, ValueColumn<readonly string[]>>;
  numbers: Record<NumberColumn, Float64Array>;
  /** The id in each slot; '' = nobody. Slots are counted to `ids.length`. */
  ids: string[];
  slotOf: Map<string, number>;
  version: number;
  /** Puts a person in, in their slot or a free one; returns it. */
  put(row: PersonRow): number;
  remove(id: string): void;
  rowAt(slot: number): PersonRow;
}

/** What a table is made of, to be stored: one JSON text for all that is text (the fastest to read), typed arrays for the rest. */
export interface PackedPeople {
  text: string;
  codes: Record<string, Uint32Array>;
  numbers: Record<string, Float64Array>;
}

interface Held {
  ids: string[];
  texts: Record<string, string[]>;
  sets: Record<string, string[][]>;
}

export function peopleTable(): PeopleTable {
  return tableOf([], Object.fromEntries(TEXT_COLUMNS.map((name) => [name, textColumn()])) as PeopleTable['texts'],
    Object.fromEntries(SET_COLUMNS.map((name) => [name, setColumn()])) as PeopleTable['sets'],
    Object.fromEntries(NUMBER_COLUMNS.map((name) => [name, new Float64Array(64)])) as PeopleTable['numbers']);
}

function tableOf(ids: string[], texts: PeopleTable['texts'], sets: PeopleTable['sets'], numbers: PeopleTable['numbers']): PeopleTable {
  const free: number[] = [];
  const table: PeopleTable = {
    ids, texts, sets, numbers, version: 0, slotOf: new Map(ids.map((id, slot) => [id, slot])),
    put(row) {
      const slot = table.slotOf.get(row.id) ?? free.pop() ?? ids.length;
      ids[slot] = row.id;
      table.slotOf.set(row.id, slot);
      for (const name of TEXT_COLUMNS) texts[name].set(slot, row[name]);
      for (const name of SET_COLUMNS) sets[name].set(slot, row[name]);
      for (const name of NUMBER_COLUMNS) {
        numbers[name] = grown(numbers[name], slot);
        numbers[name][slot] = row[name];
      }
      table.version++;
      return slot;
    },
    remove(id) {
      const slot = table.slotOf.get(id);
      if (slot === undefined) return;
      table.slotOf.delete(id);
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

/** The table as it is stored: without free slots and without values that nobody has any more. */
export function packTable(table: PeopleTable): PackedPeople {
  const slots = slotsOf(table);
  const held: Held = { ids: Array.from(slots, (slot) => table.ids[slot]!), texts: {}, sets: {} };
  const codes: Record<string, Uint32Array> = {};
  const pack = <T>(name: string, column: ValueColumn<T>): T[] => {
    const numbers = new Map<number, number>([[0, 0]]);
    const values = [column.values[0]!];
    codes[name] = Uint32Array.from(slots, (slot) => {
      const code = column.codes[slot]!;
      let next = numbers.get(code);
      if (next === undefined) numbers.set(code, next = values.push(column.values[code]!) - 1);
      return next;
    });
    return values;
  };
  for (const name of TEXT_COLUMNS) held.texts[name] = pack(name, table.texts[name]);
  for (const name of SET_COLUMNS) held.sets[name] = pack(name, table.sets[name]) as string[][];
  const numbers = Object.fromEntries(NUMBER_COLUMNS.map((name) => [name, Float64Array.from(slots, (slot) => table.numbers[name][slot]!)]));
  return { text: JSON.stringify(held), codes, numbers };
}

/** The table that was packed; null when what is stored is not one. */
export function unpackTable(packed: unknown): PeopleTable | null {
  try {
    const { text, codes, numbers } = packed as PackedPeople;
    const { ids, texts, sets } = JSON.parse(text) as Held;
    const sound = [...TEXT_COLUMNS.map((name) => fits(texts[name], codes[name], ids.length)), ...SET_COLUMNS.map((name) => fits(sets[name], codes[name], ids.length)), ...NUMBER_COLUMNS.map((name) => numbers[name] instanceof Float64Array && numbers[name].length === ids.length)];
    if (sound.includes(false) || new Set(ids).size !== ids.length) return null;
    return tableOf(ids, Object.fromEntries(TEXT_COLUMNS.map((name) => [name, textColumn(texts[name], codes[name])])) as PeopleTable['texts'],
      Object.fromEntries(SET_COLUMNS.map((name) => [name, setColumn(sets[name], codes[name])])) as PeopleTable['sets'], { ...numbers } as PeopleTable['numbers']);
  } catch {
    return null;
  }
}

function fits(values: unknown, codes: unknown, length: number): boolean {
  return Array.isArray(values) && codes instanceof Uint32Array && codes.length === length && codes.every((code) => code < values.length);
}

/** The slots in which somebody is, in no order. */
export function slotsOf({ ids, slotOf }: PeopleTable): Uint32Array {
  const slots = new Uint32Array(slotOf.size);
  let at = 0;
  for (let slot = 0; slot < ids.length; slot++) if (ids[slot] !== '') slots[at++] = slot;
  return slots;
}
