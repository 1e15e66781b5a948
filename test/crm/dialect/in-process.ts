import type { Http } from '../../../src/crm/connector.ts';
import { ok } from '../../../src/domain/failure.ts';
import type { Dialect } from './dialect.ts';

/** A connector's way to a dialect server without a network: requests go straight to `handle`. */
export function inProcess(dialect: Dialect, origin: string): Http {
  return ({ method, url, headers = {}, body = '' }) => {
    if (!url.startsWith(`${origin}/`)) throw new Error(`a request to another place: ${url}`);
    const small = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const answer = dialect.handle({ method, path: url.slice(origin.length), headers: small, body });
    return Promise.resolve(ok({ status: answer.status, headers: answer.headers, text: answer.body }));
  };
}
