import type { Dialect, OpenDialect, WireAnswer, WireRequest } from './dialect.ts';
import { convert, massAction, merge } from './espocrm/action.ts';
import { fieldManager, history, restore, updateEntity } from './espocrm/admin.ts';
import { appUser, metadata, translations } from './espocrm/describe.ts';
import { CLOSED, isEntity } from './espocrm/entity.ts';
import { runImport, showImport, upload } from './espocrm/import.ts';
import { readSearch } from './espocrm/query.ts';
import { change, erase, list, make, read, type Manner } from './espocrm/record.ts';
import { relateRecords, showLinked } from './espocrm/relation.ts';
import { linked } from './espocrm/show.ts';
import { emptyState, type State } from './espocrm/state.ts';
import { demand, may, signIn, type Who } from './espocrm/who.ts';
import { done, page, refused, Refusal, shut } from './espocrm/wire.ts';

const API = '/api/v1';
/** Longest request line that the web server in front takes. */
const LONGEST_LINE = 8190;

const NOT_FOUND = '404 Not Found';
const unknownRoute = (): WireAnswer => page(404, NOT_FOUND, 'framework');

/** The body as an object; what is not sent as JSON is not read, what is no JSON breaks the server. */
function bodyOf({ headers, body }: WireRequest): Record<string, unknown> {
  if (body === '' || !headers['content-type']?.startsWith('application/json')) return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    throw new Refusal(500);
  }
}

function entityRequest(state: State, request: WireRequest, steps: string[], query: string, who: Who): unknown {
  const [type, id, link] = steps as [string, string?, string?];
  if (!isEntity(type)) {
    if (!CLOSED.has(type)) throw new Refusal(404, `Controller '${type}' does not exist.`);
    demand(who, type, request.method === 'GET' ? 'read' : 'create');
    return { total: 0, list: [] };
  }
  const { method, headers } = request;
  const manner: Manner = { skipDuplicates: headers['x-skip-duplicate-check'] === 'true', version: headers['x-version-number'], noTotal: headers['x-no-total'] === 'true' };
  if (id === undefined) {
    if (method === 'GET') return list(state, type, readSearch(query), who, manner);
    if (method === 'POST') return make(state, type, bodyOf(request), who, manner);
    return undefined;
  }
  if (link === undefined) {
    if (method === 'GET') return read(state, type, id, who);
    if (method === 'PUT' || method === 'PATCH') return change(state, type, id, bodyOf(request), who, manner);
    if (method === 'DELETE') return erase(state, type, id, who);
    return undefined;
  }
  demand(who, type, 'read');
  const row = linked(state, type, id);
  if (!row) throw new Refusal(404, `Record ${id} not found.`);
  if (method === 'GET') return showLinked(state, row, link, readSearch(query), who);
  return method === 'POST' || method === 'DELETE' ? relateRecords(state, row, link, bodyOf(request), method === 'POST', who) : undefined;
}

/** Everything that is no plain record. undefined: not one of these. */
function special(state: State, request: WireRequest, steps: string[], query: string, who: Who): { answer: unknown } | undefined {
  const route = `${request.method} ${steps.join('/')}`;
  switch (route) {
    case 'GET App/user': return { answer: appUser(who) };
    case 'GET App/about': return { answer: { text: '', version: '9.1.7' } };
    case 'GET I18n': return { answer: translations(state) };
    case 'GET Metadata': return { answer: metadata(state, new URLSearchParams(query).get('key')) };
    case 'POST Import/file': return { answer: upload(state, request.body) };
    case 'POST Import': return { answer: runImport(state, bodyOf(request), who) };
    case 'POST Action': return { answer: merge(state, bodyOf(request), who) };
    case 'POST MassAction': return { answer: massAction(state, bodyOf(request), who) };
    case 'POST Lead/action/convert': return { answer: convert(state, bodyOf(request), who) };
    case 'POST EntityManager/action/updateEntity': return { answer: updateEntity(state, bodyOf(request), who) };
    case 'POST Admin/rebuild': if (!who.admin) throw new Refusal(403, ''); return { answer: true };
    case 'GET ActionHistoryRecord': demand(who, 'ActionHistoryRecord', 'read'); return { answer: history(state, readSearch(query), who) };
    default:
  }
  const [first, second, third, fourth] = steps;
  if (first === 'Admin' && second === 'fieldManager' && third !== undefined) return { answer: fieldManager(state, request.method, third, fourth, bodyOf(request), who) };
  if (first === 'Import' && second !== undefined && request.method === 'GET') return { answer: showImport(state, second, third, readSearch(query)) };
  if (first !== undefined && isEntity(first) && second === 'action' && third === 'restoreDeleted') return { answer: restore(state, first, bodyOf(request)['id'], who) };
  return undefined;
}

function answer(state: State, request: WireRequest): WireAnswer {
  const { method, path } = request;
  if (method.length + path.length + ' HTTP/1.1 '.length > LONGEST_LINE) return page(414, '414 Request-URI Too Long', 'web server');
  const mark = path.indexOf('?');
  const plain = mark < 0 ? path : path.slice(0, mark);
  const query = mark < 0 ? '' : path.slice(mark + 1);
  if (!plain.startsWith(`${API}/`)) return page(404, NOT_FOUND, 'web server');
  const steps = plain.slice(API.length + 1).split('/').map(decodeURIComponent);
  // no CORS: the framework's page, with status 200, is all that a preflight gets
  if (method === 'OPTIONS') return page(200, '405 Method Not Allowed', 'framework', { allow: steps.length === 1 ? 'GET, POST' : 'GET, DELETE, PUT, PATCH' });
  if (steps.length > 4 || steps.length === 4 && steps[0] !== 'Admin') return unknownRoute();
  if (steps[0] === '') return done('EspoCRM REST API');
  const who = signIn(state, request);
  if ('status' in who) return who;
  if (steps[0] === 'EmailAddress' && !may(who, 'Email', 'read')) return { ...shut(403), headers: { ...shut(403).headers, 'x-status-reason': '' } };
  const found = special(state, request, steps, query, who) ?? { answer: entityRequest(state, request, steps, query, who) };
  return found.answer === undefined ? page(405, '405 Method Not Allowed', 'framework') : done(found.answer);
}

/**
 * EspoCRM 9.1.7 in memory, as far as contacts, accounts, leads, tasks, notes, target lists, imports and what an administrator sets up for a connector go.
 * Races: "both-created": a creation that is a duplicate goes through, as when both were sent at once; "address-not-yet-linked": the records in the next 409 show no e-mail address.
 */
const open: OpenDialect = (means): Dialect => {
  let state = emptyState(means);
  const races = ['both-created', 'address-not-yet-linked'] as const;
  return {
    races,
    handle(request) {
      let said: WireAnswer;
      try {
        said = answer(state, request);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        said = refused(error);
      }
      return { ...said, headers: { date: new Date(means.now()).toUTCString(), ...said.headers } };
    },
    reset: () => { state = emptyState(means); },
    force(race) {
      if (!(races as readonly string[]).includes(race)) throw new Error(`EspoCRM has no race "${race}".`);
      state.forced.add(race);
    },
  };
};

export default open;
