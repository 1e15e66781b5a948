import { check, checkLinks, clean, type Sent } from './check.ts';
import { duplicates } from './duplicate.ts';
import { ENTITIES } from './entity.ts';
import { FIELDS, type EntityType } from './field.ts';
import { found, linked, made, nameOf, show, whole, type Shown } from './show.ts';
import type { State } from './state.ts';
import type { Channel, Row, User } from './table.ts';
import { Refusal } from './wire.ts';

const channel = (value: string, primary: boolean, type?: string): Channel => ({ value, primary, ...(type !== undefined && { type }), optOut: false, invalid: false });

/** A list of addresses as a client sends it: exactly one becomes the primary one. */
function channels(sent: unknown, attribute: 'emailAddress' | 'phoneNumber', type?: string): Channel[] {
  const all = (Array.isArray(sent) ? (sent as Record<string, unknown>[]) : []).map((item) => ({
    ...channel(String(item[attribute]).trim(), item['primary'] === true, attribute === 'phoneNumber' ? String(item['type'] ?? type) : undefined), optOut: item['optOut'] === true, invalid: item['invalid'] === true,
  }));
  if (all.length > 0 && !all.some(({ primary }) => primary)) (all[0] as Channel).primary = true;
  return all;
}

/** Another primary address takes the place of the old primary one; the others stay. */
function withPrimary(old: Channel[], value: string | null, type?: string): Channel[] {
  const primary = old.find((item) => item.primary);
  if (value !== null && primary?.value.toLowerCase() === value.toLowerCase()) return old.map((item) => (item === primary ? { ...item, value } : item));
  const rest = old.filter((item) => !item.primary && item.value.toLowerCase() !== value?.toLowerCase());
  return value === null ? rest : [channel(value, true, type), ...rest];
}

/** Puts checked values into a record; the caller moves the clocks. */
function put(state: State, row: Row, values: Sent): void {
  const phoneType = FIELDS[row.type]['phoneNumber']?.defaultType;
  const before = row.values['accountId'];
  for (const [attribute, value] of Object.entries(values)) {
    if (attribute === 'emailAddressData') row.emails = channels(value, 'emailAddress');
    else if (attribute === 'phoneNumberData') row.phones = channels(value, 'phoneNumber', phoneType);
    else if (attribute === 'emailAddress') { if (!('emailAddressData' in values)) row.emails = withPrimary(row.emails, value as string | null); }
    else if (attribute === 'phoneNumber') { if (!('phoneNumberData' in values)) row.phones = withPrimary(row.phones, value as string | null, phoneType); }
    else if (attribute !== 'title' || row.type !== 'Contact') row.values[attribute] = value;
  }
  if (row.type === 'Contact') linkAccount(row, before, values);
  if (row.type === 'Task') settle(state, row, values);
}

/** The title of a contact is a column of its link to the account: without an account it is lost. */
function linkAccount(row: Row, before: unknown, values: Sent): void {
  const now = row.values['accountId'];
  if (now !== before && typeof before === 'string' && (now === null || now === undefined)) row.accounts.delete(before);
  if (typeof now !== 'string') return;
  const link = row.accounts.get(now) ?? { role: null, isInactive: false };
  row.accounts.set(now, 'title' in values ? { ...link, role: values['title'] as string | null } : link);
}

const DAY = 86_400_000;

/** What follows from the state, the date and the parent of a task. */
function settle(state: State, row: Row, values: Sent): void {
  const { values: kept } = row;
  if (typeof values['dateEndDate'] === 'string') kept['dateEnd'] = `${new Date(Date.parse(values['dateEndDate']) + DAY).toISOString().slice(0, 10)} 00:00:00`;
  else if ('dateEnd' in values) kept['dateEndDate'] = null;
  if ('status' in values) kept['dateCompleted'] = kept['status'] === 'Completed' ? kept['dateCompleted'] ?? state.stamp() : null;
  if (!('parentId' in values) && !('parentType' in values)) return;
  const parent = linked(state, String(kept['parentType']), kept['parentId']);
  kept['contactId'] = parent?.type === 'Contact' ? parent.id : null;
  kept['accountId'] = parent?.type === 'Account' ? parent.id : parent?.type === 'Contact' ? parent.values['accountId'] ?? null : null;
}

/** A new record in the store; nothing is checked here. */
export function insert(state: State, type: EntityType, values: Sent, by: User): Row {
  const now = state.stamp();
  const row: Row = {
    id: state.newId(), type, number: state.nextNumber(), deleted: false, createdAt: now, modifiedAt: now, streamUpdatedAt: ENTITIES[type].stream ? now : null, createdBy: by, modifiedBy: null,
    values: {}, emails: [], phones: [], version: state.versioned.has(type) ? 1 : null, accounts: new Map(), members: new Set(),
  };
  for (const [name, field] of Object.entries(FIELDS[type])) if (field.default !== undefined && !field.notStorable) row.values[name] = field.default;
  put(state, row, values);
  state.tables[type].add(row);
  if (ENTITIES[type].stream) post(state, { type: 'Create', parentType: type, parentId: row.id, data: {} }, by);
  if (type === 'Task' && typeof row.values['parentId'] === 'string') relate(state, row, by);
  return row;
}

