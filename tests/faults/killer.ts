/** Ends parts of the stack at random moments, at once and unannounced, and starts them again. */
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { LocalStack } from '../../stack/local-stack.ts';

const parts = ['API', 'worker', 'Temporal', 'PostgreSQL'] as const;
export type Part = (typeof parts)[number];
export type Killed = Record<Part, number>;

async function kill(stack: LocalStack, part: Part, awayMs: number): Promise<void> {
  // API and worker are started again by the stack itself.
  if (part === 'API') stack.api.kill();
  else if (part === 'worker') stack.worker.kill();
  else if (part === 'Temporal') {
    await stack.killTemporal();
    await pause(awayMs);
    await stack.restartTemporal();
  } else {
    await stack.killPostgres();
    await pause(awayMs);
    await stack.restartPostgres();
  }
}

/** Waits until the whole stack answers, for as long as a slow machine takes to start a worker. */
async function recovered(stack: LocalStack): Promise<void> {
  const signal = AbortSignal.timeout(30_000);
  while (!signal.aborted) {
    const ready = await fetch(`${stack.address}/api/v1/ready`, { signal }).catch(() => undefined);
    if (ready?.ok) return;
    await pause(200);
  }
}

/** Kills every part in turn first, then any, with the pauses the seed gives, until told to stop or that many are done. */
export function startKiller(
  stack: LocalStack,
  seed: number,
  kills: number,
): { readonly killed: Killed; stop(): Promise<void> } {
  const killed: Killed = { API: 0, worker: 0, Temporal: 0, PostgreSQL: 0 };
  const plan = fc
    .sample(
      fc.record({
        part: fc.constantFrom(...parts),
        restMs: fc.integer({ min: 200, max: 4_000 }),
        awayMs: fc.integer({ min: 0, max: 2_000 }),
      }),
      { seed, numRuns: Math.max(kills, parts.length) },
    )
    .map((step, i) => ({ ...step, part: parts[i] ?? step.part }));
  let stopped = false;
  const work = (async () => {
    for (const [i, { part, restMs, awayMs }] of plan.entries()) {
      // Mostly what was ended has come back first; every fourth time it is ended while the rest is still recovering.
      if (i % 4 !== 3) await recovered(stack);
      await pause(restMs);
      if (stopped && i >= parts.length) return;
      await kill(stack, part, awayMs);
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
