import { ENTITIES } from './entity.ts';
import { fieldOf, type State } from './state.ts';
import type { Channel, Row } from './table.ts';
import { userNamed } from './who.ts';

export type Shown = Record<string, unknown>;

export const nameOf = (row: Row): string | null => {
  if (!ENTITIES[row.type].person) return (row.values['name'] as string | undefined) ?? null;
  const parts = [row.values['firstName'], row.values['middleName'], row.values['lastName']].filter((part) => part !== null && part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' ') : null;
};

const primaryOf = (channels: readonly Channel[]): Channel | undefined => channels.find((channel) => channel.primary && !channel.unlinked);

const mailData = (row: Row): unknown[] => row.emails.map(({ value, primary, optOut, invalid }) => ({ emailAddress: value, lower: value.toLowerCase(), primary, optOut, invalid }));
const phoneData = (row: Row): unknown[] => row.phones.map(({ value, type, primary, optOut, invalid }) => ({ phoneNumber: value, type: type ?? null, primary, optOut, invalid }));

/** The record an id points to; undefined when it is gone. */
export function linked(state: State, type: string, id: unknown): Row | undefined {
  const row = typeof id === 'string' && Object.hasOwn(state.tables, type) ? state.tables[type as keyof State['tables']].get(id) : undefined;
  return row?.deleted ? undefined : row;
}

function accountsOf(state: State, row: Row): [Row, { role: string | null; isInactive: boolean }][] {
  const all: [Row, { role: string | null; isInactive: boolean }][] = [];
  for (const [id, link] of row.accounts) {
    const account = linked(state, 'Account', id);
    if (account) all.push([account, link]);
  }
  return all;
}

const primaryLink = (row: Row): { role: string | null; isInactive: boolean } | undefined => row.accounts.get(row.values['accountId'] as string);

type Show = (state: State, row: Row) => unknown;
const none: Show = () => [];
const nothing: Show = () => ({});
const no: Show = () => false;
const followers: Show = (_, row) => (row.type === 'Task' && row.values['assignedUserId'] ? [row.values['assignedUserId']] : []);

/** Attributes that are not simply stored. */
const SPECIAL: Record<string, Show> = {
  id: (_, row) => row.id, deleted: (_, row) => row.deleted, createdAt: (_, row) => row.createdAt, modifiedAt: (_, row) => row.modifiedAt, streamUpdatedAt: (_, row) => row.streamUpdatedAt,
  name: (_, row) => nameOf(row), versionNumber: (_, row) => row.version, number: (_, row) => row.number,
  createdById: (_, row) => row.createdBy.id, createdByName: (_, row) => row.createdBy.userName, modifiedById: (_, row) => row.modifiedBy?.id ?? null, modifiedByName: (_, row) => row.modifiedBy?.userName ?? null,
  assignedUserName: (_, row) => userNamed(row.values['assignedUserId'])?.userName ?? null,
  emailAddress: (_, row) => primaryOf(row.emails)?.value ?? null, emailAddressIsOptedOut: (_, row) => primaryOf(row.emails)?.optOut ?? null, emailAddressIsInvalid: (_, row) => primaryOf(row.emails)?.invalid ?? null,
  phoneNumber: (_, row) => primaryOf(row.phones)?.value ?? null, phoneNumberIsOptedOut: (_, row) => primaryOf(row.phones)?.optOut ?? null, phoneNumberIsInvalid: (_, row) => primaryOf(row.phones)?.invalid ?? null,
  emailAddressData: (_, row) => mailData(row), phoneNumberData: (_, row) => phoneData(row),
  title: (_, row) => (row.type === 'Contact' ? primaryLink(row)?.role : row.values['title']) ?? null,
  accountIsInactive: (_, row) => primaryLink(row)?.isInactive ?? null,
  accountName: (state, row) => { if (row.type === 'Lead') return row.values['accountName'] ?? null; const account = linked(state, 'Account', row.values['accountId']); return account ? nameOf(account) : null; },
  accountType: (state, row) => linked(state, 'Account', row.values['accountId'])?.values['type'] ?? null,
  accountsIds: (state, row) => accountsOf(state, row).map(([account]) => account.id),
  accountsNames: (state, row) => Object.fromEntries(accountsOf(state, row).map(([account]) => [account.id, nameOf(account)])),
  accountsColumns: (state, row) => Object.fromEntries(accountsOf(state, row).map(([account, link]) => [account.id, { ...link }])),
  parentName: (state, row) => { const parent = linked(state, String(row.values['parentType']), row.values['parentId']); return parent ? nameOf(parent) : null; },
  teamsIds: none, teamsNames: nothing, attachmentsIds: none, attachmentsNames: nothing, attachmentsTypes: nothing, reminders: none, myReactions: none,
  doNotCall: (_, row) => row.values['doNotCall'] ?? false, isStarred: no, isOverdue: no, hasPortalUser: no, isInternal: no, isGlobal: no, isPinned: no, isOptedOut: no, targetListIsOptedOut: no, contactIsInactive: no,
  isFollowed: (state, row) => (followers(state, row) as unknown[]).length > 0, followersIds: followers,
  followersNames: (state, row) => Object.fromEntries((followers(state, row) as string[]).map((id) => [id, userNamed(id)?.userName ?? null])),
  entryCount: (_, row) => row.members.size, optedOutCount: () => 0, data: (_, row) => row.values['data'] ?? null,
};

