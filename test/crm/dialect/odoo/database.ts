import type { DialectMeans } from '../dialect.ts';
import { Fault, missing } from './fault.ts';
import type { Model, Row, Value } from './model.ts';
import type { Stamp } from './stamp.ts';
import { Table } from './table.ts';

/** Who a request acts as. */
export interface User {
  id: number;
  login: string;
  key: string;
  /** The contact that stands for the user. */
  partner: number;
  may: 'all' | 'contacts' | 'read' | 'nothing';
}

/** How long before its commit a late transaction began. */
export const lateBy = 90_000_000;

/** All records, and the transaction that is under way: its moment, and how to undo it. */
export class Database {
  readonly tables = new Map<string, Table>();
  user!: User;
  /** The context of the call. */
  context: Record<string, unknown> = {};
  /** The next transaction that writes began some time ago. */
  late = false;
  #undo: (() => void)[] = [];
  #stamp: Stamp | null = null;
  #last: Stamp = 0;

  constructor(readonly means: DialectMeans, models: readonly Model[]) {
    for (const model of models) this.tables.set(model.name, new Table(model));
  }

  begin(user: User): void {
    this.user = user;
    this.context = {};
    this.#undo = [];
    this.#stamp = null;
  }

  /** Undoes what was written since `mark` (default: since the request began). */
  rollback(mark = 0): void {
    while (this.#undo.length > mark) this.#undo.pop()!();
  }

  /** A place to roll back to. */
  mark(): number {
    return this.#undo.length;
  }

  /** The moment of the transaction, one for all that it writes; never twice, never a whole second. */
  get stamp(): Stamp {
    if (this.#stamp === null) {
      const now = Math.floor(this.means.now()) * 1000 + Math.floor(this.means.random() * 1000);
      this.#last = Math.max(now, this.#last + 1);
      if (this.#last % 1_000_000 === 0) this.#last++;
      this.#stamp = this.late ? this.#last - lateBy : this.#last;
      this.late = false;
    }
    return this.#stamp;
  }

  table(model: string): Table {
    const table = this.tables.get(model);
    if (!table) throw new Fault('odoo.exceptions.UserError', `Object ${model} doesn't exist`);
    return table;
  }

  find(model: string, id: Value | undefined): Row | undefined {
    return typeof id === 'number' ? this.tables.get(model)?.rows.get(id) : undefined;
  }

  get(model: string, id: unknown): Row {
    const row = typeof id === 'number' ? this.table(model).rows.get(id) : undefined;
    if (!row) throw missing(model, id, this.user.id);
    return row;
  }

  /** What a link to a record shows. */
  title(model: string, row: Row): string {
    return this.table(model).model.title?.(this, row) ?? '';
  }

  /** A new record; the id is used up even if this is undone. */
  insert(model: string, values: Record<string, Value>): Row {
    const table = this.table(model);
    const row: Row = { ...values, id: table.next++, create_date: this.stamp, write_date: this.stamp, create_uid: this.user.id, write_uid: this.user.id };
    table.put(row);
    this.#undo.push(() => table.take(row));
    return row;
  }

  /** Changes stored values; `touch` = the record counts as written now. */
  update(model: string, row: Row, values: Record<string, Value>, touch = true): void {
    const table = this.table(model);
    const all: Record<string, Value> = touch ? { ...values, write_date: this.stamp, write_uid: this.user.id } : values;
    for (const [field, value] of Object.entries(all)) {
      const before = row[field] ?? null;
      if (before === value) continue;
      table.set(row, field, value);
      this.#undo.push(() => table.set(row, field, before));
    }
  }

  remove(model: string, row: Row): void {
    const table = this.table(model);
    table.take(row);
    this.#undo.push(() => table.put(row));
  }
}
