import { fail, ok, type Failure, type Result } from '../domain/failure.ts';
import { retryAfter } from '../domain/sync/backoff.ts';
import type { HttpAnswer } from './connector.ts';

const LONGEST_WORDS = 300;

/** A CRM's own words as one short line of plain text. */
export function words(text: unknown): string {
  // oxlint-disable-next-line no-control-regex -- that is what is taken out
  const line = String(text ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
}

/** The answer's JSON; a page of HTML (a portal, a login form, the web app) is `wrong-address`, anything else that is no JSON too. Empty = null. */
export function parsed(answer: HttpAnswer): Result<unknown> {
  if (answer.text.trim() === '') return ok(null);
  if (/^text\/html\b/i.test(answer.headers['content-type'] ?? '')) return fail('wrong-address');
  try {
    return ok(JSON.parse(answer.text) as unknown);
  } catch {
    return fail('wrong-address');
  }
}

/**
 * What a status says when the CRM has no better way: 401 `sign-in`, 403 `permission`, 429 `rate-limit` (until Retry-After, or for
 * `rest` ms), 408 and 5xx `network` (it may have been done). Undefined = success or something the connector has to look at.
 */
export function statusFailure(answer: HttpAnswer, now: number, rest: number): Failure | undefined {
  const { status, headers } = answer;
  if (status === 401) return { kind: 'sign-in', message: '' };
  if (status === 403) return { kind: 'permission', message: '' };
  if (status === 429) return { kind: 'rate-limit', message: '', retryAt: retryAfter(headers['retry-after'], now) ?? now + rest };
  if (status === 408 || status >= 500) {
    const at = retryAfter(headers['retry-after'], now);
    return { kind: 'network', message: '', ...(at === undefined ? {} : { retryAt: at }) };
  }
  return undefined;
}
