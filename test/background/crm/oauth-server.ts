import { createHash } from 'node:crypto';

/** A sign-in server with discovery, registration, PKCE and refresh, as far as a public client needs it. `origin` is where it says it is. */
export function oauthServer(origin: string) {
  const clients = new Map<string, string[]>();
  const codes = new Map<string, { challenge: string; client: string; redirect: string }>();
  const refresh = new Map<string, string>();
  const seen: { path: string; body: string }[] = [];
  let count = 0;
  let life: number | undefined = 1_800;
  const meta = {
    issuer: origin, authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/oauth/token`, registration_endpoint: `${origin}/oauth/register`, scopes_supported: ['api', 'profile'],
    response_types_supported: ['code'], code_challenge_methods_supported: ['S256'], authorization_response_iss_parameter_supported: true,
  };
  const json = (status: number, body: object): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
  const refused = (words: string): Response => json(400, { error: 'invalid_grant', error_description: words });
  const tokens = (client: string): Response => {
    const number = ++count;
    refresh.set(`refresh-${number}`, client);
    return json(200, { access_token: `access-${number}`, token_type: 'Bearer', expires_in: life, refresh_token: `refresh-${number}`, scope: 'api profile' });
  };
  return {
    meta, clients, seen,
    /** How long the next access tokens live, s; undefined = it does not say. */
    lifeOf: (seconds: number | undefined): void => { life = seconds; },
    forget: (): void => refresh.clear(),
    answer: (url: string, body = ''): Response => {
      const { pathname } = new URL(url);
      seen.push({ path: pathname, body });
      if (pathname === '/.well-known/oauth-authorization-server') return json(200, meta);
      if (pathname === '/oauth/register') {
        const asked = JSON.parse(body) as { redirect_uris: string[]; token_endpoint_auth_method: string };
        const client_id = `client-${clients.size + 1}`;
        clients.set(client_id, asked.redirect_uris);
        return json(201, { ...asked, client_id });
      }
      if (pathname !== '/oauth/token') return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
      const form = new URLSearchParams(body);
      if (form.get('grant_type') === 'refresh_token') return refresh.get(form.get('refresh_token') ?? '') === form.get('client_id') ? tokens(form.get('client_id')!) : refused('Invalid or expired refresh token');
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      if (!code || code.client !== form.get('client_id') || code.redirect !== form.get('redirect_uri')) return refused('Authorization code not found');
      const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
      return challenge === code.challenge ? tokens(code.client) : refused('Code verifier does not match the code challenge');
    },
    /** The rep consents: the address that the browser ends at. */
    consent: (url: string): string => {
      const { searchParams } = new URL(url);
      const [client, redirect, challenge, state] = ['client_id', 'redirect_uri', 'code_challenge', 'state'].map((name) => searchParams.get(name) ?? '') as [string, string, string, string];
      if (!clients.get(client)?.includes(redirect) || searchParams.get('code_challenge_method') !== 'S256') throw new Error('no such client');
      const code = `code-${++count}`;
      codes.set(code, { challenge, client, redirect });
      return `${redirect}?${new URLSearchParams({ code, state })}`;
    },
  };
}
