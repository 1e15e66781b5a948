import type { Ports } from '../../../../src/background/sync/ports.ts';
import { run } from '../../../../src/background/sync/run.ts';
import type { SyncKind, SyncValue } from '../../../../src/domain/sync/record.ts';
import type { Chance } from './chance.ts';
import { memoryBook, type MemoryBook } from './memory-store.ts';

class Killed extends Error {}

/** What the rep wrote into a field; `was` is what stood there. */
export interface Edit {
  kind: SyncKind;
  id: string;
  field: string;
  value: SyncValue;
  was: SyncValue | undefined;
}

/** One device: its book, how far its clock is from the server's (ms), and what its rep has written. */
export interface Device {
  name: string;
  skew: number;
  book: MemoryBook;
  edits: Edit[];
}

/** What may happen to one request, and the requests that are still on their way. */
export interface Network {
  chance: Chance;
  /** Share of requests that go wrong, 0..1. */
  trouble: number;
  now(): number;
  later(at: number, what: () => void | Promise<void>): void;
  /** Called before and after each request: a kill throws here. `isQuiet` = nobody else acts in this moment. */
  step(isQuiet?: boolean): Promise<void>;
}

/** Where a schedule is played: time, which only moves when it is told to, and two devices. */
export interface Stage {
  chance: Chance;
  devices: Device[];
  now(): number;
  /** Lets time go by; what was on its way until then arrives. */
  pass(ms: number): Promise<void>;
  later(at: number, what: () => void | Promise<void>): void;
  /** A number that was not there before. */
  serial(): number;
}

/** Who acts on the stage. */
export interface Cast {
  ports(device: Device, network: Network): Pick<Ports, 'crm' | 'flags' | 'mapping'>;
  rep(device: Device): void;
  outsider(): void | Promise<void>;
  /** True when the CRM stands edits in the very middle of a run: its writes are guarded, or a look comes right before them. */
  meddles: boolean;
  /** Time that goes by before such an edit, ms: a look that compares times cannot tell two edits of one tick. */
  tick?: number;
}

export const keyOf: Ports['keyOf'] = (address) => (address.startsWith('https://www.linkedin.com/') ? `linkedin:${address.slice(25)}` : null);

/** A stage with two devices whose clocks are at most `skew` ms from the server's. */
export function openStage(chance: Chance, skew = 0): Stage {
  let clock = Date.UTC(2026, 0, 1) + chance.below(1_000);
  let serial = 0;
  const queue: { at: number; what: () => void | Promise<void> }[] = [];
  const device = (name: string): Device => ({ name, skew: skew ? chance.below(2 * skew) - skew : 0, book: memoryBook(() => `s${++serial}`, keyOf), edits: [] });
  return {
    chance, devices: [device('A'), device('B')],
    now: () => clock,
    serial: () => ++serial,
    later: (at, what) => void queue.push({ at, what }),
    pass: async (ms) => {
      clock += ms;
      for (const one of queue.splice(0).toSorted((a, b) => a.at - b.at)) if (one.at <= clock) await one.what(); else queue.push(one);
    },
  };
}

/** Plays a schedule to its end: 25 turns of edits and troubled or killed runs, then quiet until nothing moves. */
export async function perform(stage: Stage, cast: Cast): Promise<void> {
  const { chance, devices, pass } = stage;
  const sync = async (device: Device, trouble: number, killAt: number): Promise<void> => {
    let steps = 0;
    let dead = false;
    const step = async (isQuiet = false): Promise<void> => {
      if (dead || ++steps === killAt) {
        dead = true;
        throw new Killed();
      }
      if (cast.meddles && !isQuiet && trouble > 0 && chance.yes(0.03)) {
        await pass(cast.tick ?? 0);
        await cast.outsider();
      }
      if (trouble > 0 && chance.yes(0.05)) cast.rep(device);
      await pass(1 + chance.below(30));
    };
    const network: Network = { chance, trouble, now: stage.now, step, later: stage.later };
    const ports: Ports = {
      ...cast.ports(device, network), bringIn: 'ours', clock: () => stage.now() + device.skew, newId: () => `n${stage.serial()}`, keyOf, runner: `${device.name}${stage.serial()}`, alone: true,
      store: { transact: async (work) => { await step(); const result = await device.book.transact(work); await step(); return result; } },
    };
    await run(ports, chance).catch((error: unknown) => { if (!(error instanceof Killed)) throw error; });
  };

  for (let turn = 0; turn < 25; turn++) {
    const device = chance.one(devices);
    const what = chance();
    if (what < 0.35) cast.rep(device);
    else if (what < 0.55) await cast.outsider();
    else if (what < 0.65) await pass(chance.below(200_000));
    else await sync(device, chance.one([0, 0.1, 0.4]), chance.yes(0.4) ? 1 + chance.below(chance.yes(0.5) ? 40 : 200) : 0);
  }
  // all quiet: everything that is still under way arrives, and both devices sync until nothing moves
  await pass(1_000_000);
  for (let round = 0; round < 5; round++) {
    for (const device of devices) {
      await sync(device, 0, 0);
      await pass(700_000);
    }
  }
}
