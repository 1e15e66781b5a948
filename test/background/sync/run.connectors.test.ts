import { describe, expect, test } from 'vitest';
import { CRMS } from './simulation/office.ts';
import { playAt } from './simulation/office-world.ts';

/** Schedules a CRM; `PAYDIRT_SEEDS=5000 npx vitest run test/background/sync/run.connectors` plays more, `PAYDIRT_SEED=42` replays one. */
const SEEDS = Number(process.env['PAYDIRT_SEEDS'] ?? 120);
const only = process.env['PAYDIRT_SEED'];

describe.each(CRMS)('%s', (name) => {
  test(`loses no edit, makes no double and converges, in ${only ? `schedule ${only}` : `${SEEDS} schedules`}`, async () => {
    const broken: string[] = [];
    for (let seed = only ? Number(only) : 1; seed <= (only ? Number(only) : SEEDS) && broken.length < 5; seed++) {
      const faults = await playAt(name, seed);
      if (faults.length) broken.push(`seed ${seed}: ${faults.join('; ')}`);
    }
    expect(broken).toEqual([]);
  }, 300_000);
});
