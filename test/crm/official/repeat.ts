import { listen, type Dialect } from '../dialect/dialect.ts';
import { listening, type Sent } from './sent.ts';

/** How an official client makes a request: by method and path; `found` are the groups of the pattern. */
export type Way<Client> = [method: string, path: RegExp, make: (client: Client, found: string[], query: URLSearchParams, body: any) => Promise<unknown>]; // oxlint-disable-line typescript/no-explicit-any -- a body goes into the client as it was read off the wire

/** A server that listens and knows nothing. */
const deaf: Dialect = { handle: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"results":[],"data":[]}' }), reset() {}, races: [], force() {} };

/** Lets an official client make each of these requests again: what it sends then. Throws where it has no way to. */
export async function repeat<Client>(requests: readonly Sent[], ways: readonly Way<Client>[], clientAt: (origin: string) => Client): Promise<Sent[]> {
  const server = listening(deaf);
  const { origin, close } = await listen(server);
  const client = clientAt(origin);
  try {
    const again: Sent[] = [];
    for (const { method, path, query, body } of requests) {
      const way = ways.find(([its, pattern]) => its === method && pattern.test(path));
      if (!way) throw new Error(`the official client has no ${method} ${path}`);
      const found = way[1].exec(path)!.slice(1).map(decodeURIComponent);
      // only what it sends counts: the answer says nothing to it
      await way[2](client, found, new URLSearchParams(query.map((one) => one.split(/=(.*)/s).slice(0, 2))), structuredClone(body)).catch(() => null);
      again.push(server.last());
    }
    if (server.requests.length !== requests.length) throw new Error(`${server.requests.length} requests for ${requests.length}`);
    return again;
  } finally {
    await close();
  }
}
