import type { Dialect, DialectMeans, OpenDialect, WireAnswer, WireRequest } from './dialect.ts';
import { access, openBucket, refuse, type Access, type NoAccess } from './twenty/access.ts';
import { json, outside, preflight, unlessKnown, untagged, webApp } from './twenty/answer.ts';
import { metadata } from './twenty/metadata.ts';
import { openOAuth } from './twenty/oauth.ts';
import { graphql, who } from './twenty/query.ts';
import { Refused } from './twenty/refused.ts';
import { rest } from './twenty/rest.ts';
import { openStore } from './twenty/store.ts';

/** What simultaneous requests can lead to: an upsert that finds its record just made by another, and a link that runs before its note. */
const races = ['upsert-loses', 'link-before-note'] as const;

const largestBody = 10 * 1024 * 1024;

/** A workspace of Twenty 2.21: REST, GraphQL, the description of the data and OAuth; people and companies have the unique text field `externalKey`. */
const openTwenty: OpenDialect = (means) => {
  const forced = new Set<string>();
  let server = openServer(means, forced);
  const dialect: Dialect = {
    handle(request) {
      const answer = unlessKnown(request, server(request));
      answer.headers['date'] = date(means.now());
      return answer;
    },
    reset() {
      forced.clear();
      server = openServer(means, forced);
    },
    races,
    force(race) {
      if (!races.includes(race as (typeof races)[number])) throw new Error(`no such race: ${race}`);
      forced.add(race);
    },
  };
  return dialect;
};

export default openTwenty;

let second = Number.NaN;
let text = '';

// Many answers fall into one second, and writing a date takes long.
function date(now: number): string {
  if (Math.floor(now / 1000) === second) return text;
  second = Math.floor(now / 1000);
  text = new Date(now).toUTCString();
  return text;
}

function openServer(means: DialectMeans, forced: Set<string>): (request: WireRequest) => WireAnswer {
  const store = openStore(means);
  const bucket = openBucket(means);
  const oauth = openOAuth(means, store.newId);
  const parts = { store, take: bucket.take, lost: () => forced.delete('upsert-loses'), linkFirst: () => forced.delete('link-before-note') };

  const api = (request: WireRequest, path: string, query: URLSearchParams, body: unknown, granted: Access | NoAccess | undefined): WireAnswer => {
    if (!granted || 'message' in granted) return refuse(granted);
    const call = { method: request.method, path: path.slice('/rest/'.length).split('/'), query, body };
    try {
      return call.path[0] === 'metadata' ? metadata(call, store, granted) : rest(call, { ...parts, who: granted });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return json(error.status, JSON.stringify(error.body));
    }
  };

  return (request) => {
    if (request.method === 'OPTIONS') return preflight(request);
    const [path = '/', ...search] = request.path.split('?');
    const query = new URLSearchParams(search.join('?'));
    if (request.body.length > largestBody) return { ...outside(500, 'request entity too large') };
    const body = readBody(request);
    if (body instanceof SyntaxError) return outside(400, { message: body.message, error: 'Bad Request', statusCode: 400 });
    const signIn = oauth.answer(request, path, query, () => (typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}));
    if (signIn) return signIn;
    if (path.startsWith('/rest/')) return api(request, path, query, body, access(request, oauth.bearer));
    if (request.method === 'POST' && (path === '/metadata' || path === '/graphql')) {
      const granted = access(request, oauth.bearer);
      if (granted && 'message' in granted) return refuseQuery(granted);
      return path === '/metadata' ? who(body, granted) : graphql(body, granted, parts);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return outside(404, { message: `Cannot ${request.method} ${path}`, error: 'Not Found', statusCode: 404 });
    if (path === '/healthz') return json(200, JSON.stringify({ status: 'ok', info: {}, error: {}, details: {} }), { 'cache-control': 'no-cache, no-store, must-revalidate' });
    if (path === '/client-config') return json(200, JSON.stringify(clientConfig(request.headers['host'] ?? 'crm.example.com')));
    return webApp();
  };
}

function readBody(request: WireRequest): unknown {
  if (request.body === '') return undefined;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(request.body));
  if (!type.startsWith('application/json')) return request.body;
  try {
    return JSON.parse(request.body);
  } catch (error) {
    const { message } = error as SyntaxError;
    const at = /at position (\d+)$/.exec(message)?.[1];
    const before = request.body.slice(0, Number(at)).split('\n');
    // newer engines than the oldest one supported here name line and column as well
    return new SyntaxError(at === undefined ? message : `${message} (line ${before.length} column ${before.at(-1)!.length + 1})`);
  }
}

const refuseQuery = ({ message, error }: NoAccess): WireAnswer =>
  untagged(200, { errors: [{ message, extensions: { userFriendlyMessage: { id: 'z+7x/s', message: 'You must be authenticated to perform this action.' }, subCode: error, code: error } }] }, false);

const clientConfig = (host: string): Record<string, unknown> => ({
  authProviders: { google: false, magicLink: false, password: true, microsoft: false, sso: [] },
  isMultiWorkspaceEnabled: false, defaultSubdomain: 'app', frontDomain: host.replace(/:\d+$/, ''), api: { mutationMaximumAffectedRecords: 100 },
});
