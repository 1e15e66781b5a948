import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '../domain/failure.ts';
import { uuidOf } from '../domain/sync/key.ts';
import { OUR_FIELDS, SYNC_KINDS, type RemoteRecord, type SyncKind, type Values } from '../domain/sync/record.ts';
import { parsed, statusFailure, words } from './answer.ts';
import type { Access, Connector, Flags, Http, HttpAnswer, Operations, RowAnswer } from './connector.ts';

/** Records in one request. */
const BATCH = 100;

const flags: Flags = {
  // the receiver is told to write by key: a repeated delivery changes nothing
  createKey: 'externalId', lookFirst: false, batch: { create: BATCH, update: BATCH, read: 1_000, find: 1_000 }, versioning: 'none', deletions: 'none', overlap: 0,
  minGap: 200, burst: 5, restAfter429: 60_000, lateCreate: 0,
  kinds: { account: 'push', prospect: 'push', note: 'push', touch: 'push', followUp: 'push' },
};

/** One record as it is delivered: `id` is its key, for ever the same; fields that point at other records hold theirs. */
interface Delivered {
  kind: SyncKind;
  id: string;
  fields: Values;
  /** Names of the fields that changed; all of them are there. */
  changed: readonly string[];
}

function open(http: Http, access: Access, clock: () => number): Operations {
  const { address = '', secret = '' } = access.secrets;

  const post = (event: string, content: object, about: { fields?: readonly string[]; records?: number } = {}): Promise<Result<HttpAnswer>> => {
    const now = clock();
    // the time makes a body unlike all others, so that the key tells a second delivery from a second change
    const body = JSON.stringify({ event, sentAt: new Date(now).toISOString(), ...content });
    const timestamp = Math.floor(now / 1_000);
    return http({
      method: 'POST', url: hookOf(address)?.href ?? address, body, ...about,
      headers: { 'content-type': 'application/json', 'idempotency-key': uuidOf(body), 'x-paydirt-signature': `t=${timestamp},v1=${sign(secret, timestamp, body)}` },
    });
  };

  /** Delivers rows; where a body is refused it is cut in halves until the bad row stands alone. */
  const deliver = async (rows: Delivered[]): Promise<Result<(HttpAnswer | null)[]>> => {
    const fields = [...new Set(rows.flatMap(({ changed }) => changed))];
    const answer = await post('records', { records: rows }, { fields, records: rows.length });
    if (!answer.ok) return answer;
    if (isStored(answer.value)) return ok(rows.map(() => null));
    const failure = failureIn(answer.value, clock());
    if (failure) return failure;
    if (rows.length === 1) return ok([answer.value]);
    const middle = Math.ceil(rows.length / 2);
    const first = await deliver(rows.slice(0, middle));
    if (!first.ok) return first;
    const second = await deliver(rows.slice(middle));
    return second.ok ? ok([...first.value, ...second.value]) : second;
  };

  const write = async (rows: Delivered[]): Promise<Result<RowAnswer[]>> => {
    if (rows.length === 0) return ok([]);
    const refused = await deliver(rows);
    if (!refused.ok) return refused;
    return ok(rows.map(({ id, fields }, at): RowAnswer => {
      const answer = refused.value[at];
      return answer ? { kind: 'rejected', message: reasonIn(answer) } : { kind: 'stored', record: record(id, fields, clock()) };
    }));
  };

  return {
    check: async () => {
      const answer = await post('test', {});
      if (!answer.ok) return answer;
      if (!isStored(answer.value)) return failureIn(answer.value, clock()) ?? fail('rejected', reasonIn(answer.value));
      return ok({ who: 'Webhook', where: hookOf(address)?.host ?? '', missing: [] });
    },
    prepare: async () => ok({ known: {}, todo: '' }),
    describe: async (kind) => ok(OUR_FIELDS[kind].map((field) => ({ name: field.name, label: field.name, kind: field.kind, writable: true }))),
    // nothing comes back from a webhook: there is nothing to pull, and nobody to find
    changes: async () => ok({ records: [], next: null }),
    find: async (_kind, wanted) => ok(wanted.map(() => [])),
    // what was delivered is taken to be there; of its fields nothing is known, so that nothing is taken for somebody's edit
    read: async (_kind, ids) => ok(ids.map((id) => record(id, {}, clock()))),
    create: (kind, rows) => write(rows.map(({ key, fields }) => ({ kind, id: key, fields, changed: Object.keys(fields) }))),
    update: (kind, rows) => write(rows.map(({ id, fields, changed }) => ({ kind, id, fields, changed }))),
    remove: async (kind, ids) => {
      for (let from = 0; from < ids.length; from += BATCH) {
        const some = ids.slice(from, from + BATCH);
        const answer = await post('removed', { records: some.map((id) => ({ kind, id })) }, { records: some.length });
        if (!answer.ok) return answer;
        // a receiver that keeps what it has is its own business; what is on the way again is not
        const failure = isStored(answer.value) ? undefined : failureIn(answer.value, clock());
        if (failure) return failure;
      }
      return ok(null);
    },
  };
}

/** HMAC-SHA-256 of the time and the body, in hex: only who knows the secret can have sent it, and not later. */
function sign(secret: string, timestamp: number, body: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${timestamp}.${body}`)));
}

function record(id: string, fields: Values, at: number): RemoteRecord {
  return { id, key: id, at, deleted: false, fields };
}

function isStored({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** What ends the whole call; undefined = the rows themselves were refused. */
function failureIn(answer: HttpAnswer, now: number): ReturnType<typeof fail> | undefined {
  if (answer.status === 410) return fail('permission', 'This webhook was switched off by its receiver. Make a new one there, then connect it.');
  if (answer.status === 404 || answer.status === 405) return fail('wrong-address');
  const failure = statusFailure(answer, now, flags.restAfter429);
  return failure && { ok: false, failure };
}

/** The receiver's own words for a refusal. */
function reasonIn(answer: HttpAnswer): string {
  const body = parsed(answer);
  if (!body.ok) return /^text\/plain\b/i.test(answer.headers['content-type'] ?? '') && answer.text ? words(answer.text) : String(answer.status);
  const { message, error } = (typeof body.value === 'object' && body.value !== null ? body.value : {}) as { message?: unknown; error?: unknown };
  return words([message, error].find((one) => typeof one === 'string') ?? answer.status);
}

/** The address as a URL; https, or http on this machine. */
function hookOf(typed: string): URL | undefined {
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  const isHere = url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
  return (url.protocol === 'https:' || isHere) && !url.username && !url.password ? url : undefined;
}

/** A signed webhook: whatever changes is posted as JSON to an address of the rep's choice (Zapier, Make, n8n, an own server). Nothing comes back. */
const webhook: Connector = {
  name: 'webhook',
  label: 'Webhook',
  flags,
  // the address of a webhook is itself a secret: who has it can post there
  signIn: [{ name: 'address', secret: true }, { name: 'secret', secret: true }],
  oauth: false,
  originOf: (typed) => hookOf(typed)?.origin,
  proposed: Object.fromEntries(SYNC_KINDS.map((kind) => [kind, Object.fromEntries(OUR_FIELDS[kind].map(({ name }) => [name, name]))])),
  linkTo: () => undefined,
  open,
};

export default webhook;
