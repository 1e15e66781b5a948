import type { OpenDialect } from '../dialect/dialect.ts';
import type { Fetch, Outsider } from './outsider.ts';

const ORIGIN = 'https://crm.test';

/** A colleague (token `other`) in an empty dialect server whose clock moves `tick` ms with every look, and `ask`, a request of our own with these headers: its answer read from JSON, null where there is none. */
export function officeOf(open: OpenDialect, outsider: (fetch: Fetch, origin: string, token: string) => Outsider, { headers, other, tick }: { headers: Record<string, string>; other: string; tick: number }): { ola: Outsider; ask: (method: string, path: string, body?: unknown) => any } { // oxlint-disable-line typescript/no-explicit-any -- answers are looked at, not used
  let now = Date.UTC(2026, 0, 5);
  const crm = open({ now: () => (now += tick), random: () => 0.5 });
  return {
    ask(method, path, body) {
      const { body: text } = crm.handle({ method, path, headers, body: body === undefined ? '' : JSON.stringify(body) });
      return text === '' ? null : JSON.parse(text);
    },
    ola: outsider((url, { method, headers: sent, body = '' }) => {
      const answer = crm.handle({ method, path: url.replace(ORIGIN, ''), headers: sent, body });
      return Promise.resolve({ status: answer.status, headers: answer.headers, text: answer.body });
    }, ORIGIN, other),
  };
}
