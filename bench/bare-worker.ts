/** A worker for the bare workflow, in a process of its own as Yimen's worker is. */
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const logger = new DefaultLogger('ERROR');
Runtime.install({ shutdownSignals: [], logger });
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
  logger,
});
const worker = await Worker.create({
  connection,
  taskQueue: 'bare',
  workflowBundle,
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20 },
});
process.on('SIGTERM', () => worker.shutdown());
process.on('disconnect', () => worker.shutdown());
process.send?.({ ready: true });
await worker.run();
await connection.close();
