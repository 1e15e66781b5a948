import { demand } from './access.ts';
import type { Database } from './database.ts';
import { Fault } from './fault.ts';
import { escaped, sanitized } from './html.ts';
import type { Row, Value } from './model.ts';
import { create } from './record.ts';
import { stampOf } from './stamp.ts';

const comments = 1;
const note = 2;
const subtypes: Record<string, number> = { 'mail.mt_comment': comments, 'mail.mt_note': note, 'mail.mt_activities': 3 };

/** What message_post does: a message at one record. Answers its id. The record itself does not count as written. */
export function post(database: Database, model: string, ids: readonly unknown[], kwargs: Record<string, unknown>): number {
  if (ids.length !== 1) throw new Fault('builtins.ValueError', `Expected singleton: ${model}(${ids.join(', ')})`);
  const row = database.get(model, ids[0]);
  demand(database, model, 'write');
  const subtype = typeof kwargs.subtype_xmlid === 'string' ? subtypes[kwargs.subtype_xmlid] ?? note : note;
  return said(database, model, row, typeof kwargs.body === 'string' ? sanitized(kwargs.body) : '', {
    message_type: typeof kwargs.message_type === 'string' ? kwargs.message_type : 'notification',
    subtype_id: subtype,
    subject: typeof kwargs.subject === 'string' ? kwargs.subject : null,
    message_id: typeof kwargs.message_id === 'string' ? kwargs.message_id : null,
    ...(typeof kwargs.date === 'string' ? { date: stampOf(kwargs.date, database.means.now()) } : {}),
  }).id;
}

/** A message that the server writes itself. */
export function said(database: Database, model: string, row: Row, body: string, more: Record<string, Value>): Row {
  return database.insert('mail.message', {
    body, model, res_id: row.id, date: database.stamp, author_id: database.user.partner, message_type: 'notification', subtype_id: note, ...more,
  });
}

/** What action_feedback does: the follow-ups go, a message each stays. Answers the id of the last message, or false. */
export function complete(database: Database, ids: readonly unknown[], feedback: unknown): number | false {
  let last: number | false = false;
  for (const activity of ids.map((id) => database.get('mail.activity', id))) {
    const model = String(database.find('ir.model', activity.res_model_id)?.model);
    const row = database.get(model, activity.res_id);
    const type = String(database.find('mail.activity.type', activity.activity_type_id)?.name ?? '');
    const summary = typeof activity.summary === 'string' ? `: </span><span>${escaped(activity.summary)}` : '';
    const told = typeof feedback === 'string' && feedback !== '' ? `\n    <div>\n            ${feedback}\n    </div>\n    ` : '';
    const original = typeof activity.note === 'string' && activity.note !== '' ? `\n        <div class="o_mail_note_title"><strong>Original note:</strong></div>\n        <div>${activity.note}</div>\n` : '';
    const body = `\n    <p>\n        <span class="fa fa-tasks fa-fw"></span><span>${type}</span> done\n        <span>${summary}</span>\n    </p>${told}${original}`;
    last = said(database, model, row, body, { mail_activity_type_id: activity.activity_type_id ?? null, subtype_id: 3 }).id;
    database.remove('mail.activity', activity);
  }
  return last;
}

/** What activity_schedule does: a follow-up at each record, without knowing the number of its model. */
export function schedule(database: Database, model: string, ids: readonly unknown[], kwargs: Record<string, unknown>): number[] {
  const target = [...database.table('ir.model').rows.values()].find((row) => row.model === model);
  const { act_type_xmlid: type = '', date_deadline: day, summary = '', note: text = '', ...more } = kwargs;
  const types: Record<string, number> = { 'mail.mail_activity_data_email': 1, 'mail.mail_activity_data_call': 2, 'mail.mail_activity_data_meeting': 3, 'mail.mail_activity_data_todo': 4, '': 4 };
  return ids.map((id) => create(database, 'mail.activity', {
    res_model_id: target?.id ?? false, res_id: database.get(model, id).id, activity_type_id: types[String(type)] ?? 4, summary, note: text, ...(day ? { date_deadline: day } : {}), ...more,
  }).id);
}
