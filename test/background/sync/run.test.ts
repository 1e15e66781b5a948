import { describe, expect, test } from 'vitest';
import { play, PROFILES } from './simulation/world.ts';

/** Schedules a profile: more than ten thousand in all; `PAYDIRT_SEEDS=100000 npx vitest run test/background/sync` plays more, `PAYDIRT_SEED=42` replays one. */
const SEEDS = Number(process.env['PAYDIRT_SEEDS'] ?? 1_667);
const only = process.env['PAYDIRT_SEED'];

describe.each(PROFILES)('$name', (profile) => {
  test(`loses no edit, makes no double and converges, in ${only ? `schedule ${only}` : `${SEEDS} schedules`}`, async () => {
    const broken: string[] = [];
    for (let seed = only ? Number(only) : 1; seed <= (only ? Number(only) : SEEDS) && broken.length < 5; seed++) {
      const faults = await play(seed, profile);
      if (faults.length) broken.push(`seed ${seed}: ${faults.join('; ')}`);
    }
    expect(broken).toEqual([]);
  }, 300_000);
});
