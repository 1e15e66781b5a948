import type { Http, HttpAnswer, HttpRequest } from '../../crm/connector.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { LedgerEntry } from '../../domain/sync/connection.ts';
import type { Pace } from './pace.ts';
import { whereOf } from './where.ts';

/** How long a request may take, ms: shorter than a lease. */
export const TIME_LIMIT = 30_000;
/** The most that an answer may hold, bytes. */
export const BIGGEST_ANSWER = 10_000_000;

/** What requests need from outside. `record` enters one in the ledger; `deadline` aborts what takes too long. */
export interface HttpMeans {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  clock(): number;
  pace: Pace;
  deadline(ms: number): AbortSignal;
  record(entry: Omit<LedgerEntry, 'seq' | 'connection'>): Promise<void>;
}

/**
 * Makes the requests of one connection. They go to its origin alone, without cookies, cache or referrer, and follow no redirect: a
 * portal that catches them must not get what was meant for the CRM. `hidden` are values that the ledger must not show.
 */
export function httpOf({ origin, hidden = [] }: { origin: string; hidden?: readonly string[] }, means: HttpMeans): Http {
  return async (request) => {
    if (!URL.canParse(request.url) || new URL(request.url).origin !== origin) return fail('wrong-address');
    await means.pace();
    const at = means.clock();
    const entry = { at, method: request.method, where: whereOf(request.url, hidden), fields: [...request.fields ?? []], records: request.records ?? 0 };
    const { status, received, result } = await ask(request, means);
    await means.record({ ...entry, status, took: Math.max(0, means.clock() - at), sent: sizeOf(request.body), received });
    return result;
  };
}

async function ask({ method, url, headers, body }: HttpRequest, means: HttpMeans): Promise<{ status: number; received: number; result: Result<HttpAnswer> }> {
  let status = 0;
  let received = 0;
  try {
    const response = await means.fetch(url, {
      method, credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer', signal: means.deadline(TIME_LIMIT),
      ...(headers ? { headers } : {}), ...(body === undefined ? {} : { body }),
    });
    status = response.status;
    const text = await bounded(response, (size) => { received = size; });
    if (text === null) return { status, received, result: fail('wrong-address') };
    return { status, received, result: ok({ status, headers: Object.fromEntries(response.headers), text }) };
  } catch {
    // offline, TLS, redirect, time-out: the browser does not tell them apart, and what it says may quote the address
    return { status, received, result: fail('network') };
  }
}

function sizeOf(body: string | undefined): number {
  return body === undefined ? 0 : new TextEncoder().encode(body).byteLength;
}

/** The body as text; null when it is too big. */
async function bounded(response: Response, onBytes: (size: number) => void): Promise<string | null> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    onBytes(size);
    if (size > BIGGEST_ANSWER) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
