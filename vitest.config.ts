import { defineConfig } from 'vitest/config';

// apart from vite.config.ts, so that unit tests do not load the extension's build
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    // a zone with daylight saving that is not the developer's: times that are right here by luck are found
    env: { TZ: 'America/New_York' },
    restoreMocks: true,
    // a limit for what hangs, not a measure: property tests take their time on a small machine
    testTimeout: 60_000,
  },
});
