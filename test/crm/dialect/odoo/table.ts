import type { Model, Row, Value } from './model.ts';

interface Moved {
  stamp: number;
  id: number;
}

/** The records of one model with their indexes. `rows` are in the order of their ids unless a deletion was undone. */
export class Table {
  readonly rows = new Map<number, Row>();
  next: number;
  readonly #index = new Map<string, Map<Value, Set<number>>>();
  /** Who was written when, oldest first; entries whose record moved on since are stale. */
  #moved: Moved[] = [];

  constructor(readonly model: Model) {
    this.next = model.first;
    for (const [name, field] of Object.entries(model.fields)) if (field.indexed) this.#index.set(name, new Map());
  }

  put(row: Row): void {
    this.rows.set(row.id, row);
    for (const field of this.#index.keys()) this.#add(field, row[field] ?? null, row.id);
    this.#move(row);
  }

  take(row: Row): void {
    this.rows.delete(row.id);
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

  /** Records written at `from` or later, oldest first and by id within one moment. */
  * since(from: number): Generator<Row> {
    let at = this.#place(from);
    while (at < this.#moved.length) {
      const { stamp } = this.#moved[at]!;
      const together: number[] = [];
      for (; at < this.#moved.length && this.#moved[at]!.stamp === stamp; at++) together.push(this.#moved[at]!.id);
      let last = -1;
      for (const id of together.length > 1 ? together.sort((a, b) => a - b) : together) {
        const row = this.rows.get(id);
        if (row?.write_date === stamp && id !== last) yield row;
        last = id;
      }
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
    if (this.#moved.length > 1000 + 2 * this.rows.size) this.#moved = this.#moved.filter((moved) => this.rows.get(moved.id)?.write_date === moved.stamp);
    const last = this.#moved.at(-1);
    if (!last || last.stamp <= stamp) this.#moved.push({ stamp, id: row.id });
    else this.#moved.splice(this.#place(stamp), 0, { stamp, id: row.id });
  }

  #place(stamp: number): number {
    let low = 0;
    let high = this.#moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#moved[middle]!.stamp < stamp) low = middle + 1; else high = middle;
    }
    return low;
  }
}
