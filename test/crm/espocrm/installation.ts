import type { Access, HttpRequest, Operations } from '../../../src/crm/connector.ts';
import connector from '../../../src/crm/espocrm.ts';
import { ok, type Result } from '../../../src/domain/failure.ts';
import { SYNC_KINDS, type RemoteRecord, type SyncKind } from '../../../src/domain/sync/record.ts';
import type { Dialect } from '../dialect/dialect.ts';
import openDialect from '../dialect/espocrm.ts';
import { inProcess } from '../dialect/in-process.ts';
import { pullAll } from '../pull-all.ts';

export const ORIGIN = 'https://crm.example.com';
export const START = Date.UTC(2026, 10, 1, 9, 0, 0);
export const keyOf = (n: number): string => `70617964-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The value of a call that is expected to succeed. */
export async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const told = await result;
  if (!told.ok) throw new Error(JSON.stringify(told.failure));
  return told.value;
}

/** An EspoCRM with a clock in hand, a connector at it, and somebody who uses its API directly. */
export interface Installation {
  crm: Dialect;
  crmOf(token?: string): Operations;
  access: Access;
  /** Every request of the connector. */
  sent: HttpRequest[];
  /** Set to answer the connector's requests instead of the server, or to do something right before each. */
  instead: { answer?: { status: number; headers: { [name: string]: string }; text: string }; before?: (request: HttpRequest) => void };
  wait(ms: number): void;
  now(): number;
  direct(method: string, path: string, body?: unknown, headers?: { [name: string]: string }): { [name: string]: unknown };
  asAdmin(method: string, path: string, body?: unknown): void;
  /** All pages of a pull; `between` is called after each. */
  pull(kind: SyncKind, since?: number, between?: () => void): Promise<RemoteRecord[]>;
}

export async function installation(withFields = true): Promise<Installation> {
  let now = START;
  let seed = 11;
  const crm = openDialect({ now: () => now, random: () => (seed = (seed * 16807) % 2147483647) / 2147483647 });
  const direct: Installation['direct'] = (method, path, body, headers = {}) => {
    const answer = crm.handle({ method, path: `/api/v1/${path}`, headers: { 'x-api-key': '<token>', 'content-type': 'application/json', ...headers }, body: body === undefined ? '' : JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.headers['x-status-reason'] ?? ''}`);
    return JSON.parse(answer.body) as { [name: string]: unknown };
  };
  const asAdmin: Installation['asAdmin'] = (method, path, body = {}) => {
    const { status } = crm.handle({ method, path: `/api/v1/${path}`, headers: { authorization: 'Basic <admin-credentials>', 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (status !== 200) throw new Error(`${method} ${path}: ${status}`);
  };
  if (!withFields) for (const path of ['Contact/cExternalKey', 'Contact/cProfileUrl', 'Account/cExternalKey']) asAdmin('DELETE', `Admin/fieldManager/${path}`);
  const sent: HttpRequest[] = [];
  const instead: Installation['instead'] = {};
  const through = inProcess(crm, ORIGIN);
  const crmOf = (token = '<token>'): Operations => connector.open((request) => {
    sent.push(request);
    instead.before?.(request);
    return instead.answer ? Promise.resolve(ok(instead.answer)) : through(request);
  }, { ...access, secrets: { apiKey: token } }, () => now);
  const fields = Object.fromEntries(SYNC_KINDS.map((kind) => [kind, Object.values(connector.proposed[kind] ?? {})]));
  const access: Access = { origin: ORIGIN, secrets: { apiKey: '<token>' }, settings: {}, known: {}, fields };
  access.known = (await value(crmOf().prepare())).known;
  sent.length = 0;
  return {
    crm, crmOf, access, sent, instead, direct, asAdmin, wait: (ms) => { now += ms; }, now: () => now,
    pull: (kind, since, between) => pullAll(crmOf(), kind, since, between),
  };
}
