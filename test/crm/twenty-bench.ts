import type { CreateRow, Http, HttpRequest, Operations, UpdateRow } from '../../src/crm/connector.ts';
import twenty from '../../src/crm/twenty.ts';
import type { Result } from '../../src/domain/failure.ts';
import { uuidOf } from '../../src/domain/sync/key.ts';
import type { RemoteRecord, SyncKind, Values } from '../../src/domain/sync/record.ts';
import { inProcess } from './dialect/in-process.ts';
import openTwenty from './dialect/twenty.ts';

export const ORIGIN = 'https://crm.example.com';
const fields = Object.fromEntries(Object.entries(twenty.proposed).map(([kind, map]) => [kind, Object.values(map)])) as { [K in SyncKind]: string[] };
/** A key of ours. */
export const key = (name: string): string => uuidOf(name);

/** A workspace, a connector on it, and somebody else who works there; every request is noted and can be spoiled. */
export function bench(token = '<token>', known: { [name: string]: string } = {}) {
  const clock = { now: Date.UTC(2026, 0, 5, 9) };
  let seed = 7;
  // every look at the clock is a millisecond later, as on a server that does one thing after the other
  const dialect = openTwenty({ now: () => (clock.now += 1), random: () => (seed = (seed * 16807) % 2147483647) / 2147483647 });
  const straight = inProcess(dialect, ORIGIN);
  const requests: HttpRequest[] = [];
  let spoil: ((request: HttpRequest, go: () => ReturnType<Http>) => ReturnType<Http>) | undefined;
  const http: Http = (request) => {
    clock.now += 600;
    requests.push(request);
    return spoil ? spoil(request, () => straight(request)) : straight(request);
  };
  const access = { origin: ORIGIN, secrets: { token }, settings: {}, known, fields };
  const crm: Operations = twenty.open(http, access, () => clock.now);
  const someone = (method: string, path: string, body?: unknown) => {
    clock.now += 600;
    const { status, body: text } = dialect.handle({ method, path: `/rest/${path}`, headers: { authorization: 'Bearer <token>', 'content-type': 'application/json' }, body: body === undefined ? '' : JSON.stringify(body) });
    if (status > 299) throw new Error(text);
    return (Object.values((JSON.parse(text) as { data: object }).data) as [Row])[0];
  };
  return { clock, dialect, requests, crm, someone, spoilWith: (how: typeof spoil) => { spoil = how; } };
}

interface Row { [name: string]: never }
/** The value of a result that must be none but good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message}`);
  return result.value;
}
export const person = (name: string, more: Values = {}): CreateRow => ({ key: key(name), fields: { 'name.firstName': name, 'name.lastName': 'Example', ...more } });
/** The body of the last request. */
export const shown = (bodies: HttpRequest[]): unknown => JSON.parse(bodies.at(-1)!.body ?? 'null');
/** An update of a record that was read. */
export const change = (record: RemoteRecord, values: Values): UpdateRow => ({ id: record.id, key: record.id, changed: Object.keys(values), fields: { ...record.fields, ...values }, at: record.at, ...(record.version ? { version: record.version } : {}), ...(record.createdAt ? { createdAt: record.createdAt } : {}) });
/** Creates, and wants every row stored. */
export async function made(crm: Operations, rows: CreateRow[], kind: SyncKind = 'prospect'): Promise<RemoteRecord[]> {
  return value(await crm.create(kind, rows)).map((answer) => {
    if (answer.kind !== 'stored') throw new Error(JSON.stringify(answer));
    return answer.record;
  });
}
