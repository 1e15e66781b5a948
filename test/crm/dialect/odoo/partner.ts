import type { Database } from './database.ts';
import { normalizedEmail } from './email.ts';
import { Fault } from './fault.ts';
import type { Row, Value } from './model.ts';

const address = ['street', 'street2', 'city', 'zip', 'country_id'];

/** What of the values of a contact follows from others of them; changes `values`. */
export function completePartner(values: Record<string, Value>): void {
  if ('email' in values) values.email_normalized = normalizedEmail(values.email);
  if (typeof values.website === 'string' && values.website !== '') values.website = withScheme(values.website);
  if (values.company_type !== undefined) {
    values.is_company = values.company_type === 'company';
    delete values.company_type;
  }
}

/** Throws what the database says of a contact that cannot be; `values` is what was just written. */
export function checkPartner(database: Database, row: Row, values: Record<string, Value>): void {
  if ((row.name ?? null) === null && row.type === 'contact') throw new Fault('odoo.exceptions.ValidationError', 'The operation cannot be completed: Contacts require a name');
  if (values.parent_id != null && !database.find('res.partner', values.parent_id)) {
    throw new Fault('odoo.exceptions.ValidationError', 'The operation cannot be completed: another model requires the record being deleted. If possible, archive it instead.\n\nModel: Contact (res.partner)\nConstraint: res_partner_parent_id_fkey\n');
  }
  for (let up: Row | undefined = row, steps = 0; values.parent_id != null && up; up = database.find('res.partner', up.parent_id)) {
    if (steps++ > 0 && up.id === row.id) throw new Fault('odoo.exceptions.ValidationError', 'You cannot create recursive Partner hierarchies.');
  }
}

/** Addresses follow: a person takes that of the company, people take the company's new one, a company without takes that of its first person. */
export function syncPartner(database: Database, row: Row, values: Record<string, Value>, isNew: boolean): void {
  const parent = database.find('res.partner', row.parent_id);
  if (parent && row.type === 'contact' && (values.parent_id != null || values.type === 'contact')) {
    if (address.some((field) => filled(parent[field]))) database.update('res.partner', row, pick(parent));
    else if (isNew && address.some((field) => filled(row[field])) && children(database, parent).length === 1) database.update('res.partner', parent, pick(row));
  }
  if (address.some((field) => field in values)) {
    for (const child of children(database, row)) {
      if (child.type !== 'contact') continue;
      database.update('res.partner', child, pick(row, values));
      syncPartner(database, child, pick(row, values), false);
    }
  }
}

/** People of a company that is about to go. */
export function leaveParent(database: Database, row: Row): void {
  for (const child of children(database, row)) database.update('res.partner', child, { parent_id: null });
}

export function children(database: Database, row: Row): Row[] {
  return (database.table('res.partner').having('parent_id', [row.id]) ?? []).map((id) => database.get('res.partner', id));
}

function pick(row: Row, only?: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(address.filter((field) => !only || field in only).map((field) => [field, row[field] ?? null]));
}

function filled(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

function withScheme(website: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(website) ? website : `http://${website.replace(/^\/\//, '')}`;
}
