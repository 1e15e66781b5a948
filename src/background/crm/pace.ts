import type { Flags } from '../../crm/connector.ts';

/** Waits until one more request may go. Calls are let through in their order. */
export type Pace = () => Promise<void>;

/**
 * The pace of one connection: `burst` requests at once, then one every `minGap` ms. Tokens come back as the strictest server counts
 * them: whole ones, since the last request. `pause` waits so many ms.
 */
export function paceOf({ minGap, burst }: Pick<Flags, 'minGap' | 'burst'>, clock: () => number, pause: (ms: number) => Promise<void>): Pace {
  const most = Math.max(1, burst);
  let tokens = most;
  let last = Number.NEGATIVE_INFINITY;
  let turn: Promise<void> = Promise.resolve();
  const refill = (): void => { if (minGap > 0 && clock() >= last) tokens = Math.min(most, tokens + Math.floor((clock() - last) / minGap)); };
  const take = async (): Promise<void> => {
    if (minGap <= 0) return;
    refill();
    if (tokens < 1) {
      // a clock that was set back must not stop the sync for as long
      await pause(Math.min(minGap, Math.max(0, last + minGap - clock())));
      tokens = Math.max(1, tokens);
    }
    tokens -= 1;
    last = clock();
  };
  return () => (turn = turn.then(take, take));
}
