import { parsed, statusFailure, words } from '../answer.ts';
import type { HttpAnswer } from '../connector.ts';
import { Refused } from '../refused.ts';
import { isRow, text } from './form.ts';

/** How long to wait after a 429, which says nothing, ms: enough for a run to get somewhere. */
export const REST = 15_000;

/** What an answer that is no success means; `now` is epoch ms. Statuses mislead here: a missing right is 400, a missing token 403. */
export function refusal(answer: HttpAnswer, now: number): Refused {
  const body = parsed(answer);
  const said = body.ok && isRow(body.value) ? body.value : {};
  const [message, code] = [words(Array.isArray(said['messages']) ? said['messages'][0] : said['message']), text(said['code'])];
  if (code === 'PERMISSION_DENIED') return new Refused('permission', message, code);
  if (answer.status === 403 || message === 'Unknown token error.') return new Refused('sign-in');
  if (/entity too large/.test(answer.text.slice(0, 100))) return new Refused('rejected', 'request entity too large');
  const failure = statusFailure(answer, now, REST);
  if (failure) return Object.assign(new Refused(failure.kind), { failure });
  return !body.ok || (answer.status === 404 && said['error'] !== 'NotFoundException') ? new Refused('wrong-address') : new Refused('rejected', message, code);
}
