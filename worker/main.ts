/** The worker process: cases, what they send and ask, and the redelivery. */
import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { caseActivities } from '../activities/case-activities.ts';
import { codeActivities } from '../activities/one-time-codes.ts';
import { outsideSystems } from '../activities/systems.ts';
import { countyTime } from '../contract/county-clock.ts';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { openDispatcher } from '../delivery/dispatcher.ts';
import { schedulePeriods } from '../delivery/period-schedule.ts';
import { periodActivities } from '../delivery/periods.ts';
import { startRedelivery } from '../delivery/redelivery.ts';
import { installRuntime } from '../delivery/temporal.ts';
import { startWaking } from '../delivery/waking.ts';
import { identityVault } from '../security/identity-vault.ts';
import { buildBundle } from './bundle.ts';
import { startOutbox } from './outbox.ts';
import { withThisSystem } from './this-system.ts';
import { createWorker } from './worker.ts';

// Temporal keeps each case's last answer while the case is cached; cut from a pool, a few KiB would hold 64.
Buffer.poolSize = 0;

const settings = readSettings(process.env);
const log = pino({ level: settings.YIMEN_LOG, base: { room: 'worker' } });

const county = await loadCounty(settings.YIMEN_COUNTY);
const vault = identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY);

const keeps = settings.YIMEN_PROFILE === 'production' || settings.YIMEN_KEEP_BUNDLE;
if (!keeps || !existsSync(settings.YIMEN_WORKFLOW_BUNDLE)) await buildBundle(settings.YIMEN_WORKFLOW_BUNDLE);

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

installRuntime();
const connection = await connectPatiently();
const { dispatcher, close } = await openDispatcher(settings, county, 'yimen-worker', 16);
const { sql } = dispatcher;
const outside = withThisSystem(outsideSystems(settings, sql, vault), dispatcher);
const { YIMEN_DEPLOYMENT: name, YIMEN_BUILD_ID: buildId } = settings;
const worker = await createWorker({
  connection,
  namespace: settings.TEMPORAL_NAMESPACE,
  taskQueue: settings.YIMEN_TASK_QUEUE,
  keys: settings.YIMEN_PAYLOAD_KEYS,
  bundlePath: settings.YIMEN_WORKFLOW_BUNDLE,
  activities: {
    ...caseActivities(sql, outside),
    ...codeActivities(outside),
    ...periodActivities(sql, county, () => countyTime(dispatcher.clock(), Date.now())),
  },
  ...(name && buildId ? { deployment: { name, buildId } } : {}),
});
await schedulePeriods(dispatcher);
const onError = (error: unknown): void => log.error({ err: { message: (error as Error).message } }, 'sweep');
const redelivery = startRedelivery(dispatcher, {
  everyMs: 500,
  graceMs: 15_000,
  leaversEveryMs: 30_000,
  onError,
});
const outbox = await startOutbox(dispatcher, outside, { everyMs: 2_000, onError });
const waking = await startWaking(dispatcher, { everyMs: 1_000, onError });

const end = (): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('disconnect', end);
log.info('working');
process.send?.({ ready: true });
// Killed, it would keep nothing that has been compiled for the one after it.
flushCompileCache();
await worker.run();
await Promise.all([redelivery.stop(), outbox.stop(), waking.stop()]);
await close();
process.exit(0);
