import type { OpenDialect, WireAnswer, WireRequest } from './dialect.ts';
import { Fault } from './odoo/fault.ts';
import { installed } from './odoo/seed.ts';
import { serve } from './odoo/rpc.ts';

/** Of simultaneous loads of one external id this one lost: nothing is written, the answer says so among its messages. */
const conflict = 'load-conflict';
/** The next transaction that writes began 90 s before it ended: its records come with a write_date in the past. */
const late = 'late-commit';

/** Odoo 16 with Contacts, CRM, Project and Email Marketing; one database, "odoo16". */
const openOdoo: OpenDialect = (means) => {
  let database = installed(means);
  let conflicts = 0;
  const lost = (): boolean => conflicts > 0 && conflicts-- > 0;
  return {
    races: [conflict, late],
    force(race) {
      if (race === conflict) conflicts++;
      else if (race === late) database.late = true;
      else throw new Error(`Odoo has no race called ${race}`);
    },
    reset() {
      database = installed(means);
      conflicts = 0;
    },
    handle(request) {
      const date = new Date(means.now()).toUTCString();
      const [path] = request.path.split('?');
      const answer = path === '/jsonrpc' ? rpc(request, (service, method, args) => serve(database, service, method, args, lost)) : page(request.method, path ?? '/');
      return { ...answer, headers: { ...answer.headers, date } };
    },
  };
};

export default openOdoo;

function rpc(request: WireRequest, run: (service: unknown, method: unknown, args: unknown[]) => unknown): WireAnswer {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim();
  if (request.method !== 'POST' || !/^application\/json(-rpc)?$/.test(type)) {
    return html(400, '400 Bad Request', 'Request inferred type is compatible with [&#39;http&#39;] but &#39;/jsonrpc&#39; is type=&#39;json&#39;.');
  }
  let body: { id?: unknown; params?: { service?: unknown; method?: unknown; args?: unknown } };
  try {
    body = JSON.parse(request.body) as typeof body;
  } catch {
    return html(400, '400 Bad Request', 'Invalid JSON data');
  }
  const head = { jsonrpc: '2.0', id: body.id ?? null };
  try {
    const result = run(body.params?.service, body.params?.method, Array.isArray(body.params?.args) ? body.params.args : []);
    // a method that returns nothing leaves no result at all
    return json(200, { ...head, ...(result === undefined ? {} : { result }) }, 'application/json; charset=utf-8');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const data = { name: error.exception, debug: 'Traceback (most recent call last):\n  File "/opt/odoo/http.py", line 1, in dispatch\n', message: error.message, arguments: [error.message], context: {} };
    return json(200, { ...head, error: { code: 200, message: 'Odoo Server Error', data } }, 'application/json; charset=utf-8');
  }
}

function page(method: string, path: string): WireAnswer {
  if (path === '/web/health') return json(200, { status: 'pass' }, 'application/json');
  if (path === '/' || path === '/web') {
    const to = path === '/' ? '/web' : '/web/login';
    const answer = html(303, 'Redirecting...', `You should be redirected automatically to the target URL: <a href="${to}">${to}</a>`);
    return { ...answer, headers: { ...answer.headers, location: to } };
  }
  if (path === '/web/login' && method === 'GET') return html(200, 'Odoo', 'Log in');
  return html(404, 'Page not found', 'The page you were looking for does not exist.');
}

function json(status: number, body: unknown, type: string): WireAnswer {
  return { status, headers: { 'content-type': type }, body: JSON.stringify(body) };
}

function html(status: number, title: string, text: string): WireAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<!doctype html>\n<html lang=en>\n<title>${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n` };
}
