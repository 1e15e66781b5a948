import type { DialectMeans, WireAnswer, WireRequest } from '../dialect.ts';
import { untagged } from './answer.ts';

/** What the bearer of a token may do; `limited` = counts against the rate limit (API keys do, OAuth tokens do not). */
export interface Access {
  read: boolean;
  write: boolean;
  describe: boolean;
  limited: boolean;
  user: boolean;
}

const keys: Record<string, Access> = {
  '<token>': { read: true, write: true, describe: true, limited: true, user: false },
  '<token:readonly>': { read: true, write: false, describe: false, limited: true, user: false },
  '<token:noaccess>': { read: false, write: false, describe: false, limited: true, user: false },
};

const refusals: Record<string, [status: number, message: string, error: string]> = {
  '<token:forged-signature>': [400, 'Unknown token error.', 'INVALID_INPUT'],
  '<token:revoked>': [403, 'This API Key is revoked', 'FORBIDDEN_EXCEPTION'],
  '<token:expired>': [401, 'Token has expired.', 'UNAUTHENTICATED'],
};

/** A token that the server does not take: the REST status, the message and the code. */
export interface NoAccess {
  status: number;
  message: string;
  error: string;
}

/** Who asks: an access, a refusal, or undefined where no token was sent. `bearer` knows the OAuth tokens. */
export function access(request: WireRequest, bearer: (token: string) => Access | 'expired' | undefined): Access | NoAccess | undefined {
  const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined) return undefined;
  const granted = keys[token] ?? bearer(token);
  if (granted !== undefined && granted !== 'expired') return granted;
  const [status, message, error] = refusals[granted === 'expired' ? '<token:expired>' : token] ?? [401, 'Token invalid.', 'UNAUTHENTICATED'];
  return { status, message, error };
}

/** The refusal of a REST request. */
export function refuse(who: NoAccess | undefined): WireAnswer {
  const { status, message, error } = who ?? { status: 403, message: 'Missing authentication token', error: 'FORBIDDEN_EXCEPTION' };
  return untagged(status, { statusCode: status, messages: [message], error }, false);
}

/** Counts requests: a bucket of 100; one token comes back for each whole 600 ms since the last request that was let through. */
export function openBucket(means: DialectMeans): { take(): boolean } {
  let tokens = 100;
  let last = means.now();
  return {
    take() {
      const now = means.now();
      const available = Math.min(100, tokens + Math.max(0, Math.floor((now - last) / 600)));
      if (available < 1) return false;
      tokens = available - 1;
      last = now;
      return true;
    },
  };
}
