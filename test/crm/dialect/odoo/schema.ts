import type { Database } from './database.ts';
import { normalizedEmail } from './email.ts';
import { char, flag, link, model, type Field, type Model, type Row } from './model.ts';
import { dayText } from './stamp.ts';

const html = (string: string): Field => ({ type: 'html', string });
const integer = (string: string, more: Partial<Field> = {}): Field => ({ type: 'integer', string, ...more });
const me = (database: Database): number => database.user.id;

function company(database: Database, row: Row): Row {
  const parent = row.is_company ? undefined : database.find('res.partner', row.parent_id);
  return parent ? company(database, parent) : row;
}

function fullName(database: Database, row: Row): string {
  const parent = row.is_company ? undefined : database.find('res.partner', row.parent_id);
  const own = typeof row.name === 'string' ? row.name : '';
  if (parent) return `${String(parent.name ?? '')}, ${own}`;
  return typeof row.company_name === 'string' && row.company_name !== '' && !row.is_company ? `${row.company_name}, ${own}` : own;
}

const partner = model('res.partner', 'Contact', 1001, 'display_name', {
  name: char('Name', { indexed: true }),
  email: char('Email', { indexed: true }),
  email_normalized: char('Normalized Email', { readonly: true, indexed: true }),
  phone: char('Phone'), mobile: char('Mobile'), function: char('Job Position'),
  title: link('res.partner.title', 'Title'),
  website: char('Website Link'),
  comment: html('Notes'),
  street: char('Street'), street2: char('Street2'), city: char('City'), zip: char('Zip'),
  country_id: link('res.country', 'Country'),
  parent_id: link('res.partner', 'Related Company', { indexed: true }),
  parent_name: char('Parent name', { readonly: true, compute: (database, row) => database.find('res.partner', row.parent_id)?.name ?? null }),
  child_ids: { type: 'one2many', relation: 'res.partner', string: 'Contact', readonly: true, compute: (database, row) => database.table('res.partner').having('parent_id', [row.id]) ?? [] },
  commercial_partner_id: link('res.partner', 'Commercial Entity', { readonly: true, compute: (database, row) => company(database, row).id }),
  company_name: char('Company Name'),
  is_company: flag('Is a Company', false),
  company_type: {
    type: 'selection', string: 'Company Type', selection: [['person', 'Individual'], ['company', 'Company']],
    compute: (_database, row) => row.is_company ? 'company' : 'person',
  },
  category_id: { type: 'many2many', relation: 'res.partner.category', string: 'Tags' },
  active: flag('Active', true),
  user_id: link('res.users', 'Salesperson'),
  lang: { type: 'selection', string: 'Language', selection: [['en_US', 'English (US)']], initial: 'en_US' },
  tz: char('Timezone'), vat: char('Tax ID'), ref: char('Reference'),
  type: {
    type: 'selection', string: 'Address Type', initial: 'contact',
    selection: [['contact', 'Contact'], ['invoice', 'Invoice Address'], ['delivery', 'Delivery Address'], ['private', 'Private Address'], ['other', 'Other Address']],
  },
  x_profile_url: char('Profile URL', { size: 500, indexed: true }),
}, fullName);

const lead = model('crm.lead', 'Lead/Opportunity', 60_001, 'priority desc, id desc', {
  name: char('Opportunity', { required: true }),
  contact_name: char('Contact Name'), partner_name: char('Company Name'),
  email_from: char('Email'),
  email_normalized: char('Normalized Email', { readonly: true, compute: (_database, row) => normalizedEmail(row.email_from) }),
  phone: char('Phone'), function: char('Job Position'), website: char('Website'), description: html('Notes'),
  type: { type: 'selection', string: 'Type', required: true, selection: [['lead', 'Lead'], ['opportunity', 'Opportunity']], initial: 'lead' },
  priority: { type: 'selection', string: 'Priority', selection: [['0', 'Low'], ['1', 'Medium'], ['2', 'High'], ['3', 'Very High']], initial: '0' },
  stage_id: link('crm.stage', 'Stage', { initial: 1 }),
  partner_id: link('res.partner', 'Customer'),
  user_id: link('res.users', 'Salesperson', { initial: me }),
  active: flag('Active', true),
});

const activity = model('mail.activity', 'Activity', 20_001, 'date_deadline, id', {
  res_model_id: link('ir.model', 'Document Model', { required: true }),
  res_model: char('Related Document Model', { readonly: true, compute: (database, row) => database.find('ir.model', row.res_model_id)?.model ?? null }),
  res_id: { type: 'many2one_reference', string: 'Related Document ID', indexed: true },
  res_name: char('Document Name', {
    readonly: true,
    compute(database, row) {
      const of = String(database.find('ir.model', row.res_model_id)?.model);
      const target = database.find(of, row.res_id);
      return target ? database.title(of, target) : null;
    },
  }),
  activity_type_id: link('mail.activity.type', 'Activity Type', { initial: 4 }),
  summary: char('Summary'),
  note: html('Note'),
  date_deadline: { type: 'date', string: 'Due Date', required: true, initial: (database) => dayText(database.means.now()) },
  user_id: link('res.users', 'Assigned to', { required: true, initial: me }),
  state: {
    type: 'selection', string: 'State', readonly: true, selection: [['overdue', 'Overdue'], ['today', 'Today'], ['planned', 'Planned']],
    compute(database, row) {
      const today = dayText(database.means.now());
      if (row.date_deadline === today) return 'today';
      return String(row.date_deadline) < today ? 'overdue' : 'planned';
    },
  },
}, (_database, row) => typeof row.summary === 'string' ? row.summary : 'Activity');

