import type { Sent } from './check.ts';
import { isEntity } from './entity.ts';
import type { EntityType } from './field.ts';
import { search } from './list.ts';
import type { Where } from './query.ts';
import { linked, whole, type Shown } from './show.ts';
import type { State } from './state.ts';
import type { Channel, Row } from './table.ts';
import { demand, type Who } from './who.ts';
import { Refusal } from './wire.ts';
import { insert, relate, remove, touch } from './write.ts';
import { clean, check } from './check.ts';

function record(state: State, type: string, id: unknown): Row {
  const row = linked(state, type, id);
  if (!row) throw new Refusal(404, `Record ${String(id)} not found.`);
  return row;
}

/** Joins records into one: the winner takes the given attributes, all addresses, notes, tasks and list places; the losers are deleted. */
export function merge(state: State, body: Record<string, unknown>, who: Who): Shown {
  const type = String(body['entityType']);
  if (!isEntity(type)) throw new Refusal(404, `Controller '${type}' does not exist.`);
  if (body['action'] !== 'merge') throw new Refusal(404, 'Action not found.');
  demand(who, type, 'edit');
  demand(who, type, 'delete');
  const data = (body['data'] ?? {}) as { sourceIdList?: string[]; attributes?: Sent };
  const winner = record(state, type, body['id']);
  const losers = (data.sourceIdList ?? []).map((id) => record(state, type, id));
  const values = clean(state, type, data.attributes ?? {});
  check(state, type, values, false);
  touch(state, winner, values, who);
  state.tables[type].change(winner, () => {
    for (const loser of losers) for (const kind of ['emails', 'phones'] as const) winner[kind].push(...missing(winner[kind], loser[kind]));
  });
  for (const loser of losers) {
    for (const note of state.tables.Note.match('parentId', [loser.id])) if (note.values['type'] === 'Post') move(state, note, winner);
    for (const task of state.tables.Task.match('parentId', [loser.id])) {
      move(state, task, winner);
      relate(state, task, who);
    }
    for (const list of state.tables.TargetList.ordered('createdAt')) if (list.members.delete(loser.id)) list.members.add(winner.id);
    for (const [id, link] of loser.accounts) if (!winner.accounts.has(id)) winner.accounts.set(id, { ...link });
    remove(state, loser, who);
  }
  return whole(state, winner);
}

const missing = (have: readonly Channel[], other: readonly Channel[]): Channel[] => other.filter(({ value }) => !have.some((own) => own.value.toLowerCase() === value.toLowerCase())).map((channel) => ({ ...channel, primary: false }));

/** Hangs a note or a task on another record without moving its clock. */
function move(state: State, row: Row, parent: Row): void {
  const { modifiedAt } = row;
  state.tables[row.type].change(row, () => {
    row.values['parentId'] = parent.id;
    row.values['parentType'] = parent.type;
    if (row.type === 'Task') row.values['contactId'] = parent.type === 'Contact' ? parent.id : null;
    row.modifiedAt = modifiedAt;
  });
}

/** Writes the same values to many records, or deletes many; answers a count. */
export function massAction(state: State, body: Record<string, unknown>, who: Who): Shown {
  const type = String(body['entityType']);
  if (!isEntity(type)) throw new Refusal(404, `Controller '${type}' does not exist.`);
  const params = (body['params'] ?? {}) as { ids?: string[]; where?: Where[] };
  const among = params.ids?.flatMap((id) => linked(state, type, id) ?? []);
  const rows = among ?? search(state, type, { where: params.where ?? [], maxSize: 200 }).rows;
  if (body['action'] === 'delete') {
    demand(who, type, 'delete');
    for (const row of rows) remove(state, row, who);
  } else if (body['action'] === 'update') {
    demand(who, type, 'edit');
    if (!who.extra.has('massUpdate')) throw new Refusal(403, 'No mass-update permission.');
    const data = (body['data'] ?? {}) as Sent;
    const values = clean(state, type, (data['values'] as Sent | undefined) ?? data);
    check(state, type, values, false);
    for (const row of rows) touch(state, row, values, who);
  } else throw new Refusal(404, 'Action not found.');
  return { count: rows.length, ids: rows.map((row) => row.id) };
}

/** Makes contact and account of a lead. The lead stays and names both. */
export function convert(state: State, body: Record<string, unknown>, who: Who): Shown {
  demand(who, 'Lead', 'edit');
  const lead = record(state, 'Lead', body['id']);
  const records = (body['records'] ?? {}) as Partial<Record<EntityType, Sent>>;
  const make = (type: EntityType, more: Sent): Row | undefined => {
    const sent = records[type];
    if (!sent) return undefined;
    demand(who, type, 'create');
    const values = clean(state, type, { ...sent, ...more });
    check(state, type, values, true);
    return insert(state, type, values, who);
  };
  const account = make('Account', {});
  const contact = make('Contact', account ? { accountId: account.id } : {});
  touch(state, lead, { status: 'Converted', convertedAt: state.stamp(), createdAccountId: account?.id ?? null, createdContactId: contact?.id ?? null }, who);
  return { ...whole(state, lead), createdAccountName: null, createdContactName: null };
}
