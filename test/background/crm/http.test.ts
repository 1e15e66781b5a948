import { describe, expect, test } from 'vitest';
import { BIGGEST_ANSWER, httpOf, TIME_LIMIT, type HttpMeans } from '../../../src/background/crm/http.ts';
import type { LedgerEntry } from '../../../src/domain/sync/connection.ts';

const ORIGIN = 'https://crm.example.com';

function open(answer: (url: string, init: RequestInit) => Promise<Response> | Response, hidden: string[] = []) {
  const ledger: Omit<LedgerEntry, 'connection'>[] = [];
  const sent: { url: string; init: RequestInit }[] = [];
  let now = 1_000;
  let paced = 0;
  const means: HttpMeans = {
    fetch: async (url, init) => {
      sent.push({ url, init });
      now += 40;
      return answer(url, init);
    },
    clock: () => now, pace: async () => void paced++, deadline: (ms) => AbortSignal.timeout(ms === TIME_LIMIT ? 50 : 0),
    record: async (entry) => void ledger.push(entry),
  };
  return { http: httpOf({ origin: ORIGIN, hidden }, means), ledger, sent, paced: () => paced };
}

describe('a request', () => {
  test('carries no cookie, cache or referrer, follows no redirect, and is paced', async () => {
    const { http, sent, paced } = open(() => new Response('{}'));
    await http({ method: 'POST', url: `${ORIGIN}/rest/people`, headers: { authorization: 'Bearer secret-token' }, body: '{"a":1}' });
    expect(sent).toMatchObject([{ url: `${ORIGIN}/rest/people`, init: { method: 'POST', body: '{"a":1}', credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer', headers: { authorization: 'Bearer secret-token' } } }]);
    expect(paced()).toBe(1);
  });

  test('goes to the connection\'s own origin and nowhere else', async () => {
    const { http, sent, ledger } = open(() => new Response('{}'));
    for (const url of ['https://evil.example/rest', 'http://crm.example.com/rest', 'https://crm.example.com.evil.example/', 'nonsense']) {
      expect(await http({ method: 'GET', url })).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
    }
    expect([sent, ledger]).toEqual([[], []]);
  });

  test('is answered with the text and the header names in lower case', async () => {
    const { http } = open(() => new Response('Ärger', { status: 409, headers: { 'X-Status-Reason': 'duplicate' } }));
    expect(await http({ method: 'GET', url: `${ORIGIN}/` })).toMatchObject({ ok: true, value: { status: 409, text: 'Ärger', headers: { 'x-status-reason': 'duplicate' } } });
  });

  test('is a matter of the network when nothing came back, and says nothing of what was sent', async () => {
    const { http, ledger } = open(() => Promise.reject(new TypeError(`Failed to fetch ${ORIGIN}/x?token=secret-token`)));
    expect(await http({ method: 'GET', url: `${ORIGIN}/x?token=secret-token` })).toEqual({ ok: false, failure: { kind: 'network', message: '' } });
    expect(ledger).toMatchObject([{ status: 0 }]);
  });

  test('ends after a while', async () => {
    const { http } = open((_url, { signal }) => new Promise((_done, failed) => { signal?.addEventListener('abort', () => failed(new Error('late'))); }));
    expect(await http({ method: 'GET', url: `${ORIGIN}/slow` })).toMatchObject({ ok: false, failure: { kind: 'network' } });
  });

  test('is not answered with more than can be held', async () => {
    let read = 0;
    const endless = (): Response => new Response(new ReadableStream({ pull: (to) => { read += 1_000_000; to.enqueue(new Uint8Array(1_000_000)); } }));
    expect(await open(endless).http({ method: 'GET', url: `${ORIGIN}/` })).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
    expect(read).toBeLessThan(BIGGEST_ANSWER + 5_000_000);
  });
});

describe('the ledger', () => {
  test('says when, where, which fields and how it ended, and no value', async () => {
    const { http, ledger } = open(() => new Response('{"ü":1}', { status: 201 }));
    await http({ method: 'PATCH', url: `${ORIGIN}/rest/people/9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d?filter=email%5Beq%5D%3Aada%40example.com&limit=2`, body: '{"name":"Ada Example"}', fields: ['firstName', 'emails'], records: 1 });
    expect(ledger).toEqual([{ at: 1_000, method: 'PATCH', where: `${ORIGIN}/rest/people/…?filter&limit`, fields: ['firstName', 'emails'], records: 1, status: 201, took: 40, sent: 22, received: 8 }]);
  });

  test('hides an address that is itself a secret', async () => {
    const { http, ledger } = open(() => new Response(''), [`${ORIGIN}/hooks/catch/abcdef`]);
    await http({ method: 'POST', url: `${ORIGIN}/hooks/catch/abcdef` });
    expect(ledger[0]!.where).toBe(`${ORIGIN}/…`);
  });
});
