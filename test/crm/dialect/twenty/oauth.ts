import { createHash } from 'node:crypto';
import type { DialectMeans, WireAnswer, WireRequest } from '../dialect.ts';
import type { Access } from './access.ts';
import { json, outside, redirect, webApp } from './answer.ts';

interface Client {
  id: string;
  name: string;
  redirects: string[];
  grants: string[];
  responses: string[];
  method: string;
  scope: string;
  issued: number;
}

interface Grant {
  client: string;
  redirect: string;
  challenge: string;
  scope: string;
  used: boolean;
}

/** Sign-in for public clients: discovery, registration, a user who consents at once, codes with PKCE, refresh. */
export interface OAuth {
  answer(request: WireRequest, path: string, query: URLSearchParams, fields: () => Record<string, unknown>): WireAnswer | undefined;
  bearer(token: string): Access | 'expired' | undefined;
}

const lifetime = 1800;
const noStore = { 'cache-control': 'no-store' };
const grants = ['authorization_code', 'client_credentials', 'refresh_token'];
const everything: Access = { read: true, write: true, describe: true, limited: false, user: true };

const refusal = (status: number, error: string, description: string, more: Record<string, string> = {}): WireAnswer => json(status, JSON.stringify({ error, error_description: description }), more);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);

/** Opens the sign-in of an empty server. */
export function openOAuth(means: DialectMeans, newId: () => string): OAuth {
  const clients = new Map<string, Client>();
  const codes = new Map<string, Grant>();
  const accesses = new Map<string, number>();
  const refreshes = new Map<string, { client: string; scope: string }>();
  const secret = (kind: string): string => `${kind}${newId()}${newId()}`.replaceAll('-', '');

  const issue = (client: string, scope: string): WireAnswer => {
    const [accessToken, refreshToken] = [secret('eyJ'), secret('eyJ')];
    accesses.set(accessToken, means.now() + lifetime * 1000);
    refreshes.set(refreshToken, { client, scope });
    return json(200, JSON.stringify({ access_token: accessToken, token_type: 'Bearer', expires_in: lifetime, refresh_token: refreshToken, scope }), noStore);
  };

  const register = (fields: Record<string, unknown>, origin: string): WireAnswer => {
    const name = fields['client_name'];
    if (typeof name !== 'string' || name.length > 256) {
      return outside(400, { message: ['client_name must be shorter than or equal to 256 characters', ...(typeof name === 'string' ? [] : ['client_name must be a string'])], error: 'Bad Request', statusCode: 400 });
    }
    const redirects = texts(fields['redirect_uris']) ?? [];
    if (redirects.length === 0) return refusal(400, 'invalid_client_metadata', 'At least one redirect_uri is required');
    const insecure = redirects.find((uri) => !/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(uri));
    if (insecure !== undefined) return refusal(400, 'invalid_client_metadata', `Redirect URIs must use HTTPS (except localhost) or an allowed custom scheme: ${insecure}`);
    const client: Client = {
      id: newId(), name, redirects, grants: texts(fields['grant_types']) ?? ['authorization_code'], responses: texts(fields['response_types']) ?? ['code'],
      method: text(fields['token_endpoint_auth_method']) || 'none', scope: text(fields['scope']) || 'api profile', issued: Math.floor(means.now() / 1000),
    };
    clients.set(client.id, client);
    return json(201, JSON.stringify({ ...shown(client, origin), client_id_issued_at: client.issued }), noStore);
  };

  const authorize = (query: URLSearchParams): WireAnswer => {
    const client = clients.get(query.get('client_id') ?? '');
    const to = query.get('redirect_uri') ?? '';
    if (!client || !client.redirects.includes(to) || query.get('code_challenge_method') !== 'S256') return webApp();
    const code = secret('');
    codes.set(code, { client: client.id, redirect: to, challenge: query.get('code_challenge') ?? '', scope: query.get('scope') ?? client.scope, used: false });
    const state = query.get('state');
    return redirect(`${to}?code=${code}${state === null ? '' : `&state=${encodeURIComponent(state)}`}`);
  };

  const token = (fields: Record<string, unknown>): WireAnswer => {
    const kind = text(fields['grant_type']);
    if (!grants.includes(kind)) return refusal(400, 'unsupported_grant_type', `The provided grant_type is not supported. Supported values: ${grants.join(', ')}`, noStore);
    const client = clients.get(text(fields['client_id']));
    if (!client) return refusal(401, 'invalid_client', 'Client not found', noStore);
    if (kind === 'client_credentials') return refusal(401, 'invalid_client', 'Client authentication failed', noStore);
    if (kind === 'refresh_token') {
      // the old refresh token stays valid, whatever was revoked
      const known = refreshes.get(text(fields['refresh_token']));
      return known?.client === client.id ? issue(client.id, known.scope) : refusal(400, 'invalid_grant', 'Invalid or expired refresh token', noStore);
    }
    const grant = codes.get(text(fields['code']));
    if (!grant || grant.client !== client.id) return refusal(400, 'invalid_grant', 'Authorization code not found', noStore);
    if (grant.used) return refusal(400, 'invalid_grant', 'Authorization code has already been used', noStore);
    if (grant.redirect !== text(fields['redirect_uri'])) return refusal(400, 'invalid_grant', 'redirect_uri does not match the one used in the authorization request', noStore);
    if (createHash('sha256').update(text(fields['code_verifier'])).digest('base64url') !== grant.challenge) {
      return refusal(400, 'invalid_grant', 'Code verifier does not match the code challenge', noStore);
    }
    grant.used = true;
    return issue(client.id, grant.scope);
  };

  return {
    bearer(given) {
      const until = accesses.get(given);
      if (until === undefined) return undefined;
      return means.now() < until ? everything : 'expired';
    },
    answer({ method, headers }, path, query, fields) {
      const origin = `${headers['x-forwarded-proto'] ?? (/^(127\.|localhost)/.test(headers['host'] ?? '') ? 'http' : 'https')}://${headers['host'] ?? 'crm.example.com'}`;
      const known = /^\/oauth\/register\/([^/]+)$/.exec(path)?.[1];
      if (known !== undefined && method === 'GET') {
        const client = clients.get(known);
        return client ? json(200, JSON.stringify(shown(client, origin)), noStore) : refusal(404, 'invalid_client', 'Client not found');
      }
      switch (`${method} ${path}`) {
        case 'GET /.well-known/oauth-authorization-server': return json(200, JSON.stringify(discovery(origin)));
        case 'GET /.well-known/oauth-protected-resource':
          return json(200, JSON.stringify({ resource: origin, authorization_servers: [origin], scopes_supported: ['api', 'profile'], bearer_methods_supported: ['header'] }));
        case 'POST /oauth/register': return register(fields(), origin);
        case 'GET /authorize': return authorize(query);
        case 'POST /oauth/token': return token(fields());
        case 'POST /oauth/revoke': return json(200, '{}', noStore);
        default: return undefined;
      }
    },
  };
}

const shown = (client: Client, origin: string): Record<string, unknown> => ({
  client_id: client.id, client_name: client.name, redirect_uris: client.redirects, grant_types: client.grants, response_types: client.responses,
  token_endpoint_auth_method: client.method, scope: client.scope, registration_client_uri: `${origin}/oauth/register/${client.id}`,
});

const discovery = (origin: string): Record<string, unknown> => ({
  issuer: origin, authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/oauth/token`, registration_endpoint: `${origin}/oauth/register`, revocation_endpoint: `${origin}/oauth/revoke`,
  introspection_endpoint: `${origin}/oauth/introspect`, scopes_supported: ['api', 'profile'], response_types_supported: ['code'], response_modes_supported: ['query'], grant_types_supported: grants,
  code_challenge_methods_supported: ['S256'], token_endpoint_auth_methods_supported: ['client_secret_post', 'none'], revocation_endpoint_auth_methods_supported: ['client_secret_post'],
  introspection_endpoint_auth_methods_supported: ['client_secret_post'], authorization_response_iss_parameter_supported: true,
});
