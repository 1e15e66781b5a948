import * as oauth from 'oauth4webapi';
import { statusFailure, words } from '../../crm/answer.ts';
import type { Http } from '../../crm/connector.ts';
import { fail, ok, type Failure, type Result } from '../../domain/failure.ts';
import type { Registration } from '../../domain/sync/connection.ts';

/** What an OAuth sign-in gave. `until` is when the access token ends, epoch ms (0 = it was not said). All of it is secret. */
export interface Tokens {
  access: string;
  refresh: string;
  until: number;
  client: string;
  /** Where the next tokens come from. */
  endpoint: string;
}

/** The browser's part: where the CRM sends the rep back to, and the window in which the rep consents. `ask` answers the address it ended at; null = the rep closed it. */
export interface WebAuth {
  redirect(): string;
  ask(url: string): Promise<string | null>;
}

/** The registration at one origin, kept for the next sign-in there. */
export interface Registry {
  read(): Promise<Registration | undefined>;
  write(registration: Registration | undefined): Promise<void>;
}

/** What to tell the rep of a sign-in that came to nothing: the window was closed, the rep said no, the answer belongs to another sign-in, the server says that it is at `there`. */
export interface SignInTexts {
  closed: string;
  refused: string;
  mixed: string;
  elsewhere(there: string): string;
}

/** Carries a failure of a request through the library. */
class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/**
 * Signs in at the CRM's own page as a public client: discovery, registration unless there is one in `kept`, PKCE with S256. Fails with `wrong-address` where there is
 * no such sign-in or the server says that it is elsewhere, `sign-in` when the rep did not consent.
 */
export function signInByOauth(origin: string, http: Http, web: WebAuth, clock: () => number, texts: SignInTexts, kept: Registry): Promise<Result<Tokens>> {
  return guarded('wrong-address', async () => {
    const options = optionsOf(origin, http, clock);
    const issuer = new URL(origin);
    const told = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' });
    const there = await issuerIn(told.clone());
    if (there !== origin) return fail('wrong-address', there && texts.elsewhere(there));
    const found = await oauth.processDiscoveryResponse(issuer, told);
    // some announce an `iss` in the answer and do not send it; one server, one state and one verifier a sign-in do what it is for
    const { authorization_response_iss_parameter_supported: _announced, ...server } = found;
    const page = URL.canParse(server.authorization_endpoint ?? '') ? new URL(server.authorization_endpoint!) : undefined;
    if (!page || !(page.protocol === 'https:' || isLoopback(page.origin))) return fail('wrong-address');
    const redirect = web.redirect();
    const scope = Array.isArray(server.scopes_supported) ? server.scopes_supported.filter((one) => typeof one === 'string').join(' ') : '';
    const before = await kept.read();
    const known = before?.redirect === redirect && before.scope === scope ? before.client : undefined;
    const client: oauth.Client = known ? { client_id: known } : await oauth.processDynamicClientRegistrationResponse(await oauth.dynamicClientRegistrationRequest(server, {
      client_name: 'Paydirt', redirect_uris: [redirect], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], token_endpoint_auth_method: 'none', ...(scope ? { scope } : {}),
    }, options));
    if (!known) await kept.write({ client: client.client_id, redirect, scope });
    // a CRM that has forgotten us shows a page of its own, which the rep can only close: the next try registers anew
    const ended = async (result: Result<Tokens>): Promise<Result<Tokens>> => {
      if (!result.ok && result.failure.kind === 'sign-in') await kept.write(undefined);
      return result;
    };

    const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
    const asked = {
      client_id: client.client_id, response_type: 'code', redirect_uri: redirect, code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, ...(scope ? { scope } : {}),
    };
    for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value);
    const back = await web.ask(page.href);
    if (back === null) return ended(fail('sign-in', texts.closed));
    const said = new URL(back).searchParams;
    if (!back.startsWith(redirect) || said.get('state') !== state) return fail('sign-in', texts.mixed);
    if (said.get('error') === 'access_denied') return fail('sign-in', texts.refused);
    return ended(await guarded('sign-in', async () => {
      const params = oauth.validateAuthResponse(server, client, said, state);
      const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), params, redirect, verifier, options);
      return ok(tokensOf(await oauth.processAuthorizationCodeResponse(server, client, answer), { client: client.client_id, endpoint: server.token_endpoint ?? '', refresh: '' }, clock()));
    }));
  });
}

/** New tokens for old ones. Fails with `sign-in` when the CRM does not know them any more, `network` when it did not answer. */
export function refreshTokens(origin: string, http: Http, tokens: Tokens, clock: () => number): Promise<Result<Tokens>> {
  return guarded('sign-in', async () => {
    if (!tokens.refresh) return fail('sign-in');
    const server: oauth.AuthorizationServer = { issuer: origin, token_endpoint: tokens.endpoint };
    const client: oauth.Client = { client_id: tokens.client };
    const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh, optionsOf(origin, http, clock));
    return ok(tokensOf(await oauth.processRefreshTokenResponse(server, client, answer), tokens, clock()));
  });
}

/** Is this a server on the rep's own machine? There alone http is good enough. */
export function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).protocol === 'http:' && ['localhost', '127.0.0.1'].includes(new URL(origin).hostname);
}

function tokensOf(answer: oauth.TokenEndpointResponse, before: Pick<Tokens, 'client' | 'endpoint' | 'refresh'>, now: number): Tokens {
  const { client, endpoint } = before;
  return { access: answer.access_token, refresh: answer.refresh_token ?? before.refresh, until: answer.expires_in === undefined ? 0 : now + answer.expires_in * 1_000, client, endpoint };
}

/** The library's requests go the way of all others: to the connection's origin alone, paced, bounded, entered in the ledger. */
function optionsOf(origin: string, http: Http, clock: () => number) {
  return {
    [oauth.allowInsecureRequests]: isLoopback(origin),
    [oauth.customFetch]: async (url: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: unknown }): Promise<Response> => {
      const sent = body === undefined || body === null ? {} : { body: typeof body === 'string' ? body : (body as URLSearchParams).toString() };
      const answer = await http({ method: method as 'GET' | 'POST', url, headers, ...sent });
      if (!answer.ok) throw new Refused(answer.failure);
      const { value } = answer;
      const failure = value.status === 401 || value.status === 403 ? undefined : statusFailure(value, clock(), 60_000);
      if (failure) throw new Refused(failure);
      return new Response([204, 205, 304].includes(value.status) ? null : value.text, { status: value.status, headers: value.headers });
    },
  };
}

/** Where a server says that it is, as an origin; '' when it does not say. */
async function issuerIn(response: Response): Promise<string> {
  const said: unknown = await response.json().catch(() => null);
  const issuer = typeof said === 'object' && said !== null ? String((said as { issuer?: unknown }).issuer) : '';
  return /^https?:/.test(issuer) && URL.canParse(issuer) ? new URL(issuer).origin : '';
}

/** What goes wrong as a failure: `kind` when the answer is none that OAuth knows. */
async function guarded<T>(kind: 'wrong-address' | 'sign-in', work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, failure: error.failure };
    // what they say of tokens and codes tells the rep nothing
    if (error instanceof oauth.WWWAuthenticateChallengeError || (error instanceof oauth.ResponseBodyError && /^invalid_(grant|client)$/.test(error.error))) return fail('sign-in');
    // the CRM's own words, nothing of the request
    if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError) return fail('sign-in', words(error.error_description));
    if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) return fail(kind);
    throw error;
  }
}
