import { ok, type Failure, type FailureKind, type Result } from '../domain/failure.ts';

/** A call that failed, on its way to the operation that it was made for. `code` is the CRM's own name of the failure. */
export class Refused extends Error {
  readonly failure: Failure;
  readonly code: string;
  constructor(kind: FailureKind, message = '', code = '') {
    super(kind);
    this.failure = { kind, message };
    this.code = code;
  }
}

/** The value of a result, or its failure thrown. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw Object.assign(new Refused(result.failure.kind), { failure: result.failure });
}

/** An operation that throws `Refused` as one that answers a `Result`. */
export function answering<A extends unknown[], T>(work: (...args: A) => Promise<T>): (...args: A) => Promise<Result<T>> {
  return async (...args) => {
    try {
      return ok(await work(...args));
    } catch (error) {
      if (error instanceof Refused) return { ok: false, failure: error.failure };
      throw error;
    }
  };
}

/** What a call gives; `otherwise` when it is refused in this way. */
export async function unless<T>(kind: FailureKind, work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused && error.failure.kind === kind) return otherwise;
    throw error;
  }
}

/** Sends rows together (`send` answers one value a row); when that is rejected, in halves, so that a bad row stands alone and the others are done. */
export async function halved<R, T>(rows: R[], send: (rows: R[]) => Promise<T[]>): Promise<(T | Refused)[]> {
  try {
    return rows.length ? await send(rows) : [];
  } catch (error) {
    if (!(error instanceof Refused) || error.failure.kind !== 'rejected') throw error;
    if (rows.length === 1) return [error];
    const half = rows.length >> 1;
    return [...await halved(rows.slice(0, half), send), ...await halved(rows.slice(half), send)];
  }
}
