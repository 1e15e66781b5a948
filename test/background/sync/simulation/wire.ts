import type { Http, HttpAnswer, HttpRequest, Operations } from '../../../../src/crm/connector.ts';
import { fail, ok, type Result } from '../../../../src/domain/failure.ts';
import type { Write } from './check.ts';
import type { Office } from './office.ts';
import type { Network, Stage } from './schedule.ts';

/** Who wrote when: for what may no longer arrive late where nothing guards it. */
export interface Witness {
  log: Write[];
  /** Runs what `by` does to the CRM and notes which values of people it changed. */
  watch<T>(by: string, work: () => Promise<T>): Promise<T>;
  /** How many have written so far, and whether somebody else is among those after so many. */
  acts(): number;
  hasOther(by: string, since: number): boolean;
}

/** Notes every change of a person's title and first name by looking before and after. */
export function witness({ auditor }: Office): Witness {
  const log: Write[] = [];
  const acts: string[] = [];
  return {
    log,
    async watch(by, work) {
      const before = new Map((await auditor.people()).map((one) => [one.id, one]));
      const result = await work();
      acts.push(by);
      for (const one of await auditor.people()) {
        const old = before.get(one.id);
        for (const field of ['title', 'firstName'] as const) if ((old?.[field] ?? '') !== one[field]) log.push({ id: one.id, field, before: old?.[field] ?? '', after: one[field], by });
      }
      return result;
    },
    acts: () => acts.length,
    hasOther: (by, since) => acts.slice(since).some((one) => one !== by),
  };
}

/** One device's way to the CRM: loses, delays, repeats and refuses requests, and loses answers. */
function spoiled({ straight, doing, repeats, guarded, races, dialect, flags, connector }: Office, seen: Witness, by: string, network: Network, { chance, pass }: Stage, moment: { isBlind: boolean }): Http {
  const isGuarded = ({ url }: HttpRequest): boolean => guarded && (connector.name === 'twenty' || url.includes('/Contact/'));
  let hasWritten = false;
  return async (request) => {
    const does = doing(request);
    // where nothing guards a write there are moments in which nobody else may act: between the look and the write, and between that and reading what came of it
    const isBlind = does !== 'read' && !isGuarded(request);
    await network.step(isBlind || hasWritten || moment.isBlind);
    hasWritten = isBlind;
    await pass(flags.minGap + chance.below(200));
    const since = seen.acts();
    const arrive = (): Promise<Result<HttpAnswer>> => {
      if (network.trouble > 0 && chance.yes(0.02)) dialect.force(chance.one(races));
      return straight(request);
    };
    const deliver = (): Promise<Result<HttpAnswer>> => (does === 'read' ? arrive() : seen.watch(by, arrive));
    const deliverLate = async (): Promise<void> => {
      if (does === 'create' || isGuarded(request) || !seen.hasOther(by, since)) await deliver();
    };
    const answered = async (answer: Result<HttpAnswer>): Promise<Result<HttpAnswer>> => {
      await network.step(hasWritten || moment.isBlind);
      return answer;
    };
    if (!chance.yes(network.trouble)) {
      const answer = await deliver();
      if (does === 'read' || (does === 'create' && !repeats(request)) || !chance.yes(network.trouble / 4)) return answered(answer);
      const second = await deliver();
      return answered(chance.yes(0.5) ? answer : second);
    }
    const empty = (status: number): Result<HttpAnswer> => ok({ status, headers: { 'content-type': 'application/json' }, text: '' });
    switch (chance.below(6)) {
      case 0: return answered(fail('network'));
      case 1: await deliver(); return answered(fail('network'));
      case 2: network.later(network.now() + chance.below(90_000), deliverLate); return answered(fail('network'));
      case 3: return answered(empty(429));
      case 4: return answered(empty(503));
      default: await deliver(); return answered(empty(502));
    }
  };
}

/** Operations at an office over a spoiled network; where updates are not guarded, one look serves all rows of a call and nobody else acts until they are written. */
export function operationsAt(office: Office, seen: Witness, by: string, network: Network, stage: Stage, clock: () => number): Operations {
  const moment = { isBlind: false };
  const crm = office.connector.open(spoiled(office, seen, by, network, stage, moment), office.access, clock);
  return {
    ...crm,
    update: async (kind, rows) => {
      moment.isBlind = !office.guarded;
      try {
        return await crm.update(kind, rows);
      } finally {
        moment.isBlind = false;
      }
    },
  };
}
