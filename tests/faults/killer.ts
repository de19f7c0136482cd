/** Ends parts of the house at random moments, at once and unannounced, and starts them again. */
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { WholeHouse } from '../../stack/whole-house.ts';

const parts = ['API', 'worker', 'Temporal', 'PostgreSQL'] as const;
export type Part = (typeof parts)[number];
export type Killed = Record<Part, number>;

async function kill(house: WholeHouse, part: Part, awayMs: number): Promise<void> {
  // API and worker are started again by the house itself.
  if (part === 'API') house.api.kill();
  else if (part === 'worker') house.worker.kill();
  else if (part === 'Temporal') {
    await house.killTemporal();
    await pause(awayMs);
    await house.restartTemporal();
  } else {
    await house.killPostgres();
    await pause(awayMs);
    await house.restartPostgres();
  }
}

/** Kills every part in turn first, then any, with the pauses the seed gives, until told to stop. */
export function startKiller(
  house: WholeHouse,
  seed: number,
): { readonly killed: Killed; stop(): Promise<void> } {
  const killed: Killed = { API: 0, worker: 0, Temporal: 0, PostgreSQL: 0 };
  const plan = fc
    .sample(
      fc.record({
        part: fc.constantFrom(...parts),
        restMs: fc.integer({ min: 200, max: 4_000 }),
        awayMs: fc.integer({ min: 0, max: 2_000 }),
      }),
      { seed, numRuns: 1_000 },
    )
    .map((step, i) => ({ ...step, part: parts[i] ?? step.part }));
  let stopped = false;
  const work = (async () => {
    for (const [i, { part, restMs, awayMs }] of plan.entries()) {
      await pause(restMs);
      if (stopped && i >= parts.length) return;
      await kill(house, part, awayMs);
      killed[part]++;
    }
  })();
  return {
    killed,
    async stop() {
      stopped = true;
      await work;
    },
  };
}
