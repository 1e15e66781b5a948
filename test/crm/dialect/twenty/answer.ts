import { createHash } from 'node:crypto';
import type { WireAnswer, WireRequest } from '../dialect.ts';

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'WWW-Authenticate' };
const early = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE', 'access-control-allow-headers': 'Origin, X-Requested-With, Content-Type, Accept' };
const utf8 = { 'content-type': 'application/json; charset=utf-8' };

/** An answer in JSON with the tag that covers its body; `text` is the body already written. */
export function json(status: number, text: string, more: Record<string, string> = {}): WireAnswer {
  return { status, headers: tagged({ ...open, ...utf8, ...more }, text), body: text };
}

/** An answer of the sign-in layer and of GraphQL: no tag; `charset` as the server writes it there. */
export const untagged = (status: number, body: unknown, charset: boolean): WireAnswer =>
  ({ status, headers: { ...open, 'content-type': charset ? utf8['content-type'] : 'application/json' }, body: JSON.stringify(body) });

/** An answer from before the application is reached: broken JSON, too large a body, no such path. */
export const outside = (status: number, body: unknown): WireAnswer => {
  const text = JSON.stringify(body);
  return { status, headers: tagged({ ...early, ...utf8 }, text), body: text };
};

/** The answer to a preflight: everything is allowed. */
export const preflight = (request: WireRequest): WireAnswer => ({
  status: 204,
  headers: { ...open, 'access-control-allow-methods': early['access-control-allow-methods'], vary: 'Access-Control-Request-Headers', 'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '', 'content-length': '0' },
  body: '',
});

const page = '<!doctype html>\n<html lang="en">\n  <head>\n    <meta charset="UTF-8" />\n    <title>CRM</title>\n  </head>\n  <body><div id="root"></div></body>\n</html>\n';

/** The web app, which answers every GET that is not of the API. */
export const webApp = (): WireAnswer =>
  ({ status: 200, headers: tagged({ ...open, 'cache-control': 'public, max-age=0', 'last-modified': 'Sat, 21 Nov 2026 21:29:38 GMT', 'content-type': 'text/html; charset=utf-8' }, page), body: page });

/** Sends the browser to another address. */
export const redirect = (location: string): WireAnswer => ({ status: 302, headers: { location }, body: '' });

/** 304 without a body where the caller has the same body already. */
export function unlessKnown(request: WireRequest, answer: WireAnswer): WireAnswer {
  const known = request.headers['if-none-match'];
  if (known === undefined || request.method !== 'GET' || answer.status !== 200 || answer.headers['etag'] !== known) return answer;
  return { status: 304, headers: { ...open, etag: known }, body: '' };
}

// The tag is made only when somebody looks at it: hashing would cost a simulation more than the answer itself.
function tagged(headers: Record<string, string>, body: string): Record<string, string> {
  return Object.defineProperty(headers, 'etag', {
    enumerable: true,
    configurable: true,
    get: () => `W/"${Buffer.byteLength(body).toString(16)}-${createHash('sha1').update(body).digest('base64').slice(0, 27)}"`,
  });
}
