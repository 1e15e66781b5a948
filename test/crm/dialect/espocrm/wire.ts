import type { WireAnswer } from '../dialect.ts';

/** A refusal on its way out: HTTP status, the text of X-Status-Reason (undefined: the header is not sent) and sometimes a body. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly reason?: string, readonly body?: unknown) {
    super(reason ?? String(status));
  }
}

/** "Field validation failure" as the server words it. */
export function invalid(entity: string, field: string, type: string): Refusal {
  return new Refusal(400, `Field validation failure; entityType: ${entity}, field: ${field}, type: ${type}.`, { messageTranslation: { label: 'validationFailure', scope: null, data: { field, type } } });
}

const JSON_TYPE = 'application/json';

export function done(body: unknown): WireAnswer {
  return { status: 200, headers: { 'content-type': JSON_TYPE, 'x-app-timestamp': '1800000000' }, body: JSON.stringify(body) };
}

/** Most refusals have an empty body and their text in a header. */
export function refused({ status, reason, body }: Refusal): WireAnswer {
  const headers: Record<string, string> = { 'content-type': JSON_TYPE };
  // a header cannot carry what is not Latin
  if (reason !== undefined) headers['x-status-reason'] = reason.replace(/[^\x20-\x7e]/g, '?');
  return { status, headers, body: body === undefined ? '' : JSON.stringify(body) };
}

/** An answer of the sign-in: no body, no reason, typed as a page. */
export function shut(status: number, headers: Record<string, string> = {}): WireAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body: '' };
}

/** A page of the framework ("slim") or of the web server in front of it. */
export function page(status: number, title: string, from: 'framework' | 'web server', headers: Record<string, string> = {}): WireAnswer {
  const type = from === 'framework' ? 'text/html;charset=UTF-8' : 'text/html; charset=iso-8859-1';
  return { status, headers: { 'content-type': type, ...headers }, body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>` };
}
