import { describe, expect, test } from 'vitest';
import { withBearer } from '../../../src/background/crm/bearer.ts';
import type { Tokens } from '../../../src/background/crm/oauth.ts';
import type { HttpRequest } from '../../../src/crm/connector.ts';
import { fail, ok, type Result } from '../../../src/domain/failure.ts';

const first: Tokens = { access: 'a1', refresh: 'r1', until: 100_000, client: 'c', endpoint: 'e' };
const second: Tokens = { ...first, access: 'a2', until: 900_000 };

function setUp(accepts: (token: string) => boolean, renew: () => Promise<Result<Tokens>> = async () => ok(second)) {
  const sent: HttpRequest[] = [];
  let [now, renewals] = [0, 0];
  const http = withBearer(async (request) => {
    sent.push(request);
    return ok({ status: accepts(request.headers!['authorization']!) ? 200 : 401, headers: {}, text: '' });
  }, first, async () => { renewals++; return renew(); }, () => now);
  const ask = (headers: Record<string, string> = {}) => http({ method: 'GET', url: 'https://crm.example/', headers });
  return { ask, sent, renewals: () => renewals, at: (time: number) => { now = time; } };
}
const tokens = (sent: HttpRequest[]): unknown[] => sent.map(({ headers }) => headers!['authorization']);

describe('a request with a token', () => {
  test('carries the token in the place of any other, and nothing else is changed', async () => {
    const { ask, sent } = setUp(() => true);
    await ask({ Authorization: 'Bearer old', accept: 'application/json' });
    expect(sent[0]!.headers).toEqual({ authorization: 'Bearer a1', accept: 'application/json' });
  });

  test('gets a new token a minute before the old one ends', async () => {
    const { ask, sent, renewals, at } = setUp(() => true);
    at(39_999);
    await ask();
    at(40_001);
    await ask();
    await ask();
    expect([tokens(sent), renewals()]).toEqual([['Bearer a1', 'Bearer a2', 'Bearer a2'], 1]);
  });

  test('that is not taken is made once more with a new token, and not a third time', async () => {
    const { ask, sent } = setUp((token) => token === 'Bearer a2');
    expect(await ask()).toMatchObject({ ok: true, value: { status: 200 } });
    expect(tokens(sent)).toEqual(['Bearer a1', 'Bearer a2']);
    const never = setUp(() => false);
    expect(await never.ask()).toMatchObject({ ok: true, value: { status: 401 } });
    expect([never.sent.length, never.renewals()]).toEqual([2, 1]);
  });

  test('shares one renewal with those that are made at the same time', async () => {
    const { ask, renewals } = setUp((token) => token === 'Bearer a2');
    expect((await Promise.all([ask(), ask(), ask()])).map((one) => one.ok && one.value.status)).toEqual([200, 200, 200]);
    expect(renewals()).toBe(1);
  });

  test('fails as the renewal does, and the next one tries again', async () => {
    let offline = true;
    const { ask, renewals } = setUp((token) => token === 'Bearer a2', async () => (offline ? fail('network') : ok(second)));
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'network' } });
    offline = false;
    expect(await ask()).toMatchObject({ ok: true, value: { status: 200 } });
    expect(renewals()).toBe(2);
  });
});
