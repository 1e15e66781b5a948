import { demand } from './access.ts';
import type { Database } from './database.ts';
import { Fault, missing, unknownField } from './fault.ts';
import type { Row, Value } from './model.ts';
import { addField, dropField } from './custom-field.ts';
import { checkPartner, completePartner, leaveParent, syncPartner } from './partner.ts';
import { stored } from './value.ts';

/** Fields that the server keeps itself: values for them are dropped without a word. */
const own = new Set(['id', 'create_date', 'write_date', 'create_uid', 'write_uid', '__last_update', 'display_name']);

/** Makes a record as create() does. */
export function create(database: Database, name: string, values: Record<string, unknown>): Row {
  demand(database, name, 'create');
  const { model } = database.table(name);
  const all: Record<string, Value> = {};
  for (const [field, { initial, compute }] of Object.entries(model.fields)) {
    const asked = database.context[`default_${field}`];
    if (asked !== undefined && !compute) all[field] = stored(database, model, field, asked, null);
    else if (initial !== undefined && !compute) all[field] = typeof initial === 'function' ? initial(database) : initial;
  }
  const given = convert(database, name, values, undefined);
  Object.assign(all, given);
  if (name === 'ir.model.fields') addField(database, all);
  if (name === 'mail.activity') {
    const target = database.context.default_res_model;
    all.res_model_id ??= [...database.table('ir.model').rows.values()].find((row) => row.model === target)?.id ?? null;
    demandTarget(database, all);
  }
  const row = database.insert(name, all);
  checkRequired(database, name, row);
  if (name === 'res.partner') {
    checkPartner(database, row, given);
    syncPartner(database, row, all, true);
  }
  if ((name === 'res.partner' || name === 'crm.lead') && !database.context.tracking_disable && !database.context.mail_create_nolog) {
    database.insert('mail.message', {
      body: name === 'crm.lead' ? '<p>Lead/Opportunity created</p>' : '<p>Contact created</p>', message_type: 'notification', model: name, res_id: row.id,
      date: database.stamp, author_id: database.user.partner, subtype_id: 2,
    });
  }
  return row;
}

/** Changes records as write() does: every one of them counts as written, whatever changed. */
export function write(database: Database, name: string, ids: readonly unknown[], values: Record<string, unknown>): void {
  demand(database, name, 'write');
  const rows = ids.map((id) => database.get(name, id));
  for (const row of rows) {
    const given = convert(database, name, values, row);
    database.update(name, row, given);
    checkRequired(database, name, row);
    if (name === 'res.partner') {
      checkPartner(database, row, given);
      syncPartner(database, row, given, false);
    }
  }
}

/** Deletes records for good, with what hangs on them. */
export function unlink(database: Database, name: string, ids: readonly unknown[]): void {
  demand(database, name, 'unlink');
  for (const row of ids.map((id) => database.get(name, id))) {
    if (name === 'res.partner') {
      if ([...database.table('res.users').rows.values()].some((user) => user.partner_id === row.id)) throw new Fault('odoo.exceptions.UserError', 'You cannot delete contacts linked to an active user.');
      leaveParent(database, row);
    }
    if (name === 'ir.model.fields') dropField(database, row);
    for (const hanging of attached(database, 'mail.message', name, row.id)) database.remove('mail.message', hanging);
    for (const hanging of attached(database, 'mail.activity', name, row.id)) database.remove('mail.activity', hanging);
    for (const key of attached(database, 'ir.model.data', name, row.id)) database.remove('ir.model.data', key);
    database.remove(name, row);
  }
}

/** Messages, follow-ups or external ids of a record. */
export function attached(database: Database, kind: 'mail.message' | 'mail.activity' | 'ir.model.data', name: string, id: number): Row[] {
  const table = database.table(kind);
  return (table.having('res_id', [id]) ?? []).map((one) => table.rows.get(one)!)
    .filter((row) => (kind === 'mail.activity' ? database.find('ir.model', row.res_model_id)?.model : row.model) === name);
}

function convert(database: Database, name: string, values: Record<string, unknown>, row: Row | undefined): Record<string, Value> {
  const { model } = database.table(name);
  const given: Record<string, Value> = {};
  for (const [field, value] of Object.entries(values)) {
    if (own.has(field)) continue;
    const known = model.fields[field];
    if (!known) throw unknownField(name, field);
    if (known.compute && field !== 'company_type') continue;
    given[field] = stored(database, model, field, value, row?.[field] ?? null);
  }
  if (name === 'res.partner') completePartner(given);
  return given;
}

function checkRequired(database: Database, name: string, row: Row): void {
  const { model } = database.table(name);
  for (const [field, known] of Object.entries(model.fields)) {
    if (known.required && !known.compute && (row[field] ?? null) === null) {
      throw new Fault('odoo.exceptions.ValidationError', `The operation cannot be completed:\n- Create/update: a mandatory field is not set.\n- Delete: another model requires the record being deleted. If possible, archive it instead.\n\nModel: ${model.description} (${name})\nField: ${known.string} (${field})\n`);
    }
  }
  if (name !== 'ir.model.data') return;
  if (/\s/.test(String(row.name))) throw new Fault('psycopg2.errors.CheckViolation', 'new row for relation "ir_model_data" violates check constraint "ir_model_data_name_nospaces"\n');
  const table = database.table(name);
  if (table.having('name', [row.name ?? null])!.some((id) => id !== row.id && table.rows.get(id)!.module === row.module)) {
    throw new Fault('odoo.exceptions.ValidationError', 'The operation cannot be completed: You cannot have multiple records with the same external ID in the same module!');
  }
}

/** Whoever plans something for a record must be able to read it. */
function demandTarget(database: Database, values: Record<string, Value>): void {
  const target = database.find('ir.model', values.res_model_id);
  if (!target || values.res_id == null) return;
  demand(database, String(target.model), 'read');
  if (!database.find(String(target.model), values.res_id)) throw missing(String(target.model), values.res_id, database.user.id);
}
