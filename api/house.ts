/** Builds the house from its settings: connections, clock, stores. One place for the API and for tests. */
import { pino } from 'pino';
import { type CountyClock, countyTime, wallClock } from '../contract/county-clock.ts';
import { clockUpdate, workflowIdOf } from '../contract/names.ts';
import type { Settings } from '../contract/settings.ts';
import { connect } from '../db/connect.ts';
import { readCountyClock, writeCountyClock } from '../db/county-clock.ts';
import { identityVault } from '../db/identity-vault.ts';
import { liveCases } from '../db/tables.ts';
import { temporalClient } from '../delivery/temporal.ts';
import type { House } from './env.ts';
import { materialStore } from './materials.ts';
import { createMetrics } from './metrics.ts';

export type OpenHouse = { readonly house: House; readonly close: () => Promise<void> };

export async function openHouse(settings: Settings): Promise<OpenHouse> {
  const log = pino({ level: settings.YIMEN_LOG, base: { room: 'api' } });
  const sql = connect(settings.DATABASE_URL, 'yimen-api', 16);
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
  const listening = await sql.listen(
    'county_clock_moved',
    () => void follow().catch((error: unknown) => log.error({ err: error }, 'county clock')),
    () => void follow().catch(() => {}),
  );
  const courier = {
    sql,
    client,
    taskQueue: settings.YIMEN_TASK_QUEUE,
    workflowPrefix: settings.YIMEN_WORKFLOW_PREFIX,
    clock: () => clock,
    patienceMs: settings.YIMEN_COMMAND_PATIENCE_MS,
    ...(settings.YIMEN_CONTINUE_AFTER_EVENTS
      ? { continueAfterEvents: settings.YIMEN_CONTINUE_AFTER_EVENTS }
      : {}),
  };

  /** Tells every live case, a few at a time. */
  async function moveClock(moved: CountyClock): Promise<void> {
    await writeCountyClock(sql, moved);
    clock = moved;
    for (let after = ''; ; ) {
      const cases = await liveCases(sql, after, 200);
      const waiting = [...cases];
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const handle = client.workflow.getHandle(
            workflowIdOf(settings.YIMEN_WORKFLOW_PREFIX, next.matter, next.caseNo),
          );
          await client
            .withDeadline(Date.now() + settings.YIMEN_COMMAND_PATIENCE_MS, () =>
              handle.executeUpdate(clockUpdate, { args: [moved] }),
            )
            .catch((error: unknown) => {
              log.warn(
                { caseNo: next?.caseNo, err: { message: (error as Error).message } },
                'case not told of the clock',
              );
            });
        }
      };
      await Promise.all(Array.from({ length: 8 }, lane));
      const last = cases.at(-1);
      if (!last) return;
      after = last.caseNo;
    }
  }

  const house: House = {
    settings,
    sql,
    courier,
    vault: identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY),
    materials: materialStore(settings),
    metrics: createMetrics(),
    log,
    clock: () => clock,
    now: () => countyTime(clock, Date.now()),
    moveClock,
  };
  return {
    house,
    async close() {
      await listening.unlisten().catch(() => {});
      await client.connection.close();
      await sql.end({ timeout: 5 });
    },
  };
}
