import { describe, expect, test } from 'vitest';
import { paceOf } from '../../../src/background/crm/pace.ts';

function clocked(flags: { minGap: number; burst: number }) {
  let now = 0;
  const at: number[] = [];
  const pace = paceOf(flags, () => now, async (ms) => { now += ms; });
  return { go: async (): Promise<void> => { await pace(); at.push(now); }, at, sleep: (ms: number): void => { now += ms; } };
}

describe('the pace of a connection', () => {
  test('lets a burst through at once and then one every gap', async () => {
    const { go, at } = clocked({ minGap: 600, burst: 3 });
    for (let one = 0; one < 6; one++) await go();
    expect(at).toEqual([0, 0, 0, 600, 1_200, 1_800]);
  });

  test('gives back whole tokens for silence, no more than a burst', async () => {
    const { go, at, sleep } = clocked({ minGap: 600, burst: 3 });
    for (let one = 0; one < 3; one++) await go();
    sleep(1_300);
    for (let one = 0; one < 3; one++) await go();
    sleep(60_000);
    for (let one = 0; one < 4; one++) await go();
    expect(at).toEqual([0, 0, 0, 1_300, 1_300, 1_900, 61_900, 61_900, 61_900, 62_500]);
  });

  test('holds for requests that are made at the same time', async () => {
    const { go, at } = clocked({ minGap: 100, burst: 1 });
    await Promise.all([go(), go(), go()]);
    expect(at).toEqual([0, 100, 200]);
  });

  test('never waits longer than a gap, even when the clock was set back', async () => {
    const { go, at, sleep } = clocked({ minGap: 100, burst: 1 });
    await go();
    sleep(-1_000_000);
    await go();
    expect(at[1]).toBe(-1_000_000 + 100);
  });

  test('is none where the CRM needs none', async () => {
    const { go, at } = clocked({ minGap: 0, burst: 1 });
    await Promise.all([go(), go()]);
    expect(at).toEqual([0, 0]);
  });
});
