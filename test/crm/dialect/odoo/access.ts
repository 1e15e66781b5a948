import type { Database, User } from './database.ts';
import { Fault } from './fault.ts';

export type Right = 'read' | 'create' | 'write' | 'unlink';

const verb: Record<Right, string> = { read: 'access', create: 'create', write: 'modify', unlink: 'delete' };
const contactCreation = 'Extra Rights/Contact Creation';
const ownDocuments = 'Sales/User: Own Documents Only';
const rightsOffice = ['Administration/Access Rights', 'Email Marketing/User'];

/** Models of the administration: an ordinary user may not even read them. */
const administration = new Set(['ir.model', 'ir.model.fields', 'ir.model.data', 'ir.module.module']);
/** Models that every user of the contacts may read. */
const open = new Set(['res.partner', 'res.partner.category', 'res.partner.title', 'res.users', 'res.company', 'res.country', 'mail.message', 'mail.activity', 'mail.activity.type', 'mail.message.subtype']);
const sales = new Set(['crm.lead', 'crm.stage']);
const contacts = new Set(['res.partner', 'res.partner.category', 'base.partner.merge.automatic.wizard']);
const talk = new Set(['mail.message', 'mail.activity']);

/** May this user do that with records of this model. */
export function may(user: User, model: string, right: Right): boolean {
  if (user.may === 'all') return true;
  if (user.may === 'nothing' || administration.has(model)) return false;
  if (right === 'read' && open.has(model)) return true;
  if (talk.has(model)) return true;
  if (user.may === 'contacts') return contacts.has(model) || (sales.has(model) && (right !== 'unlink' || model === 'crm.lead'));
  return false;
}

/** Throws what the server answers somebody who may not. */
export function demand(database: Database, model: string, right: Right): void {
  const { description } = database.table(model).model;
  if (may(database.user, model, right)) return;
  const refused = administration.has(model) ? { description: 'Models', model: 'ir.model', right: 'read' as const, groups: rightsOffice } : { description, model, right, groups: groups(model, right) };
  throw new Fault('odoo.exceptions.AccessError', `You are not allowed to ${verb[refused.right]} '${refused.description}' (${refused.model}) records.\n\nThis operation is allowed for the following groups:\n${refused.groups.map((group) => `\t- ${group}\n`).join('')}\nContact your administrator to request access if necessary.`);
}

function groups(model: string, right: Right): string[] {
  if (sales.has(model)) return right === 'read' ? ['Sales/Administrator', ownDocuments] : ['Sales/Administrator'];
  return right === 'unlink' ? [contactCreation] : [contactCreation, ownDocuments];
}
