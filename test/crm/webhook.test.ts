import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/background/sync/run.ts';
import { connectors } from '../../src/crm/catalog.ts';
import type { HttpAnswer, HttpRequest } from '../../src/crm/connector.ts';
import webhook from '../../src/crm/webhook.ts';
import { fail, ok, type Result } from '../../src/domain/failure.ts';
import { proposedMapping } from '../../src/domain/sync/mapping.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { addNote, setField } from '../../src/storage/person.ts';
import { markAll, syncStore } from '../../src/storage/sync.ts';
import { changeAt, draftOf, means, scratchBook } from '../storage/scratch-book.ts';

const HOOK = 'https://hooks.example.com/catch/1/abc';
const SECRET = 'whsec-of-the-rep';
type Receive = (request: HttpRequest) => Result<HttpAnswer>;
const answer = (status: number, text = '', headers: HttpAnswer['headers'] = {}): Result<HttpAnswer> => ok({ status, headers, text });

function open(receive: Receive = () => answer(200)) {
  const sent: HttpRequest[] = [];
  let now = Date.UTC(2030, 0, 1);
  const crm = webhook.open(async (request) => { sent.push(request); return receive(request); }, { origin: 'https://hooks.example.com', secrets: { address: HOOK, secret: SECRET }, settings: {}, known: {}, fields: {} }, () => now++);
  return { crm, sent, bodies: () => sent.map(({ body }) => JSON.parse(body!) as { event: string; sentAt: string; records?: { kind: string; id: string; fields: object; changed: string[] }[] }) };
}
const rows = (count: number, bad = -1) => Array.from({ length: count }, (_, at) => ({ key: `key-${at}`, fields: { lastName: at === bad ? 'Bad' : `Name ${at}` } }));

