import type { Access, Connector, Http } from '../../../src/crm/connector.ts';
import { fail, ok } from '../../../src/domain/failure.ts';
import type { OpenOutsider } from './dialect-ground.ts';
import type { Ground } from './bench.ts';

const LONGEST = 60_000;
const sleep = (ms: number): Promise<void> => new Promise((wake) => { setTimeout(wake, ms); });

interface How extends Pick<Ground, 'marker' | 'wrong' | 'readOnly'> {
  /** How long to wait for a change to show, ms: a tick of the CRM's clock, or the lag of its search. */
  tick: number;
  /** Where requests for the origin really go, for connectors that know one origin only. */
  reach?: string;
  many?: number;
}

/** A server over the network: real requests at the connector's pace, the real clock. `pass` moves the clock for the engine alone, so that its rests cost nothing. */
export function liveGround(connector: Connector, openOutsider: OpenOutsider, access: Pick<Access, 'origin' | 'secrets' | 'settings'>, outsiderToken: string, { tick, reach = access.origin, many = 0, ...how }: How): Ground {
  let ahead = 0;
  let free = 0;
  const { minGap, restAfter429 } = connector.flags;
  const send = async (method: string, url: string, headers: { [name: string]: string }, body?: string): Promise<{ status: number; headers: { [name: string]: string }; text: string }> => {
    if (!url.startsWith(`${access.origin}/`)) throw new Error('a request to another place');
    for (let attempt = 1; ; attempt++) {
      const at = Math.max(Date.now(), free);
      free = at + minGap;
      if (at > Date.now()) await sleep(at - Date.now());
      const answer = await fetch(reach + url.slice(access.origin.length), { method, headers, ...(body === undefined ? {} : { body }), redirect: 'manual', signal: AbortSignal.timeout(LONGEST) });
      const text = await answer.text();
      if (answer.status !== 429 || attempt > 10) return { status: answer.status, headers: Object.fromEntries(answer.headers), text };
      await sleep(Math.min(LONGEST, Number(answer.headers.get('retry-after')) * 1_000 || restAfter429));
    }
  };
  const http: Http = ({ method, url, headers = {}, body }) => send(method, url, headers, body).then(ok, () => fail('network'));
  return {
    ...how, connector, http, access, known: {},
    // a page and some more where that is quick
    many: many || (connector.flags.batch.create > 1 ? 205 : 30),
    outsider: openOutsider((url, { method, headers, body }) => send(method, url, headers, body), access.origin, outsiderToken),
    clock: () => Date.now() + ahead,
    pass: async (ms) => { ahead += ms; },
    tick: () => sleep(tick),
  };
}
