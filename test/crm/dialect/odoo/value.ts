import type { Database } from './database.ts';
import { Fault, printed, unknownField } from './fault.ts';
import { sanitized } from './html.ts';
import type { Field, Model, Row, Value } from './model.ts';
import { dayOf, stampOf, stampText } from './stamp.ts';

/** What write() and create() make of a value from outside; hardly anything is refused. */
export function stored(database: Database, model: Model, name: string, value: unknown, before: Value): Value {
  const field = model.fields[name];
  if (!field) throw unknownField(model.name, name);
  if (field.type === 'many2many') return linked(before, value);
  if (field.type === 'boolean') return truthy(value);
  if (field.type === 'integer' || field.type === 'many2one_reference') return whole(value);
  if (value === false || value === null || value === undefined) return null;
  switch (field.type) {
    case 'char': return cut(plain(value), field);
    case 'text': return plain(value);
    case 'html': return sanitized(plain(value));
    case 'date': return dayOf(plain(value));
    case 'datetime': return stampOf(plain(value), database.means.now());
    case 'selection': {
      if (!field.selection?.some(([key]) => key === value)) throw new Fault('builtins.ValueError', `Wrong value for ${model.name}.${name}: ${printed(value)}`);
      return plain(value);
    }
    case 'many2one': {
      const id: unknown = Array.isArray(value) ? value[0] : value;
      return typeof id === 'number' && id !== 0 ? id : null;
    }
    case 'one2many': return null;
  }
}

/** What read() answers for a value. */
export function shown(database: Database, field: Field, value: Value | undefined): unknown {
  switch (field.type) {
    case 'boolean': return value === true;
    case 'integer': return value ?? 0;
    case 'many2one_reference': return value ?? false;
    case 'many2many':
    case 'one2many': return value ?? [];
    case 'datetime': return typeof value === 'number' ? stampText(value) : false;
    case 'many2one': {
      const target = database.find(field.relation!, value ?? null);
      return target ? [target.id, database.title(field.relation!, target)] : false;
    }
    case 'char':
    case 'text':
    case 'html':
    case 'date':
    case 'selection': return value ?? false;
  }
}

/** A record as read() answers it. */
export function answered(database: Database, model: Model, row: Row, names: readonly string[]): Record<string, unknown> {
  const answer: Record<string, unknown> = { id: row.id };
  for (const name of names) {
    const field = model.fields[name];
    if (!field) throw unknownField(model.name, name);
    if (name !== 'id') answer[name] = shown(database, field, valueOf(database, field, row, name));
  }
  return answer;
}

/** The stored or computed value of a field. */
export function valueOf(database: Database, field: Field, row: Row, name: string): Value {
  return field.compute ? field.compute(database, row) : row[name] ?? null;
}

/** Python's truth. */
export function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : printed(value);
}

function cut(text: string, field: Field): string {
  return field.size === undefined ? text : [...text].slice(0, field.size).join('');
}

function whole(value: unknown): number | null {
  if (value === false || value === null || value === undefined) return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Fault('builtins.ValueError', `invalid literal for int() with base 10: ${printed(value)}`);
  return Math.trunc(number);
}

/** Commands on a list of links: [4, id] adds, [3, id] and [2, id] remove, [5] empties, [6, 0, ids] replaces; bare ids replace as well. */
function linked(before: Value, value: unknown): readonly number[] {
  const ids = new Set(Array.isArray(before) ? before as readonly number[] : []);
  const commands: unknown[] = Array.isArray(value) ? value : [];
  if (commands.every((command) => typeof command === 'number')) return commands;
  for (const command of commands) {
    const [code, id, list] = Array.isArray(command) ? command as unknown[] : [4, command];
    if (code === 4 && typeof id === 'number') ids.add(id);
    else if ((code === 3 || code === 2) && typeof id === 'number') ids.delete(id);
    else if (code === 5) ids.clear();
    else if (code === 6) {
      ids.clear();
      if (Array.isArray(list)) for (const one of list) if (typeof one === 'number') ids.add(one);
    } else throw new Fault('builtins.ValueError', `Wrong value for a list of links: ${printed(command)}`);
  }
  return [...ids];
}
