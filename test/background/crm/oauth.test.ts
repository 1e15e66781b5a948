import { describe, expect, test } from 'vitest';
import { connect, tryAccount } from '../../../src/background/crm/connect.ts';
import { readConnections } from '../../../src/storage/connection.ts';
import { isLoopback, refreshTokens, signInByOauth, type Registry, type WebAuth } from '../../../src/background/crm/oauth.ts';
import { EVERY, syncerOf } from '../../../src/background/crm/syncer.ts';
import type { Http } from '../../../src/crm/connector.ts';
import { fail, ok } from '../../../src/domain/failure.ts';
import type { Registration } from '../../../src/domain/sync/connection.ts';
import { memoryCrm } from './memory-crm.ts';
import { oauthServer } from './oauth-server.ts';
import { typed, world } from './world.ts';

const ORIGIN = 'https://crm.example.com';
const REDIRECT = 'https://abc.chromiumapp.org/';
const texts = { closed: 'closed', refused: 'refused', mixed: 'mixed', elsewhere: (there: string) => `elsewhere ${there}` };

function setUp(server = oauthServer(ORIGIN), origin = ORIGIN) {
  const http: Http = async ({ url, body }) => {
    const answer = server.answer(url, body);
    return ok({ status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() });
  };
  const asked: string[] = [];
  const web: WebAuth = { redirect: () => REDIRECT, ask: async (url) => { asked.push(url); return server.consent(url); } };
  let registered: Registration | undefined;
  const kept: Registry = { read: async () => registered, write: async (next) => { registered = next; } };
  const signIn = (over: Partial<WebAuth> = {}, by: Http = http) => signInByOauth(origin, by, { ...web, ...over }, () => 1_000, texts, kept);
  return { server, http, asked, signIn };
}

/** The address that the browser would end at, changed. */
const back = (change: (to: URL) => void) => (consented: string): string => {
  const to = new URL(consented);
  change(to);
  return to.href;
};
const no = (error: string, words = '') => back((to) => {
  to.searchParams.delete('code');
  to.searchParams.set('error', error);
  if (words) to.searchParams.set('error_description', words);
});

describe('the sign-in', () => {
  test('registers as a public client, asks with PKCE, and gets tokens', async () => {
    const { signIn, server, asked } = setUp();
    expect(await signIn()).toEqual({ ok: true, value: { access: 'access-2', refresh: 'refresh-2', until: 1_801_000, client: 'client-1', endpoint: `${ORIGIN}/oauth/token` } });
    expect(JSON.parse(server.seen[1]!.body)).toEqual({ client_name: 'Paydirt', redirect_uris: [REDIRECT], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], token_endpoint_auth_method: 'none', scope: 'api profile' });
    const page = new URL(asked[0]!);
    expect([page.origin + page.pathname, page.searchParams.get('response_type'), page.searchParams.get('code_challenge_method'), page.searchParams.get('scope')]).toEqual([`${ORIGIN}/authorize`, 'code', 'S256', 'api profile']);
    expect(page.searchParams.get('state')!.length).toBeGreaterThan(30);
    expect(asked[0]).not.toContain(new URLSearchParams(server.seen[2]!.body).get('code_verifier'));
  });

  test.each<[string, string, (consented: string) => string | null]>([
    ['the rep closes the window', 'closed', () => null],
    ['the answer is for another state', 'mixed', back((to) => to.searchParams.set('state', 'other'))],
    ['the answer has no state', 'mixed', back((to) => to.searchParams.delete('state'))],
    ['a no is for another state', 'mixed', (consented) => back((to) => to.searchParams.set('state', 'other'))(no('access_denied')(consented))],
    ['the answer comes from somewhere else', 'mixed', back((to) => { to.hostname = 'evil.example'; })],
    ['the rep says no', 'refused', no('access_denied', 'The user denied it')],
    ['the CRM says no', 'Come back on Monday', no('temporarily_unavailable', 'Come back on Monday')],
    ['the code is none of the server\'s', '', back((to) => to.searchParams.set('code', 'nonsense'))],
    ['there is no code', '', back((to) => to.searchParams.delete('code'))],
  ])('fails and says so when %s', async (_what, message, end) => {
    const { server, signIn } = setUp();
    expect(await signIn({ ask: async (url) => end(server.consent(url)) })).toEqual({ ok: false, failure: { kind: 'sign-in', message } });
  });

  test.each<[unknown, string]>([
    ['https://other.example', 'elsewhere https://other.example'], ['https://other.example/a/../b?c=<d>', 'elsewhere https://other.example'], ['nonsense', ''], ['', ''], [7, ''], [null, ''], ['javascript:alert(1)', ''], [`${ORIGIN}/workspace`, ''],
  ])('fails where the server says that it is %j', async (issuer, message) => {
    const { server, signIn, asked } = setUp();
    Object.assign(server.meta, { issuer });
    expect(await signIn()).toEqual({ ok: false, failure: { kind: 'wrong-address', message } });
    expect([server.seen.length, asked]).toEqual([1, []]);
  });

  test.each(['registration_endpoint', 'token_endpoint'])('fails where the server has no usable %s', async (name) => {
    for (const bad of [undefined, 'nonsense', 'https://evil.example/x', 7]) {
      const { server, signIn } = setUp();
      Object.assign(server.meta, { [name]: bad });
      expect(await signIn()).toMatchObject({ ok: false, failure: { kind: expect.stringMatching(/wrong-address|sign-in/) } });
    }
  });

  test('fails where there is no such thing, where another server is named, and offline', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, text: '<!doctype html>' };
    expect(await setUp().signIn({}, async () => ok(page))).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
    expect(await setUp(oauthServer('https://evil.example')).signIn()).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
    for (const bad of ['nonsense', 'http://evil.example/authorize', 'javascript:alert(1)']) {
      const { server, signIn, asked } = setUp();
      Object.assign(server.meta, { authorization_endpoint: bad });
      expect(await signIn()).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
      expect(asked).toEqual([]);
    }
    expect(await setUp().signIn({}, async () => fail('network'))).toMatchObject({ ok: false, failure: { kind: 'network' } });
    expect(await setUp().signIn({}, async () => ok({ ...page, status: 429, headers: { 'retry-after': '9' } }))).toMatchObject({ ok: false, failure: { kind: 'rate-limit', retryAt: 10_000 } });
  });

  test('goes over http on the own machine alone', async () => {
    const local = 'http://localhost:3000';
    expect(await setUp(oauthServer(local), local).signIn()).toMatchObject({ ok: true });
    const open = 'http://crm.example.com';
    expect(await setUp(oauthServer(open), open).signIn()).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
    expect(['http://localhost:1', 'http://127.0.0.1', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example'].map(isLoopback)).toEqual([true, true, false, false]);
  });
});

