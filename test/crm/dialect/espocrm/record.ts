import type { Sent } from './check.ts';
import { ENTITIES } from './entity.ts';
import type { EntityType } from './field.ts';
import { listed, search } from './list.ts';
import type { Search } from './query.ts';
import { linked, made, whole } from './show.ts';
import type { State } from './state.ts';
import type { Row } from './table.ts';
import { demand, may, type Who } from './who.ts';
import { create, post, remove, touch, update } from './write.ts';
import { Refusal } from './wire.ts';

/** What the headers of a request say about how to treat it. */
export interface Manner {
  skipDuplicates: boolean;
  version: string | undefined;
  noTotal: boolean;
}

/** A page of records. Of notes everybody sees the own ones. */
export function list(state: State, type: EntityType, asked: Search, who: Who, manner: Manner): unknown {
  demand(who, type, 'read');
  const only = type === 'Note' && !who.admin ? { only: (row: Row) => row.createdBy.id === who.id } : {};
  const { rows, total } = search(state, type, asked, { noTotal: manner.noTotal, ...only });
  return { total, list: rows.map((row) => listed(state, type, row, asked)) };
}

export function make(state: State, type: EntityType, body: Sent, who: Who, manner: Manner): unknown {
  demand(who, type, 'create');
  return type === 'Note' ? makeNote(state, body, who) : create(state, type, body, who, manner.skipDuplicates);
}

/** A note needs a parent that its writer may read; it moves the parent's stream time and not its modification time. */
function makeNote(state: State, body: Sent, who: Who): unknown {
  const parentType = String(body['parentType']);
  const parent = linked(state, parentType, body['parentId']);
  if (!parent || !may(who, parentType, 'read')) throw new Refusal(403, 'No create access.');
  const text = typeof body['post'] === 'string' ? body['post'] : null;
  const note = post(state, { type: 'Post', ...(text !== null && { post: text }), parentType, parentId: parent.id, data: {} }, who);
  if (ENTITIES[parent.type].stream) parent.streamUpdatedAt = state.stamp();
  return made(state, note, [...(text === null ? [] : ['post']), 'parentId', 'parentType']);
}

function living(state: State, type: EntityType, id: string): Row {
  const row = linked(state, type, id);
  if (!row) throw new Refusal(404, `Record ${id} not found.`);
  return row;
}

export function read(state: State, type: EntityType, id: string, who: Who): unknown {
  demand(who, type, 'read');
  const row = who.admin ? state.tables[type].get(id) : linked(state, type, id);
  if (!row) throw new Refusal(404, `Record ${id} does not exist.`);
  return whole(state, row);
}

export function change(state: State, type: EntityType, id: string, body: Sent, who: Who, manner: Manner): unknown {
  demand(who, type, 'edit');
  const row = living(state, type, id);
  if (type !== 'Note') return update(state, row, body, who, manner.version);
  if (row.createdBy.id !== who.id && !who.admin) throw new Refusal(403, 'No edit access.');
  touch(state, row, 'post' in body ? { post: body['post'] } : {}, who);
  return whole(state, row);
}

export function erase(state: State, type: EntityType, id: string, who: Who): true {
  demand(who, type, 'delete');
  const row = living(state, type, id);
  if (type === 'Note' && row.createdBy.id !== who.id && !who.admin) throw new Refusal(403, 'No delete access.');
  remove(state, row, who);
  return true;
}
