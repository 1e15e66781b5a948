/** What the rep can act on. What is not among these is a bug and is thrown. */
export type FailureKind =
  | 'sign-in' | 'permission' | 'rate-limit' | 'network' | 'rejected' | 'conflict' | 'gone' | 'page-unreadable' | 'quota' | 'invalid' | 'no-answer' | 'wrong-address' | 'locked' | 'erased' | 'bug';

/** An expected failure. `message` is for people and says what to do ('' = what its kind says); it never holds a secret or page content. `retryAt` is epoch ms. */
export interface Failure {
  kind: FailureKind;
  message: string;
  retryAt?: number;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(kind: FailureKind, message = '', retryAt?: number): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind, message, ...(retryAt === undefined ? {} : { retryAt }) } };
}
