import type { WireAnswer } from '../dialect.ts';

/** Thrown where a request cannot be answered; the server turns it into the error answer of the API version. */
export class Refusal extends Error {
  constructor(readonly status: number, message: string, readonly code: string) {
    super(message);
  }
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): WireAnswer =>
  ({ status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) });

/** v2 names a code, v1 explains and repeats the status. */
export function refused(refusal: Refusal, version: 1 | 2): WireAnswer {
  const { status, message, code } = refusal;
  return json(status, version === 2 && status !== 401 && status !== 429 ? { success: false, error: message, code } : { success: false, error: message, errorCode: status });
}

export const invalid = (message: string): Refusal => new Refusal(400, `Validation failed: ${message}`, 'ERR_SCHEMA_VALIDATION_FAILED');
export const notFound = (what: string): Refusal => new Refusal(404, `${what} not found`, 'ERR_NOT_FOUND');

/** The members of a JSON object, or null for anything else. */
export const members = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null;

/** RFC 3339 with seconds, as v2 writes times. */
export const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
/** As v1 writes times: UTC, without saying so. */
export const oldStamp = (seconds: number): string => stamp(seconds).replace('T', ' ').replace('Z', '');

/** Seconds of an RFC 3339 time in a query. */
export function secondsOf(text: string, name: string): number {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isFinite(time)) throw invalid(`${name} must be an RFC 3339 time`);
  return Math.ceil(time / 1000);
}