describe('a delivery', () => {
  test('is signed with time and body by the secret, which is not in it', async () => {
    const { crm, sent } = open();
    await crm.create('prospect', rows(1));
    const { headers, body, url, method } = sent[0]!;
    const [, time, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers!['x-paydirt-signature']!)!;
    expect(hex).toBe(createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex'));
    expect(Number(time)).toBe(Date.UTC(2030, 0, 1) / 1_000);
    expect([method, url, headers!['content-type']]).toEqual(['POST', HOOK, 'application/json']);
    expect(JSON.stringify(sent)).not.toContain(SECRET);
  });

  test('holds many records, each with its key, all its fields and which of them changed', async () => {
    const { crm, sent, bodies } = open();
    expect(await crm.update('prospect', [{ id: 'key-1', key: 'key-1', at: 1, changed: ['title'], fields: { lastName: 'Example', title: 'CTO' } }])).toMatchObject({ ok: true, value: [{ kind: 'stored', record: { id: 'key-1', key: 'key-1', deleted: false, fields: { lastName: 'Example', title: 'CTO' } } }] });
    expect(bodies()).toMatchObject([{ event: 'records', records: [{ kind: 'prospect', id: 'key-1', fields: { lastName: 'Example', title: 'CTO' }, changed: ['title'] }] }]);
    expect(sent[0]).toMatchObject({ fields: ['title'], records: 1 });
  });

  test('has a key of its own, so that a receiver can tell a second delivery from a second change', async () => {
    const { crm, sent } = open();
    await crm.create('prospect', rows(1));
    await crm.create('prospect', rows(1));
    const keys = sent.map(({ headers }) => headers!['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that is refused costs the bad row alone, with the receiver\'s words', async () => {
    const { crm, sent } = open(({ body }) => (body!.includes('Bad') ? answer(422, '{"message":"No such name."}', { 'content-type': 'application/json' }) : answer(204)));
    const result = await crm.create('prospect', rows(100, 41));
    expect(result.ok && result.value.map(({ kind }) => kind)).toEqual(Array.from({ length: 100 }, (_, at) => (at === 41 ? 'rejected' : 'stored')));
    expect(result.ok && result.value[41]).toEqual({ kind: 'rejected', message: 'No such name.' });
    expect(sent.length).toBeLessThan(18);
  });

  test.each([[410, 'permission'], [401, 'sign-in'], [403, 'permission'], [404, 'wrong-address'], [429, 'rate-limit'], [500, 'network'], [503, 'network']])('that is answered with %i is a failure of the whole: %s', async (status, kind) => {
    expect(await open(() => answer(status)).crm.create('prospect', rows(3))).toMatchObject({ ok: false, failure: { kind } });
  });

  test('that was not answered may have arrived', async () => {
    expect(await open(() => fail('network')).crm.create('prospect', rows(1))).toMatchObject({ ok: false, failure: { kind: 'network' } });
  });

  test('of what was removed names kind and key', async () => {
    const { crm, bodies } = open();
    expect(await crm.remove('note', ['note-1'])).toEqual({ ok: true, value: null });
    expect(bodies()).toMatchObject([{ event: 'removed', records: [{ kind: 'note', id: 'note-1' }] }]);
  });
});

describe('the address', () => {
  test.each([[HOOK, 'https://hooks.example.com'], ['http://localhost:5678/webhook/x', 'http://localhost:5678'], ['http://127.0.0.1:1/x', 'http://127.0.0.1:1'], ['http://hooks.example.com/x', undefined], ['hooks.example.com', undefined], ['', undefined], ['https://user:pass@hooks.example.com/', undefined], ['file:///etc/passwd', undefined], ['ftp://localhost/x', undefined]])('%s is at %s', (typed, origin) => {
    expect(webhook.originOf(typed)).toBe(origin);
  });

  test('is tested by an event that carries nobody', async () => {
    const { crm, bodies } = open();
    expect(await crm.check()).toEqual({ ok: true, value: { who: 'Webhook', where: 'hooks.example.com', missing: [] } });
    expect(Object.keys(bodies()[0]!).toSorted()).toEqual(['event', 'sentAt']);
  });
});

test('it is in the catalog', () => {
  expect(connectors.map(({ name }) => name)).toContain('webhook');
});

describe('with the engine', () => {
  /** A receiver that keeps what it gets, by key; `lose` drops answers of deliveries that it has stored. */
  async function connected() {
    const book = scratchBook();
    const saved = await saveDraft(book, draftOf('github:ada', 'Ada Example', { title: 'CTO', company: 'Acme Example' }), {}, changeAt(1), means);
    const id = saved.ok ? saved.value.id : '';
    await addNote(book, id, 'note', 'Met in Oslo', changeAt(2));
    await book.settings.put({ key: 'connections', value: [{ id: 'hook' }] });
    await markAll(book, 'hook', changeAt(3));
    const stored = new Map<string, { kind: string; fields: Record<string, unknown> }>();
    let [now, lose, count] = [10, 0, 0];
    const crm = webhook.open(async ({ body }) => {
      count++;
      const { event, records } = JSON.parse(body!) as { event: string; records: { kind: string; id: string; fields: Record<string, unknown> }[] };
      for (const { kind, id, fields } of records) {
        if (event === 'removed') stored.delete(id);
        else stored.set(id, { kind, fields: { ...stored.get(id)?.fields, ...fields } });
      }
      return lose-- > 0 ? fail('network') : answer(200);
    }, { origin: '', secrets: { address: HOOK, secret: SECRET }, settings: {}, known: {}, fields: {} }, () => now);
    const sync = () => {
      now += 1_000_000;
      return run({ crm, flags: webhook.flags, mapping: proposedMapping(webhook.proposed), bringIn: 'ours', clock: () => now, newId: means.newId, keyOf: means.keyOf, runner: 'r', alone: true, store: syncStore(book, { id: 'hook', label: 'Hook' }, () => changeAt(now), means.keyOf) }, () => 0.5);
    };
    const byKind = (kind: string) => [...stored.entries()].filter(([, one]) => one.kind === kind);
    return { book, id, sync, byKind, requests: () => count, loseNext: (answers: number) => { lose = answers; } };
  }

  test('nothing is sent before the rep starts it, then everybody once, and then nothing', async () => {
    const { book, sync, byKind, requests } = await connected();
    expect(await sync()).toBe('preview');
    expect(requests()).toBe(0);
    await book.syncStates.update('hook', { started: true });
    expect(await sync()).toBe('done');
    const [[account]] = [byKind('account')[0]!];
    const [[person, { fields }]] = [byKind('prospect')[0]!];
    expect(fields).toMatchObject({ firstName: 'Ada', lastName: 'Example', title: 'CTO', account });
    expect(byKind('note').map(([, note]) => note.fields)).toMatchObject([{ text: 'Met in Oslo', prospect: person }]);
    const before = requests();
    expect([await sync(), await sync(), requests() - before, await book.outbox.count()]).toEqual(['done', 'done', 0, 0]);
  });

  test('lost answers end in one record each with the last values, and nobody is taken for gone', async () => {
    const { book, id, sync, byKind, loseNext } = await connected();
    await sync();
    await book.syncStates.update('hook', { started: true });
    loseNext(2);
    for (let one = 0; one < 6; one++) await sync();
    await setField(book, id, 'title', 'CEO', changeAt(50));
    loseNext(1);
    expect(await sync()).toMatchObject({ kind: 'network' });
    for (let one = 0; one < 3; one++) expect(await sync()).toBe('done');
    expect([byKind('account').length, byKind('prospect').length, byKind('note').length]).toEqual([1, 1, 1]);
    expect(byKind('prospect')[0]![1].fields['title']).toBe('CEO');
    expect((await book.links.toArray()).map(({ state, question, sending }) => [state, question, sending])).toEqual(Array.from({ length: 3 }, () => ['linked', undefined, undefined]));
    expect(await book.outbox.count()).toBe(0);
  });
});
