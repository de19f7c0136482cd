/** A Temporal worker for cases: bundle, codec and tuning in one place. */
import { type NativeConnection, Worker } from '@temporalio/worker';
import { dataConverter } from '../delivery/temporal.ts';
import type { SealingKey } from '../security/payload-codec.ts';
import type { CaseActivities, PeriodActivities } from '../workflows/shell/messages.ts';

export type WorkerOptions = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly keys: readonly SealingKey[];
  readonly bundlePath: string;
  readonly activities: CaseActivities & PeriodActivities;
  readonly deployment?: { readonly name: string; readonly buildId: string };
  readonly maxCachedCases?: number;
};

export async function createWorker(options: WorkerOptions): Promise<Worker> {
  const {
    connection,
    namespace,
    taskQueue,
    keys,
    bundlePath,
    activities,
    deployment,
    maxCachedCases = 2_000,
  } = options;
  return await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities,
    dataConverter: dataConverter(keys),
    workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20 },
    activityTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20 },
    maxConcurrentActivityTaskExecutions: 24,
    maxCachedWorkflows: maxCachedCases,
    shutdownGraceTime: '10s',
    ...(deployment
      ? {
          workerDeploymentOptions: {
            version: { deploymentName: deployment.name, buildId: deployment.buildId },
            useWorkerVersioning: true,
            defaultVersioningBehavior: 'PINNED' as const,
          },
        }
      : {}),
  });
}
