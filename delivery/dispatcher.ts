/** A dispatcher for a process that is not the API: the worker, a command run by hand. */

import type { County } from '../contract/county.ts';
import { type CountyClock, wallClock } from '../contract/county-clock.ts';
import type { Settings } from '../contract/settings.ts';
import { connect } from '../db/connect.ts';
import { readCountyClock } from '../db/county-clock.ts';
import { currentUnits, unitsChanged } from '../db/units.ts';
import type { Dispatcher } from './dispatch.ts';
import { temporalClient } from './temporal.ts';

export type OpenDispatcher = {
  readonly dispatcher: Dispatcher;
  /** Reads the county clock again, now. */
  readonly followClock: () => Promise<void>;
  /** Reads the units that were changed again, now. */
  readonly followUnits: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Follows the county clock as it is moved, and the units as they are changed. */
export async function openDispatcher(
  settings: Settings,
  county: County,
  name: string,
  connections: number,
): Promise<OpenDispatcher> {
  const sql = connect(settings.DATABASE_URL, name, connections);
  const client = await temporalClient({
    address: settings.TEMPORAL_ADDRESS,
    namespace: settings.TEMPORAL_NAMESPACE,
    keys: settings.YIMEN_PAYLOAD_KEYS,
  });
  let clock: CountyClock = wallClock;
  const follow = async (): Promise<void> => {
    if (settings.YIMEN_PROFILE !== 'production') clock = (await readCountyClock(sql)) ?? wallClock;
  };
  await follow();
  const again = (): void => void follow().catch(() => {});
  await sql.listen('county_clock_moved', again, again);
  let units = county.units;
  const followUnits = async (): Promise<void> => {
    units = await currentUnits(sql, county.units);
  };
  await followUnits();
  const unitsAgain = (): void => void followUnits().catch(() => {});
  await sql.listen(unitsChanged, unitsAgain, unitsAgain);
  const live: County = {
    ...county,
    get units() {
      return units;
    },
  };
  return {
    dispatcher: {
      county: live,
      sql,
      client,
      taskQueue: settings.YIMEN_TASK_QUEUE,
      workflowPrefix: settings.YIMEN_WORKFLOW_PREFIX,
      clock: () => clock,
      patienceMs: settings.YIMEN_COMMAND_PATIENCE_MS,
      ...(settings.YIMEN_CONTINUE_AFTER_EVENTS
        ? { continueAfterEvents: settings.YIMEN_CONTINUE_AFTER_EVENTS }
        : {}),
    },
    followClock: follow,
    followUnits,
    async close() {
      await client.connection.close();
      await sql.end({ timeout: 5 });
    },
  };
}