describe('the registration', () => {
  const clients = (asked: string[]): (string | null)[] => asked.map((one) => new URL(one).searchParams.get('client_id'));

  test('is used again, also after a no, for as long as it stands for the same', async () => {
    const { server, signIn, asked } = setUp();
    await signIn();
    await signIn({ ask: async (url) => { asked.push(url); return no('access_denied')(server.consent(url)); } });
    expect(await signIn()).toMatchObject({ ok: true, value: { client: 'client-1' } });
    expect([server.clients.size, clients(asked)]).toEqual([1, ['client-1', 'client-1', 'client-1']]);
    await signIn({ redirect: () => 'https://other.chromiumapp.org/' });
    server.meta.scopes_supported = ['api'];
    await signIn();
    expect(clients(asked).slice(3)).toEqual(['client-2', 'client-3']);
  });

  test.each<[string, (asked: string[]) => Partial<WebAuth>]>([
    ['shows a page of its own, and the rep closes it', () => ({ ask: async () => null })],
    ['does not take the code', () => ({ ask: async (url) => `${REDIRECT}?code=none&state=${new URL(url).searchParams.get('state')}` })],
  ])('is made anew where a CRM that has forgotten it %s', async (_what, over) => {
    const { server, signIn } = setUp();
    await signIn();
    expect(await signIn(over([]))).toMatchObject({ ok: false });
    expect(await signIn()).toMatchObject({ ok: true, value: { client: 'client-2' } });
    expect(server.clients.size).toBe(2);
  });

  test('stays where only the network failed', async () => {
    const { server, signIn, http } = setUp();
    await signIn();
    expect(await signIn({}, async (request) => (request.url.endsWith('/token') ? fail('network') : http(request)))).toMatchObject({ ok: false, failure: { kind: 'network' } });
    await signIn();
    expect(server.clients.size).toBe(1);
  });
});