const message = model('mail.message', 'Message', 70_001, 'id desc', {
  body: html('Contents'), subject: char('Subject'), message_id: char('Message-Id', { indexed: true }),
  date: { type: 'datetime', string: 'Date', initial: (database) => database.stamp },
  author_id: link('res.partner', 'Author'),
  subtype_id: link('mail.message.subtype', 'Subtype'),
  message_type: char('Type', { initial: 'email' }),
  model: char('Related Document Model'),
  res_id: { type: 'many2one_reference', string: 'Related Document ID', indexed: true },
  mail_activity_type_id: link('mail.activity.type', 'Mail Activity Type'),
});

const data = model('ir.model.data', 'Model Data', 100_001, 'module, model, name', {
  module: char('Module', { required: true, initial: '' }),
  name: char('External Identifier', { required: true, indexed: true }),
  model: char('Model Name', { required: true }),
  res_id: { type: 'many2one_reference', string: 'Record ID', indexed: true },
  noupdate: flag('Non Updatable', false),
  complete_name: char('Complete ID', { readonly: true, compute: (_database, row) => `${String(row.module)}.${String(row.name)}` }),
}, (_database, row) => `${String(row.module)}.${String(row.name)}`);

/** Everything the server knows of, in the form of Odoo 16 with Contacts, CRM, Project and Email Marketing. */
export function models(): Model[] {
  return [
    // a copy, because an administrator can add fields
    { ...partner, fields: { ...partner.fields } }, lead, activity, message, data,
    model('res.users', 'User', 8, 'name, login', {
      login: char('Login'),
      partner_id: link('res.partner', 'Related Partner'),
      name: char('Name', { compute: (database, row) => database.find('res.partner', row.partner_id)?.name ?? null }),
      email: char('Email', { compute: (database, row) => database.find('res.partner', row.partner_id)?.email ?? null }),
      tz: char('Timezone', { compute: (database, row) => database.find('res.partner', row.partner_id)?.tz ?? null }),
      lang: char('Language', { compute: (database, row) => database.find('res.partner', row.partner_id)?.lang ?? null }),
      company_id: link('res.company', 'Company'),
      active: flag('Active', true),
    }, (database, row) => String(database.find('res.partner', row.partner_id)?.name ?? '')),
    model('res.company', 'Companies', 2, 'name', { name: char('Company Name') }),
    model('res.country', 'Country', 300, 'name', { name: char('Country Name'), code: char('Country Code') }),
    model('res.partner.title', 'Partner Title', 10, 'name', { name: char('Title') }),
    model('res.partner.category', 'Partner Tags', 30_001, 'name', { name: char('Tag Name', { required: true }), active: flag('Active', true) }),
    model('mail.activity.type', 'Activity Type', 20, 'sequence, id', { name: char('Name'), category: char('Action'), res_model: char('Model'), sequence: integer('Sequence') }),
    model('mail.message.subtype', 'Message subtypes', 20, 'id', { name: char('Message Type'), internal: flag('Internal Only', false) }),
    model('crm.stage', 'CRM Stages', 10, 'sequence, name, id', { name: char('Stage Name'), sequence: integer('Sequence'), is_won: flag('Is Won Stage?', false) }),
    model('ir.model', 'Models', 500, 'model', { name: char('Model Description'), model: char('Model') }),
    model('ir.model.fields', 'Fields', 90_001, 'name', {
      name: char('Field Name', { required: true, indexed: true }), field_description: char('Field Label'), ttype: char('Field Type'),
      model: char('Model Name'), model_id: link('ir.model', 'Model', { required: true }), size: integer('Size'),
    }),
    model('ir.module.module', 'Module', 500, 'sequence, name', { name: char('Technical Name'), state: char('Status'), sequence: integer('Sequence') }),
    model('mailing.list', 'Mailing List', 40_001, 'name', {
      name: char('Mailing List', { required: true }), active: flag('Active', true),
      contact_ids: { type: 'many2many', relation: 'mailing.contact', string: 'Mailing Lists', readonly: true, compute: listed },
      contact_count: integer('Number of Contacts', { readonly: true, compute: (database, row) => listed(database, row).length }),
    }),
    model('mailing.contact', 'Mailing Contact', 50_001, 'email', {
      name: char('Name'), email: char('Email'), list_ids: { type: 'many2many', relation: 'mailing.list', string: 'Mailing Lists' }, opt_out: flag('Opt Out', false),
    }),
    model('base.partner.merge.automatic.wizard', 'Merge Partner Wizard', 80_001, 'id', {
      partner_ids: { type: 'many2many', relation: 'res.partner', string: 'Contacts' }, dst_partner_id: link('res.partner', 'Destination Contact'), state: char('State'),
    }),
  ];
}

function listed(database: Database, row: Row): number[] {
  return [...database.table('mailing.contact').rows.values()].filter((contact) => (contact.list_ids as readonly number[] | undefined)?.includes(row.id)).map((contact) => contact.id);
}
