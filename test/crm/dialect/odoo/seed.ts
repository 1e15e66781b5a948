import { Database, type User } from './database.ts';
import type { Value } from './model.ts';
import { models } from './schema.ts';

/** The one database of the server. */
export const databaseName = 'odoo16';

/** Who can sign in, with the placeholders of credentials as keys. */
export const users: readonly User[] = [
  { id: 2, login: 'admin', key: '<token>', partner: 3, may: 'all' },
  { id: 6, login: 'readonly', key: '<token:readonly>', partner: 7, may: 'read' },
  { id: 7, login: 'noaccess', key: '<token:noaccess>', partner: 8, may: 'nothing' },
  { id: 8, login: 'sales', key: '<token:sales>', partner: 9, may: 'contacts' },
];

const contactModel = 85;

/** Fills an empty database with what every server has. Installed an hour ago. */
export function seed(database: Database): void {
  const installed = (Math.floor(database.means.now()) - 3_600_000) * 1000 + 123;
  const later = installed + 60_000_000;
  const put = (model: string, id: number, values: Record<string, Value>, stamp = installed): void => {
    database.table(model).put({ ...values, id, create_date: stamp, write_date: stamp, create_uid: 1, write_uid: 1 });
  };
  const contact = (id: number, name: string, more: Record<string, Value>, stamp = installed): void => {
    put('res.partner', id, { name, type: 'contact', lang: 'en_US', active: true, is_company: false, ...more }, stamp);
  };
  const email = (address: string): Record<string, Value> => ({ email: address, email_normalized: address });
  contact(1, 'My Company', { is_company: true });
  contact(2, 'OdooBot', { ...email('odoobot@example.com'), active: false }, later);
  contact(3, 'Administrator', { ...email('admin@example.com'), parent_id: null }, later);
  contact(4, 'Public user', { active: false });
  contact(5, 'Default User Template', { active: false }, later);
  contact(6, 'Portal User Template', { active: false });
  contact(7, 'Reader', email('reader@example.com'), later);
  contact(8, 'Stranger', email('stranger@example.com'), later);
  contact(9, 'Seller', email('seller@example.com'), later);
  put('res.company', 1, { name: 'My Company' });
  put('res.users', 1, { login: '__system__', partner_id: 2, company_id: 1, active: false });
  for (const user of users) put('res.users', user.id, { login: user.login, partner_id: user.partner, company_id: 1, active: true });
  database.table('res.users').next = 9;
  ['Email', 'Call', 'Meeting', 'To Do', 'Upload Document'].forEach((name, at) => {
    put('mail.activity.type', at + 1, { name, category: ['default', 'phonecall', 'meeting', 'default', 'upload_file'][at]!, sequence: at });
  });
  ['Discussions', 'Note', 'Activities'].forEach((name, at) => put('mail.message.subtype', at + 1, { name, internal: name === 'Note' }));
  ['New', 'Qualified', 'Proposition', 'Won'].forEach((name, at) => put('crm.stage', at + 1, { name, sequence: name === 'Won' ? 70 : at + 1, is_won: name === 'Won' }));
  put('ir.module.module', 46, { name: 'crm', state: 'installed', sequence: 15 });
  put('ir.module.module', 323, { name: 'project', state: 'installed', sequence: 45 });
  put('ir.module.module', 243, { name: 'mass_mailing', state: 'installed', sequence: 60 });
  put('ir.module.module', 45, { name: 'contacts', state: 'installed', sequence: 150 });
  [['DE', 'Germany'], ['FR', 'France'], ['GB', 'United Kingdom'], ['US', 'United States']].forEach(([code, name], at) => put('res.country', 57 + at, { code: code!, name: name! }));
  ['Doctor', 'Madam', 'Mister'].forEach((name, at) => put('res.partner.title', at + 1, { name }));

  let other = 200;
  let field = 5000;
  for (const { model } of database.tables.values()) {
    const id = model.name === 'res.partner' ? contactModel : other++;
    put('ir.model', id, { name: model.description, model: model.name });
    for (const [name, { string, type, size }] of Object.entries(model.fields)) {
      put('ir.model.fields', field++, { name, field_description: string, ttype: type, size: size ?? null, model: model.name, model_id: id });
    }
  }
  const known: [number, string, string, string, number][] = [
    [1500, 'base', 'main_partner', 'res.partner', 1], [1501, 'base', 'partner_root', 'res.partner', 2], [1502, 'base', 'partner_admin', 'res.partner', 3],
    [7875, 'mail', 'mail_activity_data_todo', 'mail.activity.type', 4], [7872, 'mail', 'mail_activity_data_call', 'mail.activity.type', 2],
  ];
  for (const [id, module, name, model, record] of known) put('ir.model.data', id, { module, name, model, res_id: record, noupdate: true });
}

/** A database as it is after installation, with one field added to contacts: x_profile_url. */
export function installed(means: Database['means']): Database {
  const database = new Database(means, models());
  seed(database);
  return database;
}
