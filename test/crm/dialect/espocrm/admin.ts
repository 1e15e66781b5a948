import { isEntity } from './entity.ts';
import type { EntityType, Field } from './field.ts';
import { pageSize } from './list.ts';
import type { Search } from './query.ts';
import { nameOf, type Shown } from './show.ts';
import { fieldOf, type State } from './state.ts';
import type { Who } from './who.ts';
import { Refusal } from './wire.ts';

function entityNamed(name: unknown): EntityType {
  if (typeof name === 'string' && isEntity(name)) return name;
  throw new Refusal(404, '');
}

const described = (state: State, name: string, field: Field): Shown => ({ ...field, ...(state.labels.has(name) && { label: state.labels.get(name) }) });

/** Custom fields: made (a "c" is put before the name), shown, taken away again. Only an administrator may. */
export function fieldManager(state: State, method: string, entityName: string, fieldName: string | undefined, body: Record<string, unknown>, who: Who): unknown {
  if (!who.admin) throw new Refusal(403, '');
  const type = entityNamed(entityName);
  if (method === 'POST') {
    const asked = String(body['name']);
    const name = `c${asked.charAt(0).toUpperCase()}${asked.slice(1)}`;
    if (fieldOf(state, type, name)) {
      throw new Refusal(409, `Field '${name}' already exists in '${type}'.`, { messageTranslation: { label: 'fieldAlreadyExists', scope: 'FieldManager', data: { field: name, entityType: type } } });
    }
    const field: Field = { type: String(body['type']), ...(typeof body['maxLength'] === 'number' && { maxLength: body['maxLength'] }), isCustom: true };
    state.custom[type][name] = field;
    state.labels.set(name, String(body['label'] ?? asked));
    return described(state, name, field);
  }
  const field = fieldName === undefined ? undefined : fieldOf(state, type, fieldName);
  if (fieldName === undefined || !field) throw new Refusal(404, '');
  if (method !== 'DELETE') return described(state, fieldName, field);
  delete state.custom[type][fieldName];
  return true;
}

/** Settings of an entity: which fields the duplicate check compares, whether versions are counted. */
export function updateEntity(state: State, body: Record<string, unknown>, who: Who): true {
  if (!who.admin) throw new Refusal(403, '');
  const type = entityNamed(body['name']);
  if (Array.isArray(body['duplicateCheckFieldList'])) state.duplicateFields[type] = body['duplicateCheckFieldList'].map(String);
  if (body['optimisticConcurrencyControl'] === true) state.versioned.add(type);
  if (body['optimisticConcurrencyControl'] === false) state.versioned.delete(type);
  return true;
}

/** Brings a deleted record back. */
export function restore(state: State, type: EntityType, id: unknown, who: Who): true {
  if (!who.admin) throw new Refusal(403, '');
  const row = typeof id === 'string' ? state.tables[type].get(id) : undefined;
  if (!row?.deleted) throw new Refusal(404, '');
  state.tables[type].change(row, () => { row.deleted = false; });
  return true;
}

/** The action history. Only deletions are kept here; a user who is no administrator sees the own ones. */
export function history(state: State, asked: Search, who: Who): unknown {
  const shown = state.deletions.filter(({ by }) => who.admin || by.id === who.id).map(({ id, number, at, row, by, authId }) => ({
    id, deleted: false, number, targetType: row.type, data: null, action: 'delete', createdAt: at, userType: 'api', ipAddress: '127.0.0.1', targetId: row.id, targetName: nameOf(row), userId: by.id, userName: by.userName,
    ...(who.admin && { authTokenId: null, authTokenName: null, authLogRecordId: authId, authLogRecordName: authId }),
  }));
  const list = shown.filter((entry) => asked.where.every(({ type, attribute, value }) => {
    const own = entry[attribute as keyof typeof entry];
    return type === 'equals' ? own === value : type === 'after' || type === 'greaterThanOrEquals' ? String(own) >= String(value) : true;
  }));
  if (asked.order !== 'asc') list.reverse();
  const offset = Number(asked.offset ?? 0) || 0;
  const page = list.slice(offset, offset + pageSize(asked.maxSize));
  return { total: list.length > offset + page.length ? -1 : -2, list: page };
}
