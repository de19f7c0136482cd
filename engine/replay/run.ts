/**
 * Runs a process over the decisions taken so far. The result is a function of their *set*: each act is fed its own
 * decision by key, a branch stops at the first act without one, and branches run apart. Nothing is resumed.
 */
import type { Context } from '../process/definition.ts';
import type { Run, RunInput } from './derived.ts';
import { Runner } from './runner.ts';

/** The state of the case as its process sees it. Throws only on a fault of the process itself. */
export function run(input: RunInput): Run {
  const runner = new Runner(input);
  const body = input.process.body(runner.context as Context<never>);
  const step = body.next();
  return runner.finish(step.done ? step.value : undefined);
}
