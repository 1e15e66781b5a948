import type { WireAnswer } from '../dialect.ts';

/** What was wrong with one property or one row, as HubSpot lists it. */
export interface Detail {
  message: string;
  code?: string;
  context?: Record<string, string[]>;
}

/** A refusal: the status and the body without its correlation id. */
export interface Problem {
  status: number;
  category: string;
  message: string;
  errors?: Detail[];
  context?: Record<string, string[]>;
  headers?: Record<string, string>;
}

/** Thrown where a request cannot be answered; the server turns it into the error answer. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): WireAnswer =>
  ({ status, headers: { 'content-type': 'application/json;charset=utf-8', ...headers }, body: JSON.stringify(body) });

/** 204 as HubSpot sends it: with a content type and without a body. */
export const empty = (): WireAnswer => ({ status: 204, headers: { 'content-type': 'application/json;charset=utf-8' }, body: '' });

/** The error body; `correlationId` is the server's to make. */
export function refused({ status, category, message, errors, context, headers }: Problem, correlationId: string): WireAnswer {
  return json(status, { status: 'error', message, correlationId, ...(errors ? { errors } : {}), ...(context ? { context } : {}), category }, headers);
}

export const invalid = (message: string, errors?: Detail[]): Refusal =>
  new Refusal({ status: 400, category: 'VALIDATION_ERROR', message, ...(errors ? { errors } : {}) });

export const notFound = (message = 'resource not found'): Refusal => new Refusal({ status: 404, category: 'OBJECT_NOT_FOUND', message });

/** The members of a JSON object, or null for anything else. */
export const members = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null;

/** The id in `{ id: … }`: HubSpot reads numbers as texts. */
export function idOf(value: unknown): string | null {
  const id = members(value)?.['id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

/** `inputs` of a batch: 1 to `most` objects. */
export function inputs(body: unknown, most = 100): Record<string, unknown>[] {
  const list = members(body)?.['inputs'];
  if (!Array.isArray(list)) throw invalid('Some required fields were not set: [inputs]');
  if (list.length === 0) throw invalid('Invalid input: inputs must not be empty');
  if (list.length > most) throw invalid(`The maximum number of inputs supported in a batch request is ${most}. ${list.length} were received.`);
  return list.map((one) => members(one) ?? fail());
}

function fail(): never {
  throw invalid('Invalid input JSON: an object was expected');
}
