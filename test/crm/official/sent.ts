import type { Dialect, WireRequest } from '../dialect/dialect.ts';

/** A request in the form in which that of an official client and that of ours are compared: byte for byte where it matters, not in order. */
export interface Sent {
  method: string;
  /** Without the query; still encoded. */
  path: string;
  /** Decoded `name=value`, sorted: a query is a set. */
  query: string[];
  /** Media type without parameters; null = no body is announced. */
  contentType: string | null;
  /** The header that says who asks: `authorization: Bearer …` or `x-api-token: …`. */
  credential: string | null;
  body: unknown;
}

export function sent({ method, path, headers, body }: WireRequest): Sent {
  const cut = path.indexOf('?');
  const query = new URLSearchParams(cut < 0 ? '' : path.slice(cut + 1));
  const credential = ['authorization', 'x-api-token'].find((name) => headers[name] !== undefined);
  return {
    method, path: cut < 0 ? path : path.slice(0, cut), query: [...query].map(([name, value]) => `${name}=${value}`).toSorted(),
    // a content type without a body says nothing, and fetch does not send one
    contentType: body === '' ? null : headers['content-type']?.split(';')[0]?.trim() ?? null,
    credential: credential ? `${credential}: ${headers[credential]}` : null, body: body === '' ? null : JSON.parse(body) as unknown,
  };
}

/** A dialect server that remembers what it was sent; `last` is the latest request. */
export function listening(dialect: Dialect): Dialect & { requests: WireRequest[]; last(): Sent } {
  const requests: WireRequest[] = [];
  return {
    ...dialect, requests,
    handle(request) {
      requests.push(request);
      return dialect.handle(request);
    },
    last: () => sent(requests.at(-1)!),
  };
}

/** A clock and a chance that give the same ids every time; a step passes with every look at the clock, so that no limit is met. */
export function sameMeans(step = 300): { now(): number; random(): number; wait(ms: number): void } {
  let now = Date.UTC(2026, 0, 5, 9);
  let seed = 1;
  return {
    now: () => (now += step),
    random: () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647; },
    wait(ms) { now += ms; },
  };
}