describe('a refresh', () => {
  test('gives a new pair', async () => {
    const { signIn, http } = setUp();
    const first = await signIn();
    expect(first.ok && await refreshTokens(ORIGIN, http, first.value, () => 5_000)).toEqual({ ok: true, value: { access: 'access-3', refresh: 'refresh-3', until: 1_805_000, client: 'client-1', endpoint: `${ORIGIN}/oauth/token` } });
  });

  test('that the server refuses means signing in again; one that it does not answer does not', async () => {
    const { signIn, http, server } = setUp();
    const first = await signIn();
    server.forget();
    expect(first.ok && await refreshTokens(ORIGIN, http, first.value, () => 0)).toEqual({ ok: false, failure: { kind: 'sign-in', message: '' } });
    const challenge = { status: 401, headers: { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="crm"' }, text: '{"error":"invalid_client"}' };
    expect(first.ok && await refreshTokens(ORIGIN, async () => ok(challenge), first.value, () => 0)).toMatchObject({ ok: false, failure: { kind: 'sign-in' } });
    expect(first.ok && await refreshTokens(ORIGIN, async () => ok({ status: 503, headers: {}, text: '' }), first.value, () => 0)).toMatchObject({ ok: false, failure: { kind: 'network' } });
    expect(first.ok && await refreshTokens(ORIGIN, http, { ...first.value, refresh: '' }, () => 0)).toMatchObject({ ok: false, failure: { kind: 'sign-in' } });
  });
});

describe('a connection by OAuth', () => {
  async function connected() {
    const crm = memoryCrm({ oauth: true });
    const server = oauthServer(ORIGIN);
    let consents = 0;
    const here = await world({
      fetch: async (url, init) => (/^\/(oauth|\.well-known)/.test(new URL(url).pathname) ? server.answer(url, init.body as string) : crm.server(url, init)),
      web: { redirect: () => REDIRECT, ask: async (url) => { consents++; return server.consent(url); } },
    }, crm);
    const tokens = (): (string | null)[] => crm.seen.map(({ init }) => new Headers(init.headers).get('authorization'));
    return { ...here, server, tokens, consents: () => consents, byOauth: { ...typed, fields: {}, oauth: true } };
  }

  test('asks the rep anew at each test call: it may have been the wrong account', async () => {
    const { means, byOauth, consents, tokens } = await connected();
    await tryAccount(means, byOauth);
    await tryAccount(means, byOauth);
    await connect(means, { ...byOauth, label: '' });
    expect([consents(), tokens().at(-1)]).toEqual([2, 'Bearer access-4']);
  });

  test('registers once, whatever is tried, and forgets that with the last connection there', async () => {
    const { means, byOauth, server, book } = await connected();
    await tryAccount(means, byOauth);
    await tryAccount(means, byOauth);
    const results = [await connect(means, { ...byOauth, label: 'one' }), await connect(means, { ...byOauth, label: 'two' })];
    expect([results.map(({ ok: is }) => is), server.clients.size]).toEqual([[true, true], 1]);
    const syncer = syncerOf(means);
    const kept = async (): Promise<string> => JSON.stringify(await book.settings.toArray());
    expect(await kept()).toContain('client-1');
    for (const { id } of await readConnections(book)) {
      expect(await kept()).toContain('client-1');
      await syncer.forget(id);
    }
    expect(await kept()).not.toContain('client-1');
  });

  test('does not ask twice where the CRM does not say how long a token lives', async () => {
    const { means, byOauth, consents, server } = await connected();
    server.lifeOf(undefined);
    await tryAccount(means, byOauth);
    expect([(await connect(means, { ...byOauth, label: '' })).ok, consents()]).toEqual([true, 1]);
  });

  test('is known as one, until the rep signs in with a key', async () => {
    const { means, byOauth, book } = await connected();
    const result = await connect(means, { ...byOauth, label: '' });
    const connection = result.ok ? result.value.connection : '';
    expect((await readConnections(book))[0]!.oauth).toBe(true);
    await connect(means, { ...typed, label: '', connection });
    expect((await readConnections(book))[0]!.oauth).toBe(false);
  });

  test('leaves nothing behind, not even in the ledger, when the rep does not consent', async () => {
    const { means, byOauth, book } = await connected();
    means.web.ask = async () => null;
    expect(await connect(means, { ...byOauth, label: '' })).toEqual({ ok: false, failure: { kind: 'sign-in', message: 'crm_consent_closed' } });
    expect([await book.ledger.count(), await book.secrets.count(), await readConnections(book)]).toEqual([0, 0, []]);
  });

  test('asks the rep once for test call and connection, and keeps the tokens as secrets', async () => {
    const { means, byOauth, consents, book, tokens } = await connected();
    expect(await tryAccount(means, byOauth)).toMatchObject({ ok: true });
    const result = await connect(means, { ...byOauth, label: '' });
    expect([result.ok, consents()]).toEqual([true, 1]);
    expect(tokens()).toEqual(['Bearer access-2', 'Bearer access-2', 'Bearer access-2', 'Bearer access-2']);
    expect(JSON.stringify(await readConnections(book))).not.toMatch(/access-|refresh-/);
    expect(result.ok && await means.vault.read(result.value.connection)).toMatchObject({ ok: true, value: { token: 'access-2', 'oauth.refresh': 'refresh-2' } });
  });

  test('refreshes before the token ends and keeps what it got; the ledger shows that it did and no token', async () => {
    const { means, byOauth, book, tokens, at } = await connected();
    const result = await connect(means, { ...byOauth, label: '' });
    const id = result.ok ? result.value.connection : '';
    const syncer = syncerOf(means);
    await syncer.one(id, 'asked');
    at.now += 1_800_000;
    await syncer.one(id, 'asked');
    expect(tokens().slice(-2)).toEqual(['Bearer access-2', 'Bearer access-3']);
    expect(await means.vault.read(id)).toMatchObject({ ok: true, value: { token: 'access-3', 'oauth.refresh': 'refresh-3' } });
    const ledger = await book.ledger.toArray();
    expect(ledger.map(({ where }) => where)).toContain(`${ORIGIN}/oauth/token`);
    expect(JSON.stringify(ledger)).not.toMatch(/access-|refresh-|code-/);
    expect(at.alarm).toBe(at.now + EVERY);
  });
});
