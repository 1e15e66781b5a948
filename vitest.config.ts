import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/sequence.ts';

/** Rooms whose tests stand in for the browser by replaced modules, globals or clocks: each of their files gets a fresh world. */
const ALONE = ['background', 'content', 'panel', 'platform'].map((room) => `test/${room}/**/*.test.{ts,tsx}`);
const NEVER = ['test/e2e/**'];

// apart from vite.config.ts, so that unit tests do not load the extension's build
export default defineConfig({
  test: {
    // a zone with daylight saving that is not the developer's: times that are right here by luck are found
    env: { TZ: 'America/New_York' },
    setupFiles: ['test/seed.ts'],
    restoreMocks: true,
    // a limit for what hangs, not a measure: property tests take their time on a small machine
    testTimeout: 60_000,
    // by default one core is left idle, which of two is half
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, exclude: NEVER } },
      // loading the same rooms anew for each of 200 files took longer than the tests
      { extends: true, test: { name: 'together', include: ['test/**/*.test.{ts,tsx}'], exclude: [...NEVER, ...ALONE], isolate: false } },
    ],
  },
});