/** An entry of a stream. */
export function post(state: State, values: Sent, by: User): Row {
  const now = state.stamp();
  const note: Row = {
    id: state.newId(), type: 'Note', number: state.nextNumber(), deleted: false, createdAt: now, modifiedAt: now, streamUpdatedAt: null, createdBy: by, modifiedBy: null,
    values, emails: [], phones: [], version: null, accounts: new Map(), members: new Set(),
  };
  state.tables.Note.add(note);
  return note;
}

/** "A task was linked" in the stream of its parent. */
export function relate(state: State, task: Row, by: User): void {
  post(state, { type: 'Relate', parentType: task.values['parentType'], parentId: task.values['parentId'], relatedType: 'Task', relatedId: task.id, relatedName: nameOf(task), data: null }, by);
}

/** Creates a record after all checks, or refuses it as a duplicate (409 with the records that are alike). */
export function create(state: State, type: EntityType, sent: Sent, by: User, skipDuplicates: boolean): Shown {
  const values = clean(state, type, sent);
  check(state, type, values, true);
  checkLinks(state, type, values);
  const alike = skipDuplicates ? [] : duplicates(state, type, values);
  // the check is no lock: of requests at the same time more than one gets through, and the losers see records without their address
  if (alike.length > 0 && !state.forced.delete('both-created')) {
    const unlinked = state.forced.delete('address-not-yet-linked');
    throw new Refusal(409, 'duplicate', alike.map((row) => ({ ...found(state, row), ...(unlinked && { emailAddress: null, emailAddressIsOptedOut: null, emailAddressIsInvalid: null }) })));
  }
  const row = insert(state, type, values, by);
  const known = Object.keys(values);
  for (const kind of ['emailAddress', 'phoneNumber']) if (`${kind}Data` in values) known.push(kind);
  const shown = made(state, row, known);
  if (type === 'Contact' && 'title' in values) shown['title'] = values['title'];
  return shown;
}

/** Moves the clock of a record and puts values into it. Even without a change the time and the version move. */
export function touch(state: State, row: Row, values: Sent, by: User): void {
  state.tables[row.type].change(row, () => {
    put(state, row, values);
    row.modifiedAt = state.stamp();
    row.modifiedBy = by;
    if (row.version !== null || state.versioned.has(row.type)) row.version = (row.version ?? 0) + 1;
  });
}

const AS_BEFORE = ['emailAddressData', 'phoneNumberData', 'emailAddressIsOptedOut', 'emailAddressIsInvalid', 'phoneNumberIsOptedOut', 'phoneNumberIsInvalid', 'accountsIds', 'accountsNames', 'accountsColumns', 'accountIsInactive'];

/** Changes a record. `version`: X-Version-Number; a stale one is refused if a sent field differs from what is stored. */
export function update(state: State, row: Row, sent: Sent, by: User, version: string | undefined): Shown {
  const values = clean(state, row.type, sent);
  if (version !== undefined && state.versioned.has(row.type) && (Number.parseInt(version, 10) || 0) !== row.version) {
    const stored = Object.fromEntries(Object.keys(values).map((attribute) => [attribute, show(state, row, attribute)]).filter(([attribute, value]) => value !== values[attribute as string]));
    if (Object.keys(stored).length > 0) throw new Refusal(409, 'modified', { values: stored, versionNumber: row.version });
  }
  check(state, row.type, values, false);
  checkLinks(state, row.type, values);
  const before = whole(state, row);
  touch(state, row, values, by);
  const shown = whole(state, row);
  // the answer shows lists and joined columns as they were read before the change, and what was sent as it was sent
  for (const attribute of AS_BEFORE) if (attribute in shown) shown[attribute] = before[attribute];
  for (const attribute of ['emailAddressData', 'phoneNumberData']) if (attribute in values) shown[attribute] = sent[attribute];
  if (row.type === 'Contact') shown['title'] = 'title' in values ? values['title'] : before['title'];
  if (ENTITIES[row.type].person && typeof sent['name'] === 'string') shown['name'] = sent['name'];
  return shown;
}

/** Marks a record as deleted; nobody but an administrator sees it again. */
export function remove(state: State, row: Row, by: User): void {
  state.tables[row.type].change(row, () => {
    row.deleted = true;
    row.modifiedAt = state.stamp();
    row.modifiedBy = by;
  });
  if (row.type !== 'Note') state.deletions.push({ id: state.newId(), number: state.nextNumber(), at: state.stamp(), row, by, authId: state.newId() });
}
