import type { Connector, Http, Operations, RowAnswer } from '../../../src/crm/connector.ts';
import { statusFailure } from '../../../src/crm/answer.ts';
import { ok } from '../../../src/domain/failure.ts';
import type { RemoteRecord } from '../../../src/domain/sync/record.ts';

/** A CRM in memory that knows people by key, and a connector for it that makes one request an operation. */
export function memoryCrm(over: Partial<Connector> = {}) {
  const people = new Map<string, RemoteRecord>();
  let [now, status, headers] = [1_000, 200, {} as Record<string, string>];
  const seen: { url: string; init: RequestInit }[] = [];
  let gate: Promise<void> | undefined;

  const server = async (url: string, init: RequestInit): Promise<Response> => {
    seen.push({ url, init });
    if (gate) await Promise.race([gate, new Promise((_done, failed) => { init.signal?.addEventListener('abort', () => failed(new Error('aborted'))); })]);
    const token = new Headers(init.headers).get('authorization');
    if (status !== 200) return new Response(`Refused: ${token}`, { status, headers });
    return new Response('{}', { status: 200, headers: { 'content-type': 'application/json' } });
  };

  const open = (http: Http, access: Parameters<Connector['open']>[1], clock: () => number): Operations => {
    const ask = async <T>(path: string, value: () => T) => {
      const answer = await http({ method: 'POST', url: `${access.origin}${path}`, headers: { Authorization: `Bearer ${access.secrets['token']}` }, body: '{}' });
      if (!answer.ok) return answer;
      const failure = statusFailure(answer.value, clock(), 30_000);
      return failure ? { ok: false as const, failure: { ...failure, message: answer.value.text } } : ok(value());
    };
    return {
      check: () => ask('/me', () => ({ who: 'Ada Example', where: `Acme of ${access.settings['login'] ?? 'nobody'}`, missing: [] })),
      prepare: () => ask('/key', () => ({ known: { keyField: 'c1' }, todo: '' })),
      describe: (kind) => ask(`/fields/${kind}`, () => [{ name: 'lastName', label: 'Last name', kind: 'text', writable: true }, { name: 'customNoContact', label: 'Do not contact', kind: 'flag', writable: true }]),
      changes: (_kind, since) => ask('/changes', () => ({ records: [...people.values()].filter(({ at }) => at >= since), next: null })),
      read: (_kind, ids) => ask('/read', () => ids.flatMap((id) => people.get(id) ?? [])),
      find: (_kind, wanted) => ask('/find', () => wanted.map(({ key }) => [...people.values()].filter((one) => one.key === key))),
      create: (_kind, rows) => ask('/create', () => rows.map(({ key, fields }): RowAnswer => {
        const record: RemoteRecord = { id: key, key, at: now++, deleted: false, fields };
        people.set(key, record);
        return { kind: 'stored', record };
      })),
      update: (_kind, rows) => ask('/update', () => rows.map(({ id, fields, changed }): RowAnswer => {
        const old = people.get(id);
        if (!old) return { kind: 'gone' };
        const record = { ...old, at: now++, fields: { ...old.fields, ...Object.fromEntries(changed.map((name) => [name, fields[name]!])) } };
        people.set(id, record);
        return { kind: 'stored', record };
      })),
      remove: () => ask('/remove', () => null),
    };
  };

  const connector: Connector = {
    name: 'memory', label: 'Memory', oauth: false,
    flags: {
      createKey: 'externalId', lookFirst: false, batch: { create: 10, update: 10, read: 10, find: 10 }, versioning: 'none', deletions: 'none', overlap: 0, minGap: 0, burst: 1, restAfter429: 30_000, lateCreate: 0,
      kinds: { prospect: 'both' },
    },
    signIn: [{ name: 'login', secret: false, optional: true }, { name: 'token', secret: true }],
    originOf: (typed) => (/^https?:\/\//.test(typed) && URL.canParse(typed) ? new URL(typed).origin : undefined),
    proposed: { prospect: { firstName: 'firstName', lastName: 'lastName', title: 'title' } },
    linkTo: () => undefined,
    open,
    ...over,
  };
  return {
    connector, server, people, seen,
    paths: () => seen.map(({ url }) => new URL(url).pathname),
    /** What the server answers from now on; 200 = as it should. */
    answer: (code: number, with_: Record<string, string> = {}): void => { [status, headers] = [code, with_]; },
    /** Somebody there changes a title. */
    edit: (id: string, title: string): void => { const old = people.get(id)!; people.set(id, { ...old, at: now++, fields: { ...old.fields, title } }); },
    /** Holds all answers back until the function that comes back is called. */
    hold: (): (() => void) => { let free = (): void => undefined; gate = new Promise((done) => { free = done; }); return () => { gate = undefined; free(); }; },
  };
}
