import { demand } from './access.ts';
import type { Database } from './database.ts';
import { Fault } from './fault.ts';
import { said } from './message.ts';
import type { Value } from './model.ts';
import { children } from './partner.ts';
import { attached, write } from './record.ts';

/** What the merge wizard does: the others' references move to the one that stays, its gaps are filled from them, and they are gone. */
export function merge(database: Database, wizard: number): Record<string, unknown> {
  const order = database.get('base.partner.merge.automatic.wizard', wizard);
  demand(database, 'res.partner', 'unlink');
  const all = (order.partner_ids as readonly number[] | undefined ?? []).map((id) => database.get('res.partner', id));
  if (all.length > 3) throw new Fault('odoo.exceptions.UserError', 'For safety reasons, you cannot merge more than 3 contacts together. You can re-open the wizard several times if needed.');
  const winner = all.find((row) => row.id === order.dst_partner_id) ?? all.at(-1);
  const losers = all.filter((row) => row !== winner);
  if (winner && losers.length > 0) {
    if (database.user.may !== 'all' && new Set(all.map((row) => row.email ?? null)).size > 1) {
      throw new Fault('odoo.exceptions.UserError', 'All contacts must have the same email. Only the Administrator can merge contacts with different emails.');
    }
    if (losers.some((loser) => loser.id === winner.parent_id)) throw new Fault('odoo.exceptions.UserError', 'You cannot merge a contact with one of his parent.');
    const gaps: Record<string, Value> = {};
    const tags = new Set(winner.category_id as readonly number[] | undefined);
    const { fields } = database.table('res.partner').model;
    for (const loser of losers) {
      for (const kind of ['mail.message', 'mail.activity', 'ir.model.data'] as const) {
        for (const hanging of attached(database, kind, 'res.partner', loser.id)) database.update(kind, hanging, { res_id: winner.id }, false);
      }
      for (const child of children(database, loser)) database.update('res.partner', child, { parent_id: winner.id }, false);
      for (const tag of (loser.category_id as readonly number[] | undefined) ?? []) tags.add(tag);
      for (const [name, field] of Object.entries(fields)) {
        const [mine, theirs] = [winner[name], loser[name]];
        if (!field.compute && !field.readonly && field.type !== 'many2many' && !mine && theirs && !(name === 'parent_id' && theirs === winner.id)) gaps[name] = theirs;
      }
      database.remove('res.partner', loser);
    }
    database.update('res.partner', winner, { category_id: [...tags] }, false);
    write(database, 'res.partner', [winner.id], gaps);
    said(database, 'res.partner', winner, `<p>Merged with the following partners: ${losers.map((loser) => `${String(loser.name)}  (ID ${loser.id})`).join(', ')}</p>`, {});
  }
  return { type: 'ir.actions.act_window', res_model: 'base.partner.merge.automatic.wizard', res_id: wizard, view_mode: 'form', target: 'new' };
}
