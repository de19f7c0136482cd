import { defineConfig } from 'vitest/config';

/** `npm run test:rules`: the rules of a matter, each played on the whole stack. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 3,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { YIMEN_TOWN: 'stack' },
    include: ['tests/matters/whistle/clauses/*.test.ts'],
    globalSetup: ['tests/setup/stack.ts'],
  },
});