/** The value of one attribute of a record as the server shows it. */
export function show(state: State, row: Row, attribute: string): unknown {
  const special = SPECIAL[attribute];
  if (special) return special(state, row);
  if (attribute.endsWith('Name') && !(attribute in row.values)) {
    const id = `${attribute.slice(0, -4)}Id`;
    const other = linked(state, ENTITIES[row.type].links[id] ?? '', row.values[id]);
    return other ? nameOf(other) : null;
  }
  return row.values[attribute] ?? null;
}

export function pick(state: State, row: Row, attributes: readonly string[]): Shown {
  const shown: Shown = {};
  for (const attribute of attributes) shown[attribute] = show(state, row, attribute);
  return shown;
}

const versioned = (state: State, row: Row): string[] => (state.versioned.has(row.type) ? ['versionNumber'] : []);
const customOf = (state: State, row: Row): string[] => Object.keys(state.custom[row.type]);

/** One record asked for by its id. */
export const whole = (state: State, row: Row): Shown => pick(state, row, [...ENTITIES[row.type].whole, ...customOf(state, row), ...versioned(state, row)]);

/** A record in a list without `select`, or in the body of a 409. */
export const found = (state: State, row: Row): Shown => pick(state, row, [...ENTITIES[row.type].found, ...customOf(state, row), ...versioned(state, row)]);

/** The answer to a creation: what was sent and what the server says of its own accord; flags are false here that are null later. */
export function made(state: State, row: Row, sent: readonly string[]): Shown {
  const entity = ENTITIES[row.type];
  const shown = pick(state, row, ['id', 'deleted', ...sent, ...entity.made, ...versioned(state, row)]);
  if (entity.person ? row.values['firstName'] || row.values['middleName'] : entity.writable.has('name')) shown['name'] = nameOf(row);
  for (const attribute of entity.made) if (shown[attribute] === null && /Is[A-Z]/.test(attribute)) shown[attribute] = false;
  return shown;
}

/** Whether a record of this entity can be asked for an attribute. */
export function isAttribute(state: State, row: Row['type'], attribute: string): boolean {
  const entity = ENTITIES[row];
  return entity.whole.includes(attribute) || entity.made.includes(attribute) || Object.hasOwn(state.custom[row], attribute) || (attribute === 'versionNumber' && state.versioned.has(row)) || fieldOf(state, row, attribute)?.type === 'bool';
}
