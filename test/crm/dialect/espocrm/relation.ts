import type { EntityType } from './field.ts';
import { listed, search } from './list.ts';
import type { Search } from './query.ts';
import { linked, pick, type Shown } from './show.ts';
import type { State } from './state.ts';
import type { Row } from './table.ts';
import { demand, may, type Who } from './who.ts';
import { Refusal } from './wire.ts';
import { touch } from './write.ts';

const MEMBERS: Record<string, EntityType> = { contacts: 'Contact', leads: 'Lead', accounts: 'Account' };

const STREAM = ['id', 'deleted', 'post', 'data', 'type', 'targetType', 'number', 'isGlobal', 'createdByGender', 'isInternal', 'isPinned', 'reactionCounts', 'myReactions', 'createdAt', 'modifiedAt', 'parentId', 'parentType',
  'relatedId', 'relatedType', 'createdById', 'createdByName', 'modifiedById', 'modifiedByName', 'superParentId', 'superParentType'];
const ATTACHED = ['attachmentsIds', 'attachmentsNames', 'attachmentsTypes'];

/** An entry of a stream: only a post has attachments, only a linked record a name. */
function entry(state: State, note: Row): Shown {
  const type = note.values['type'];
  return pick(state, note, [...STREAM, ...(type === 'Post' ? ATTACHED : []), ...(type === 'Relate' ? ['relatedName'] : [])]);
}

/** The list of what hangs on a record: posts, the whole stream, contacts of an account, members of a list, tasks. */
export function showLinked(state: State, row: Row, link: string, asked: Search, who: Who): Shown {
  const mine = (type: EntityType, only: (other: Row) => boolean, options: { among?: readonly Row[]; besides?: string[] } = {}): Shown => {
    demand(who, type, 'read');
    const { rows, total } = search(state, type, asked, { only, ...(options.among && { among: options.among }) });
    return { total, list: rows.map((other) => listed(state, type, other, asked, options.besides)) };
  };
  if (link === 'posts' || link === 'stream') {
    const among = state.tables.Note.match('parentId', [row.id]).filter((note) => link === 'stream' || note.values['type'] === 'Post');
    const { rows, total } = search(state, 'Note', asked, { among });
    const list = rows.sort((a, b) => b.number - a.number).map((note) => entry(state, note));
    return link === 'stream' ? { total, list, pinnedList: [] } : { total, list };
  }
  if (row.type === 'TargetList' && Object.hasOwn(MEMBERS, link)) {
    const type = MEMBERS[link] as EntityType;
    const among = [...row.members].flatMap((id) => linked(state, type, id) ?? []);
    return mine(type, () => true, { among, besides: ['targetListIsOptedOut'] });
  }
  if (row.type === 'Account' && link === 'contacts') return mine('Contact', (contact) => contact.accounts.has(row.id));
  if (row.type === 'Contact' && link === 'accounts') return mine('Account', (account) => row.accounts.has(account.id));
  if (link === 'targetLists') return mine('TargetList', (list) => list.members.has(row.id));
  if (link === 'tasks') return mine('Task', () => true, { among: state.tables.Task.match('parentId', [row.id]) });
  throw new Refusal(404, `Link '${link}' does not exist.`);
}

/** Links a contact and an account; a contact without an account takes it as its own. Moves the clock of the contact. */
function setAccount(state: State, contact: Row, account: Row, on: boolean, who: Who): void {
  const own = contact.values['accountId'];
  if (!on && own !== account.id) state.tables.Contact.change(contact, () => contact.accounts.delete(account.id));
  const values = on ? (own ? {} : { accountId: account.id }) : own === account.id ? { accountId: null } : {};
  touch(state, contact, values, who);
  if (on && !contact.accounts.has(account.id)) contact.accounts.set(account.id, { role: null, isInactive: false });
}

/** Puts records into a list or takes them out, or links contacts with accounts; twice is no error. */
export function relateRecords(state: State, row: Row, link: string, body: Record<string, unknown>, on: boolean, who: Who): true {
  if (!may(who, row.type, 'edit')) throw new Refusal(403, 'No edit access.');
  const ids = Array.isArray(body['ids']) ? body['ids'].map(String) : [String(body['id'])];
  const others = (type: EntityType): Row[] => ids.map((id) => { const other = linked(state, type, id); if (!other) throw new Refusal(404, ''); return other; });
  if (row.type === 'TargetList' && Object.hasOwn(MEMBERS, link)) for (const other of others(MEMBERS[link] as EntityType)) { if (on) row.members.add(other.id); else row.members.delete(other.id); }
  else if (link === 'targetLists') for (const list of others('TargetList')) { if (on) list.members.add(row.id); else list.members.delete(row.id); }
  else if (row.type === 'Account' && link === 'contacts') for (const contact of others('Contact')) setAccount(state, contact, row, on, who);
  else if (row.type === 'Contact' && link === 'accounts') for (const account of others('Account')) setAccount(state, row, account, on, who);
  else throw new Refusal(404, `Link '${link}' does not exist.`);
  return true;
}
