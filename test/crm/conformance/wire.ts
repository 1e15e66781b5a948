import type { Http, HttpRequest } from '../../../src/crm/connector.ts';
import { fail, ok } from '../../../src/domain/failure.ts';

/**
 * What becomes of a request. `killed`: it is done, and the worker dies before it hears of it. `late`: it is done when `arrive` is called.
 * `twice` answers what the first delivery came to, `repeated` what the second did.
 */
export type Spoil = 'requestLost' | 'answerLost' | 'killed' | 'late' | 'twice' | 'repeated' | 'tooMany' | 'tooManySeconds' | 'tooManyDate' | 'broken' | 'badGateway' | 'webPage' | 'halfAnswer';

/** The worker was stopped in the middle of a run. */
export class Killed extends Error {}

export type Which = (request: HttpRequest) => boolean;

/** A way to a CRM that can be spoiled, and the list of what went over it. */
export interface Wire {
  http: Http;
  requests: HttpRequest[];
  /** Spoils the next so many requests that `which` lets through; `used` says how many it has met. */
  spoil(how: Spoil, which: Which, times?: number): { used: number };
  /** Spoils every request that `which` lets through, but each one (same method, address and body) only the first time. */
  spoilEachOnce(how: Spoil, which: Which): { used: number };
  /** Lets something happen right before the next request of this kind. */
  meanwhile(which: Which, what: () => Promise<void>): { used: number };
  /** Requests that are still on their way come in now. */
  arrive(): Promise<void>;
  /** Nothing is spoiled from here on. */
  calm(): void;
  /** Requests that changed something, so far. */
  writes(): number;
}

/** Does this request change something in the CRM? The ledger's own mark: it carries fields of ours. */
export const isWrite: Which = ({ fields }) => fields !== undefined && fields.length > 0;

/** Puts trouble between a connector and its way to the CRM. */
export function wireOver(http: Http, now: () => number): Wire {
  let rules: { which: Which; left: number; how?: Spoil; what?: () => Promise<void>; told: { used: number }; each?: Set<string> }[] = [];
  const onTheWay: HttpRequest[] = [];
  const requests: HttpRequest[] = [];
  const answer = (status: number, headers: { [name: string]: string }, text: string): ReturnType<Http> => Promise.resolve(ok({ status, headers, text }));
  const page = { 'content-type': 'text/html; charset=utf-8' };
  const json = { 'content-type': 'application/json' };

  const spoiled = async (how: Spoil, request: HttpRequest): ReturnType<Http> => {
    switch (how) {
      case 'requestLost': return fail('network');
      case 'late': onTheWay.push(request); return fail('network');
      case 'answerLost': await http(request); return fail('network');
      case 'killed': await http(request); throw new Killed();
      case 'twice': { const first = await http(request); await http(request); return first; }
      case 'repeated': await http(request); return http(request);
      case 'tooMany': return answer(429, json, '{}');
      case 'tooManySeconds': return answer(429, { ...json, 'retry-after': '30' }, '{}');
      case 'tooManyDate': return answer(429, { ...json, 'retry-after': new Date(now() + 60_000).toUTCString() }, '{}');
      case 'broken': return answer(500, json, '{}');
      case 'badGateway': return answer(502, page, '<html><head><title>502 Bad Gateway</title></head></html>');
      case 'webPage': return answer(200, page, '<!doctype html><html><head><title>Sign in to the network</title></head></html>');
      case 'halfAnswer': {
        const whole = await http(request);
        return whole.ok ? ok({ ...whole.value, text: whole.value.text.slice(0, Math.floor(whole.value.text.length / 2)) }) : whole;
      }
    }
  };

  return {
    requests,
    http: async (request) => {
      requests.push(request);
      const rule = rules.find(({ which, left, each }) => left > 0 && which(request) && !each?.has(nameOf(request)));
      if (!rule) return http(request);
      rule.left--;
      rule.told.used++;
      rule.each?.add(nameOf(request));
      if (rule.how) return spoiled(rule.how, request);
      await rule.what!();
      return http(request);
    },
    spoil: (how, which, times = 1) => {
      const told = { used: 0 };
      rules.push({ which, left: times, how, told });
      return told;
    },
    spoilEachOnce: (how, which) => {
      const told = { used: 0 };
      rules.push({ which, left: Number.POSITIVE_INFINITY, how, told, each: new Set() });
      return told;
    },
    meanwhile: (which, what) => {
      const told = { used: 0 };
      rules.push({ which, left: 1, what, told });
      return told;
    },
    arrive: async () => { for (const request of onTheWay.splice(0)) await http(request); },
    calm: () => { rules = []; },
    writes: () => requests.filter(isWrite).length,
  };
}

function nameOf({ method, url, body = '' }: HttpRequest): string {
  return `${method} ${url} ${body}`;
}
