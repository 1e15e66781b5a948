import type { Connector } from '../../../src/crm/connector.ts';
import { listen } from '../dialect/dialect.ts';
import { Unsupported } from '../outsider/outsider.ts';
import { benchOn, type Case, type Ground } from './bench.ts';
import { CASES } from './cases.ts';
import { prepared, signInAt } from './dialect-ground.ts';
import { liveGround } from './live-ground.ts';
import { CONNECTORS, DIALECTS, OUTSIDERS } from './parts.ts';

export { caseTable } from './table.ts';

/** What the command is told: the CRM's name, where it is, and how to sign in. `settings` go by the names of the connector's sign-in fields. */
export interface Order {
  crm: string;
  origin?: string | undefined;
  token?: string | undefined;
  readOnlyToken?: string | undefined;
  settings: { [name: string]: string };
  readOnlySettings: { [name: string]: string };
  /** Only cases whose name holds this text. */
  only?: string | undefined;
  /** Against our own dialect server. */
  dialect: boolean;
  /** How long a change takes to show, ms; how many records a long pull has. */
  tick: number;
  many?: number | undefined;
}

export interface Verdict {
  name: string;
  verdict: 'ok' | 'failed' | 'not applicable';
  reason: string;
  took: number;
}

/** A run that can be stopped: `end` resolves when everything that was made is removed. */
export interface Conforming {
  verdicts: Promise<Verdict[]>;
  stop(): Promise<void>;
}

export const names = (): string[] => Object.keys(CONNECTORS);

/** Begins to run the cases against a server; throws what is wrong with the order. */
export async function conform(order: Order, tell: (verdict: Verdict) => void): Promise<Conforming> {
  const [connector, openOutsider] = [CONNECTORS[order.crm], OUTSIDERS[order.crm]];
  if (!connector || !openOutsider) throw new Error(`There is no connector "${order.crm}". There are: ${names().join(', ')}.`);
  const server = order.dialect ? await listen((DIALECTS[order.crm] ?? unknownDialect(order.crm))({ now: () => Date.now(), random: Math.random })) : undefined;
  const typed = server?.origin ?? order.origin ?? '';
  const origin = connector.originOf(typed) ?? connector.originOf('');
  if (origin === undefined) throw new Error('--origin URL is missing, or is no address of a server.');
  if (!server && !order.token) throw new Error('--token-file FILE is missing or empty.');
  const missing = server ? [] : connector.signIn.filter(({ name, secret, optional }) => !secret && !optional && !order.settings[name]);
  if (missing.length) throw new Error(`${connector.label} also needs ${missing.map(({ name }) => `--${name}`).join(', ')}.`);

  const signIn = server ? signInAt(connector) : signInOf(connector, order);
  // letters alone: it goes into names, e-mail addresses and domains
  const marker = `Zq${Array.from({ length: 6 }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join('')}`;
  const outsiderToken = connector.signIn.flatMap(({ name, secret }) => (name === 'folder' ? [] : secret ? [signIn.access.secrets[name] ?? ''] : signIn.access.settings[name] ?? [])).join(' ');
  const folder = signIn.access.settings['folder'];
  const how = { wrong: signIn.wrong, ...(signIn.readOnly ? { readOnly: signIn.readOnly } : {}), marker, tick: order.tick, ...(order.many ? { many: order.many } : {}), ...(server ? { reach: server.origin } : {}) };
  const ground = liveGround(connector, (http, at, token) => openOutsider(http, folder ? `${at}/${folder}` : at, token), { origin, ...signIn.access }, outsiderToken, how);

  let isStopped = false;
  const remove = (): Promise<void> => ground.outsider.cleanUp(marker);
  const verdicts = (async () => {
    const told: Verdict[] = [];
    try {
      const known = await prepared(ground);
      for (const [at, one] of CASES.filter(({ name }) => !order.only || name.includes(order.only)).entries()) {
        const mine = `${marker}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(at / 26)]!}${'abcdefghijklmnopqrstuvwxyz'[at % 26]!}`;
        const verdict = await judge(one, untilStopped({ ...ground, known, marker: mine }, () => isStopped), Object.values(signIn.access.secrets));
        if (isStopped) break;
        told.push(verdict);
        tell(verdict);
        await ground.outsider.cleanUp(mine);
      }
      return told;
    } finally {
      if (!isStopped) {
        await remove();
        await server?.close();
      }
    }
  })();
  return {
    verdicts,
    stop: async () => {
      isStopped = true;
      await remove();
      await server?.close();
    },
  };
}

async function judge(one: Case, ground: Ground, secrets: string[]): Promise<Verdict> {
  const start = Date.now();
  const verdict = (of: Verdict['verdict'], reason = ''): Verdict => ({ name: one.name, verdict: of, reason: secrets.reduce((text, secret) => (secret ? text.replaceAll(secret, '<token>') : text), reason).slice(0, 1_000), took: Date.now() - start });
  if (one.needs?.(ground.connector.flags) === false) return verdict('not applicable');
  try {
    await one.run(benchOn(ground));
    return verdict('ok');
  } catch (error) {
    return error instanceof Unsupported ? verdict('not applicable', error.message) : verdict('failed', error instanceof Error ? error.message : String(error));
  }
}

/** Nothing more is asked once the run is stopped: what is made by then is removed, and nothing after it. */
function untilStopped(ground: Ground, isStopped: () => boolean): Ground {
  const never = new Promise<never>(() => undefined);
  const guarded = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => (...args: A): Promise<T> => (isStopped() ? never : work(...args));
  const outsider = Object.fromEntries(Object.entries(ground.outsider).map(([name, work]) => [name, guarded(work as (...args: unknown[]) => Promise<unknown>)])) as unknown as Ground['outsider'];
  return { ...ground, http: guarded(ground.http), outsider };
}

function signInOf(connector: Connector, order: Order): ReturnType<typeof signInAt> | Omit<ReturnType<typeof signInAt>, 'readOnly'> & { readOnly?: undefined } {
  const secrets = (token: string): { [name: string]: string } => Object.fromEntries(connector.signIn.filter(({ secret }) => secret).map(({ name }) => [name, token]));
  const token = order.token ?? '';
  return {
    access: { secrets: secrets(token), settings: order.settings },
    // of the same form, so that it is refused as a token and not as nonsense
    wrong: { secrets: secrets(`${token.slice(0, -4)}${token.endsWith('0000') ? '1111' : '0000'}`) },
    ...(order.readOnlyToken ? { readOnly: { secrets: secrets(order.readOnlyToken), settings: { ...order.settings, ...order.readOnlySettings }, known: {} } } : {}),
  };
}

function unknownDialect(crm: string): never {
  throw new Error(`There is no dialect server of "${crm}".`);
}
