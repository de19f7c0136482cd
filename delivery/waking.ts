/** The run of a case that has none begins: its time has come, or it has something to ask. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { countyTime } from '../contract/county-clock.ts';
import { casesToWake, wakingChannel, wokeUp } from '../db/asleep.ts';
import type { CaseName } from '../db/commands.ts';
import { firstRun } from './case-start.ts';
import type { Dispatcher } from './dispatch.ts';
import { inLanes, type Sweep, type SweepOptions, sweep } from './sweep.ts';
import { within } from './temporal.ts';

/** A run that begins twice is one run; a case that has had one is awake. */
async function wake(dispatcher: Dispatcher, name: CaseName): Promise<void> {
  const { client, patienceMs, sql } = dispatcher;
  const run = await firstRun(dispatcher, name);
  if (!run) return;
  await within(client, patienceMs, () => client.workflow.start(name.matter, run)).catch((error) => {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  });
  await wokeUp(sql, name.caseNo);
}

const atOnce = 6;

/** Wakes those whose time has come; returns how many. */
async function wakeDue(dispatcher: Dispatcher, onError: (error: unknown) => void): Promise<number> {
  const due = await casesToWake(dispatcher.sql, countyTime(dispatcher.clock(), Date.now()), 10 * atOnce);
  let woken = 0;
  const faults: unknown[] = [];
  await inLanes(due, atOnce, async (name) => {
    await wake(dispatcher, name).then(
      () => woken++,
      (fault) => faults.push(fault),
    );
  });
  // While Temporal is away they all fail alike.
  if (faults.length > 0) onError(faults[0]);
  return woken;
}

/** On any number of workers. */
export async function startWaking(
  dispatcher: Dispatcher,
  options: SweepOptions,
): Promise<Pick<Sweep, 'stop'>> {
  const looking = sweep(options, async () => await wakeDue(dispatcher, options.onError));
  const { unlisten } = await dispatcher.sql.listen(wakingChannel, looking.call);
  return {
    async stop() {
      await unlisten();
      await looking.stop();
    },
  };
}
