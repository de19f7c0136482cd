import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: [
            'tests/{engine,county,project}/**/*.test.ts',
            'tests/matters/*/{vectors,clauses/*}.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'stack',
          include: ['tests/{matters,api,delivery,outside,stack,web}/**/*.test.ts'],
          exclude: ['tests/matters/*/{vectors,clauses/*}.test.ts'],
          globalSetup: ['tests/setup/stack.ts'],
        },
      },
    ],
  },
});
