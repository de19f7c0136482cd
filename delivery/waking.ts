/** The run of a case that has none begins: its time has come, or it has something to ask. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { countyTime } from '../contract/county-clock.ts';
import { casesToWake, wakingChannel, wokeUp } from '../db/asleep.ts';
import type { CaseName } from '../db/commands.ts';
import { firstRun } from './case-start.ts';
import type { Dispatcher } from './dispatch.ts';
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
  const due = [
    ...(await casesToWake(dispatcher.sql, countyTime(dispatcher.clock(), Date.now()), 10 * atOnce)),
  ];
  let woken = 0;
  const faults: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let next = due.shift(); next; next = due.shift())
      await wake(dispatcher, next).then(
        () => woken++,
        (fault) => faults.push(fault),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  // While Temporal is away they all fail alike.
  if (faults.length > 0) onError(faults[0]);
  return woken;
}

/** Looks until stopped, on any number of workers. */
export async function startWaking(
  dispatcher: Dispatcher,
  { everyMs, onError }: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let isCalled = false;
  let go = (): void => {};
  const call = (): void => {
    isCalled = true;
    go();
  };
  const { unlisten } = await dispatcher.sql.listen(wakingChannel, call);
  const work = (async () => {
    while (!stopped) {
      isCalled = false;
      const woken = await wakeDue(dispatcher, onError).catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (woken > 0 || stopped || isCalled) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        go = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      call();
      await unlisten();
      await work;
    },
  };
}
