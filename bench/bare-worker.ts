/**
 * A worker for the bare workflow, in a process of its own as Yimen's worker is: `bare` as Temporal comes, `bare-sealed`
 * with Yimen's codec.
 */
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readSettings } from '../contract/settings.ts';
import { dataConverter } from '../delivery/temporal.ts';

const logger = new DefaultLogger('ERROR');
Runtime.install({ shutdownSignals: [], logger });
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
  logger,
});
const common = {
  connection,
  workflowBundle,
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20 },
} as const;
const workers = [
  await Worker.create({ ...common, taskQueue: 'bare' }),
  await Worker.create({
    ...common,
    taskQueue: 'bare-sealed',
    dataConverter: dataConverter(readSettings(process.env).YIMEN_PAYLOAD_KEYS),
  }),
];
const shutdown = (): void => {
  for (const worker of workers) worker.shutdown();
};
process.on('SIGTERM', shutdown);
process.on('disconnect', shutdown);
process.send?.({ ready: true });
await Promise.all(workers.map(async (worker) => await worker.run()));
await connection.close();
