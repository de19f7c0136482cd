import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks', testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    // One more than the processors: a test that waits for a browser or a clock leaves room for another.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          // Nothing here keeps state of its own: each module is loaded once a worker, not once a file.
          isolate: false,
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
          // A stack of its own a file, over the same modules.
          isolate: false,
          include: ['tests/{matters,api,delivery,outside,stack,web}/**/*.test.ts'],
          exclude: ['tests/matters/*/{vectors,clauses/*}.test.ts'],
          globalSetup: ['tests/setup/stack.ts'],
        },
      },
    ],
  },
});
