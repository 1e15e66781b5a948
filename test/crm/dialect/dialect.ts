import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it reaches a server: the path with its query, still encoded; header names in lower case; '' = no body. */
export interface WireRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** One answer; header names in lower case. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a dialect server needs from outside: a clock (epoch ms) and chance (0..1, as Math.random), so that a simulation can hold both. */
export interface DialectMeans {
  now(): number;
  random(): number;
}

/**
 * A CRM in memory that speaks one server's dialect. `handle` answers one request; what the request does is done when it returns.
 * `races` are the names of the outcomes that simultaneous requests have on the real server; `force` makes the next request that
 * can have that outcome have it.
 */
export interface Dialect {
  handle(request: WireRequest): WireAnswer;
  /** Forgets every record, key and rate-limit count. */
  reset(): void;
  races: readonly string[];
  force(race: string): void;
}

/** Makes an empty server. */
export type OpenDialect = (means: DialectMeans) => Dialect;

/** Real HTTP before a dialect server, on a free port of this machine. `POST /__reset` empties it. */
export async function listen(dialect: Dialect): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/__reset') {
        dialect.reset();
        response.writeHead(204).end();
        return;
      }
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? '']));
      try {
        const answer = dialect.handle({ method: request.method ?? 'GET', path: request.url ?? '/', headers, body: Buffer.concat(chunks).toString('utf8') });
        response.writeHead(answer.status, answer.headers).end(answer.body);
      } catch (error) {
        // a fault of the dialect must not pass for an answer of the CRM
        console.error(error);
        response.destroy();
      }
    });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
