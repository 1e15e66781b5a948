import { connectorOf } from '../../crm/catalog.ts';
import type { Access, Connector, Operations } from '../../crm/connector.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { Connection } from '../../domain/sync/connection.ts';
import type { Mapping } from '../../domain/sync/mapping.ts';
import { keepEntry } from '../../storage/ledger.ts';
import { withBearer } from './bearer.ts';
import { httpOf, type HttpMeans } from './http.ts';
import type { CrmMeans } from './means.ts';
import { refreshTokens, type Tokens } from './oauth.ts';
import { paceOf } from './pace.ts';
import { scrubbed } from './scrub.ts';
import type { Secrets } from './seal.ts';

/** Where and as whom, before anything is kept; `id` names the connection in the ledger (null = a test call before one is kept). */
export interface Account {
  id: string | null;
  connector: Connector;
  origin: string;
  settings: { [name: string]: string };
  known: { [name: string]: string };
  fields: Access['fields'];
  secrets: Secrets;
}

/** What can be done with a kept connection. Fails with `permission` without the origin's permission, `locked` and `sign-in` as its secrets are. */
export async function openConnection(means: CrmMeans, connection: Connection, stop?: AbortSignal): Promise<Result<{ crm: Operations; connector: Connector }>> {
  const connector = connectorOf(connection.connector, means.connectors);
  if (!connector) return fail('invalid', means.t('crm_unknown', connection.connector));
  if (!await means.mayReach(connection.origin)) return fail('permission', means.t('crm_no_permission', new URL(connection.origin).host));
  const secrets = await means.vault.read(connection.id);
  if (!secrets.ok) return secrets;
  const { id, origin, settings, known, mapping } = connection;
  return ok({ connector, crm: operationsOf(means, { id, connector, origin, settings, known, fields: fieldsIn(mapping), secrets: secrets.value }, stop) });
}

/** Operations of an account: its requests, its OAuth tokens kept fresh, its errors without secrets. */
export function operationsOf(means: CrmMeans, account: Account, stop?: AbortSignal): Operations {
  const { connector, origin, settings, known, fields } = account;
  let secrets = account.secrets;
  const hidden = (): string[] => hiddenIn(secrets);
  const plain = httpOf({ origin, hidden: hidden() }, httpMeans(means, account, stop));
  const tokens = tokensIn(connector, secrets);
  const http = !tokens ? plain : withBearer(plain, tokens, async (old) => {
    const fresh = await refreshTokens(origin, plain, old, means.clock);
    if (!fresh.ok) return fresh;
    secrets = withTokens(connector, secrets, fresh.value);
    // a token that cannot be kept serves this run; the next one refreshes again
    if (account.id !== null) await means.vault.keep(account.id, secrets);
    return fresh;
  }, means.clock);
  return scrubbed(connector.open(http, { origin, secrets, settings, known, fields }, means.clock), hidden);
}

/** The values that neither ledger nor errors may show. */
export function hiddenIn(secrets: Secrets): string[] {
  return Object.entries(secrets).flatMap(([name, value]) => (name === 'oauth.endpoint' || name === 'oauth.until' || !value ? [] : [value]));
}

/** What a connection's requests need; the pace is one for all connections to the same place. */
export function httpMeans(means: CrmMeans, { id, connector, origin }: Pick<Account, 'id' | 'connector' | 'origin'>, stop?: AbortSignal): HttpMeans {
  const place = `${connector.name} ${origin}`;
  const pace = means.paces.get(place) ?? paceOf(connector.flags, means.clock, means.pause);
  means.paces.set(place, pace);
  return {
    fetch: means.fetch, clock: means.clock, pace,
    deadline: (ms) => (stop ? AbortSignal.any([stop, means.deadline(ms)]) : means.deadline(ms)),
    record: async (entry) => {
      // a ledger that cannot be written must not stop the sync
      await keepEntry(means.book, { ...entry, connection: id ?? '' }).catch(means.report);
    },
  };
}

/** An OAuth sign-in among secrets: the access token has the name of the connector's own token, the rest begin with `oauth.`. */
export function withTokens(connector: Connector, secrets: Secrets, { access, refresh, until, client, endpoint }: Tokens): Secrets {
  return { ...secrets, [tokenName(connector)]: access, 'oauth.refresh': refresh, 'oauth.until': String(until), 'oauth.client': client, 'oauth.endpoint': endpoint };
}

function tokensIn(connector: Connector, secrets: Secrets): Tokens | undefined {
  const { 'oauth.refresh': refresh, 'oauth.client': client, 'oauth.endpoint': endpoint, 'oauth.until': until } = secrets;
  const access = secrets[tokenName(connector)];
  return access && client && endpoint ? { access, refresh: refresh ?? '', until: Number(until) || 0, client, endpoint } : undefined;
}

function tokenName({ signIn }: Connector): string {
  return signIn.find(({ secret }) => secret)?.name ?? 'token';
}

function fieldsIn(mapping: Mapping): Access['fields'] {
  return Object.fromEntries(Object.entries(mapping).map(([kind, fields]) => [kind, fields.map(({ theirs }) => theirs)]));
}
