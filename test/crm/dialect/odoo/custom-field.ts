import type { Database } from './database.ts';
import { Fault } from './fault.ts';
import type { Field, FieldType, Row, Value } from './model.ts';

/** What the administrator does who adds a field: the model has it at once. Completes `values`. */
export function addField(database: Database, values: Record<string, Value>): void {
  const target = database.find('ir.model', values.model_id);
  if (!target) return;
  const { model } = database.table(String(target.model));
  const name = String(values.name);
  values.model = model.name;
  if (!name.startsWith('x_')) throw new Fault('odoo.exceptions.ValidationError', "Custom fields must have a name that starts with 'x_' !");
  if (model.fields[name]) throw new Fault('odoo.exceptions.ValidationError', 'The operation cannot be completed: Field names must be unique per model.');
  const field: Field = { type: (values.ttype ?? 'char') as FieldType, string: String(values.field_description ?? name) };
  if (typeof values.size === 'number' && values.size > 0) field.size = values.size;
  model.fields[name] = field;
}

/** What the administrator does who removes one. */
export function dropField(database: Database, row: Row): void {
  if (!String(row.name).startsWith('x_')) throw new Fault('odoo.exceptions.UserError', 'This column contains module data and cannot be removed!');
  const table = database.table(String(row.model));
  for (const one of table.rows.values()) database.update(table.model.name, one, { [String(row.name)]: null }, false);
  delete table.model.fields[String(row.name)];
}
