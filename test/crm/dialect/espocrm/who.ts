import type { WireAnswer, WireRequest } from '../dialect.ts';
import type { State } from './state.ts';
import type { User } from './table.ts';
import { Refusal, shut } from './wire.ts';

export type Right = 'create' | 'read' | 'edit' | 'delete';

/** Somebody who signed in. */
export interface Who extends User {
  admin: boolean;
  /** Rights by entity; the administrator may do everything. */
  rights: Record<string, readonly Right[]>;
  /** Rights outside of entities: import, mass update. */
  extra: ReadonlySet<string>;
}

const ALL: readonly Right[] = ['create', 'read', 'edit', 'delete'];
const worker: Who = {
  id: '5e000000000000001', userName: 'ext_api', admin: false,
  rights: { Contact: ALL, Account: ALL, Lead: ALL, Task: ALL, TargetList: ALL, Note: ALL, ActionHistoryRecord: ['read'] }, extra: new Set(['Import', 'massUpdate']),
};
const reader: Who = { id: '5e000000000000002', userName: 'ext_readonly', admin: false, rights: { Contact: ['read'], Note: ALL, ActionHistoryRecord: ['read'] }, extra: new Set() };
const nobody: Who = { id: '5e000000000000003', userName: 'ext_noaccess', admin: false, rights: {}, extra: new Set() };
const admin: Who = { id: '5e000000000000004', userName: 'Admin', admin: true, rights: {}, extra: new Set(['Import', 'massUpdate']) };

const KEYS: Record<string, Who> = { '<token>': worker, '<token:readonly>': reader, '<token:noaccess>': nobody };
const ADMIN = 'Basic <admin-credentials>';

export const userNamed = (id: unknown): User | undefined => [worker, reader, nobody, admin].find((user) => user.id === id);

export const may = (who: Who, entity: string, right: Right): boolean => who.admin || (who.rights[entity]?.includes(right) ?? false);

/** Refuses who lacks a right. */
export function demand(who: Who, entity: string, right: Right): void {
  if (!may(who, entity, right)) throw new Refusal(403, `No ${right} access.`);
}

const FAILURES = 10;
const PERIOD = 60_000;

/** Who sends the request, or the answer that turns them away. More than ten wrong keys in a minute shut the door to everybody, because all come from one address. */
export function signIn(state: State, { headers }: WireRequest): Who | WireAnswer {
  const key = headers['x-api-key'];
  const basic = headers['authorization']?.startsWith('Basic ') ? headers['authorization'] : undefined;
  if (key === undefined && basic === undefined) return shut(401, { 'www-authenticate': 'Basic realm=""' });
  const failed = state.failedSignIns;
  while (failed.length > 0 && (failed[0] as number) <= state.now() - PERIOD) failed.shift();
  if (failed.length > FAILURES) return shut(403);
  const who = key !== undefined ? (Object.hasOwn(KEYS, key) ? KEYS[key] : undefined) : basic === ADMIN ? admin : undefined;
  if (who) return who;
  failed.push(state.now());
  return shut(401);
}
