/** The worker process: cases, what they send and ask, and the sweeper. */
import { existsSync } from 'node:fs';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { caseActivities } from '../activities/case-activities.ts';
import { outsideWorld } from '../activities/outside/world.ts';
import { type CountyClock, wallClock } from '../contract/county-clock.ts';
import { readSettings } from '../contract/settings.ts';
import { connect } from '../db/connect.ts';
import { readCountyClock } from '../db/county-clock.ts';
import { identityVault } from '../db/identity-vault.ts';
import { startSweeper } from '../delivery/sweep.ts';
import { temporalClient } from '../delivery/temporal.ts';
import { buildBundle } from './bundle.ts';
import { createWorker } from './worker.ts';

const settings = readSettings(process.env);
const log = pino({ level: settings.YIMEN_LOG, base: { room: 'worker' } });
Runtime.install({ shutdownSignals: [] });

const sql = connect(settings.DATABASE_URL, 'yimen-worker', 16);
const vault = identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY);
const temporal = {
  address: settings.TEMPORAL_ADDRESS,
  namespace: settings.TEMPORAL_NAMESPACE,
  keys: settings.YIMEN_PAYLOAD_KEYS,
};
const client = await temporalClient(temporal);

let clock: CountyClock = wallClock;
const follow = async (): Promise<void> => {
  if (settings.YIMEN_PROFILE !== 'production') clock = (await readCountyClock(sql)) ?? wallClock;
};
await follow();
await sql.listen(
  'county_clock_moved',
  () => void follow().catch((error: unknown) => log.error({ err: error }, 'county clock')),
);

if (settings.YIMEN_PROFILE !== 'production' || !existsSync(settings.YIMEN_WORKFLOW_BUNDLE))
  await buildBundle(settings.YIMEN_WORKFLOW_BUNDLE);

async function connectPatiently(): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
    } catch (error) {
      log.warn({ err: { message: (error as Error).message } }, 'Temporal is away');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

const connection = await connectPatiently();
const { YIMEN_DEPLOYMENT: name, YIMEN_BUILD_ID: buildId } = settings;
const worker = await createWorker({
  connection,
  namespace: settings.TEMPORAL_NAMESPACE,
  taskQueue: settings.YIMEN_TASK_QUEUE,
  keys: settings.YIMEN_PAYLOAD_KEYS,
  bundlePath: settings.YIMEN_WORKFLOW_BUNDLE,
  activities: caseActivities(sql, outsideWorld(settings, sql, vault)),
  ...(name && buildId ? { deployment: { name, buildId } } : {}),
});
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
const sweeper = startSweeper(courier, {
  everyMs: 500,
  graceMs: 15_000,
  onError: (error) => log.error({ err: { message: (error as Error).message } }, 'sweep'),
});

const end = (): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('disconnect', end);
log.info('working');
process.send?.({ ready: true });
await worker.run();
await sweeper.stop();
await connection.close();
await client.connection.close();
await sql.end({ timeout: 5 });
process.exit(0);
