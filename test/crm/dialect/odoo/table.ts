import type { Model, Row, Value } from './model.ts';

interface Moved {
  stamp: number;
  row: Row;
}

/** The records of one model with their indexes. `rows` are in the order of their ids unless a deletion was undone. */
export class Table {
  readonly rows = new Map<number, Row>();
  next: number;
  readonly #index = new Map<string, Map<Value, Set<number>>>();
  /** Who was written when, oldest first and by id within one moment; entries whose record moved on since are stale. */
  #moved: Moved[] = [];
  readonly #gone = new Set<Row>();

  constructor(readonly model: Model) {
    this.next = model.first;
    for (const [name, field] of Object.entries(model.fields)) if (field.indexed) this.#index.set(name, new Map());
  }

  put(row: Row): void {
    this.rows.set(row.id, row);
    this.#gone.delete(row);
    for (const field of this.#index.keys()) this.#add(field, row[field] ?? null, row.id);
    this.#move(row);
  }

  take(row: Row): void {
    this.rows.delete(row.id);
    this.#gone.add(row);
    for (const field of this.#index.keys()) this.#drop(field, row[field] ?? null, row.id);
  }

  set(row: Row, field: string, value: Value): void {
    if (this.#index.has(field)) {
      this.#drop(field, row[field] ?? null, row.id);
      this.#add(field, value, row.id);
    }
    row[field] = value;
    if (field === 'write_date') this.#move(row);
  }

  /** Ids of the records with one of these values; null where the field has no index. */
  having(field: string, values: readonly Value[]): number[] | null {
    const index = this.#index.get(field);
    return index ? values.flatMap((value) => [...index.get(value) ?? []]) : null;
  }

  /** Shows the records written at `from` or later, oldest first and by id within one moment, until `enough` says so. */
  since(from: number, enough: (row: Row) => boolean): void {
    let last: Row | undefined;
    for (let at = this.#place(from, 0); at < this.#moved.length; at++) {
      const { stamp, row } = this.#moved[at]!;
      if (row === last || row.write_date !== stamp || this.#gone.has(row)) continue;
      if (enough(row)) return;
      last = row;
    }
  }

  #add(field: string, value: Value, id: number): void {
    const index = this.#index.get(field)!;
    const ids = index.get(value);
    if (ids) ids.add(id); else index.set(value, new Set([id]));
  }

  #drop(field: string, value: Value, id: number): void {
    const index = this.#index.get(field)!;
    const ids = index.get(value);
    ids?.delete(id);
    if (ids?.size === 0) index.delete(value);
  }

  #move(row: Row): void {
    const stamp = Number(row.write_date ?? 0);
    if (this.#moved.length > 1000 + 2 * this.rows.size) {
      this.#moved = this.#moved.filter((moved) => moved.row.write_date === moved.stamp && !this.#gone.has(moved.row));
      this.#gone.clear();
    }
    const last = this.#moved.at(-1);
    if (!last || last.stamp < stamp || (last.stamp === stamp && last.row.id <= row.id)) this.#moved.push({ stamp, row });
    else this.#moved.splice(this.#place(stamp, row.id), 0, { stamp, row });
  }

  /** Where the entries of this moment and id, or later ones, begin. */
  #place(stamp: number, id: number): number {
    let low = 0;
    let high = this.#moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const moved = this.#moved[middle]!;
      if (moved.stamp < stamp || (moved.stamp === stamp && moved.row.id < id)) low = middle + 1; else high = middle;
    }
    return low;
  }
}
