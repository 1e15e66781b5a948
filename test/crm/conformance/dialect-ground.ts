import type { Access, Connector, Http } from '../../../src/crm/connector.ts';
import { ok } from '../../../src/domain/failure.ts';
import type { OpenDialect } from '../dialect/dialect.ts';
import type { Fetch, Outsider } from '../outsider/outsider.ts';
import type { Ground } from './bench.ts';

/** Who may sign in at a dialect server: the placeholders of the recordings. What is not named here has one secret, the token. */
const SIGN_IN: { [connector: string]: { settings: Access['settings']; readOnly?: Access['settings'] } } = {
  odoo: { settings: { database: 'odoo16', login: 'admin' }, readOnly: { database: 'odoo16', login: 'readonly' } },
};

export type OpenOutsider = (http: Fetch, origin: string, token: string) => Outsider;

/** How one signs in at a dialect server, rightly, wrongly, and as somebody who may only read. */
export function signInAt(connector: Connector): Pick<Ground, 'wrong' | 'readOnly'> & { access: Pick<Access, 'secrets' | 'settings'> } {
  const secrets = (token: string): Access['secrets'] => Object.fromEntries(connector.signIn.filter(({ secret }) => secret).map(({ name }) => [name, token]));
  const { settings = {}, readOnly = settings } = SIGN_IN[connector.name] ?? {};
  return { access: { secrets: secrets('<token>'), settings }, wrong: { secrets: secrets('<token:invalid>') }, readOnly: { secrets: secrets('<token:readonly>'), settings: readOnly, known: {} } };
}

/** A dialect server in this process, empty, with a clock of its own: each request takes as long as the pace of the connector, rests cost nothing. */
export async function dialectGround(connector: Connector, open: OpenDialect, openOutsider: OpenOutsider): Promise<Ground> {
  let now = Date.UTC(2026, 2, 2, 9);
  let seed = 1;
  // chance that is the same in every run
  const dialect = open({ now: () => now, random: () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 });
  const origin = connector.originOf('https://crm.example.com') ?? connector.originOf('') ?? 'https://crm.example.com';
  const send = (method: string, url: string, headers: { [name: string]: string }, body = ''): { status: number; headers: { [name: string]: string }; text: string } => {
    if (!url.startsWith(`${origin}/`)) throw new Error(`a request to another place: ${url}`);
    const small = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    for (let attempt = 1; ; attempt++) {
      now += Math.max(5, connector.flags.minGap);
      const answer = dialect.handle({ method, path: url.slice(origin.length), headers: small, body });
      if (answer.status !== 429 || attempt > 30) return { status: answer.status, headers: answer.headers, text: answer.body };
      now += connector.flags.restAfter429;
    }
  };
  const http: Http = ({ method, url, headers = {}, body }) => Promise.resolve(ok(send(method, url, headers, body)));
  const { access, ...others } = signInAt(connector);
  const ground: Ground = {
    connector, http, ...others, access: { origin, ...access }, marker: 'Zqx', known: {}, many: 520,
    outsider: openOutsider((url, { method, headers, body }) => Promise.resolve(send(method, url, headers, body)), origin, '<token>'),
    clock: () => now,
    pass: async (ms) => { now += ms; },
    // a search may be some seconds behind
    tick: async () => { now += 15_000; },
  };
  return { ...ground, known: await prepared(ground) };
}

/** What the connector has to find out or make before it can work. */
export async function prepared({ connector, http, access, clock }: Ground): Promise<Access['known']> {
  const done = await connector.open(http, { ...access, known: {}, fields: {} }, clock).prepare();
  if (!done.ok) throw new Error(`the connector cannot prepare: ${done.failure.kind} ${done.failure.message}`);
  return done.value.known;
}
