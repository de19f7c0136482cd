import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'pure', include: ['tests/{engine,rules,project}/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'stack',
          include: ['tests/{processes,api,delivery,outside,stack}/**/*.test.ts'],
          globalSetup: ['tests/setup/stack.ts'],
        },
      },
    ],
  },
});
