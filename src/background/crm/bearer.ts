import type { Http, HttpRequest } from '../../crm/connector.ts';
import { ok, type Result } from '../../domain/failure.ts';
import type { Tokens } from './oauth.ts';

/** How long before its end an access token is renewed, ms. */
const EARLY = 60_000;

/**
 * Requests with the access token of an OAuth sign-in, whatever the connector put there: renewed before it ends, and once more when
 * the CRM does not take it. Requests that are made meanwhile wait for the one renewal.
 */
export function withBearer(http: Http, tokens: Tokens, renewed: (old: Tokens) => Promise<Result<Tokens>>, clock: () => number): Http {
  let current = tokens;
  let renewing: Promise<Result<Tokens>> | undefined;
  const renew = async (old: Tokens): Promise<Result<Tokens>> => {
    if (current !== old) return ok(current);
    renewing ??= renewed(old).then((result) => {
      if (result.ok) current = result.value;
      return result;
    }).finally(() => { renewing = undefined; });
    return renewing;
  };
  return async (request) => {
    let used = current;
    if (used.until > 0 && used.until - EARLY <= clock()) {
      const fresh = await renew(used);
      if (!fresh.ok) return fresh;
      used = fresh.value;
    }
    const answer = await http(signed(request, used));
    if (!answer.ok || answer.value.status !== 401) return answer;
    const fresh = await renew(used);
    return fresh.ok ? http(signed(request, fresh.value)) : fresh;
  };
}

function signed(request: HttpRequest, { access }: Tokens): HttpRequest {
  const rest = Object.entries(request.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'authorization');
  return { ...request, headers: { ...Object.fromEntries(rest), authorization: `Bearer ${access}` } };
}
