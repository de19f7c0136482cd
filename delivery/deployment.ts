/** Worker deployment versions: which build new cases start on. Cases under way are pinned to theirs. */
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Dispatcher } from './dispatch.ts';
import { describeTaskQueue } from './temporal.ts';

const { ROUTING_CONFIG_UPDATE_STATE_IN_PROGRESS: inProgress } =
  proto.temporal.api.enums.v1.RoutingConfigUpdateState;

async function isRouted(client: Client, deploymentName: string): Promise<boolean> {
  const { workerDeploymentInfo } = await client.workflowService.describeWorkerDeployment({
    namespace: client.options.namespace,
    deploymentName,
  });
  return workerDeploymentInfo?.routingConfigUpdateState !== inProgress;
}

/** Whether the queue itself, of cases and of what they ask, says that it routes to the build. */
async function routesTo(client: Client, taskQueue: string, buildId: string): Promise<boolean> {
  const described = await Promise.all([
    describeTaskQueue(client, taskQueue, 'WORKFLOW'),
    describeTaskQueue(client, taskQueue, 'ACTIVITY'),
  ]);
  return described.every(
    ({ versioningInfo }) => versioningInfo?.currentDeploymentVersion?.buildId === buildId,
  );
}

/** Temporal's own word that all queues route may never come (temporalio/temporal issue 11842): after so long, ours is asked. */
const wordComesWithinMs = 10_000;

/** Waits until a worker of this build has been seen, and until the task queue routes by it: the call itself returns before that. */
export async function promote(
  { client, taskQueue }: Pick<Dispatcher, 'client' | 'taskQueue'>,
  deploymentName: string,
  buildId: string,
  waitMs = 60_000,
): Promise<void> {
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      await client.workflowService.setWorkerDeploymentCurrentVersion({
        namespace: client.options.namespace,
        deploymentName,
        buildId,
        identity: 'yimen-promote',
      });
      break;
    } catch (error) {
      if (Date.now() > until) throw error;
      await setTimeout(500);
    }
  }
  const asksFrom = Date.now() + wordComesWithinMs;
  while (!(await isRouted(client, deploymentName))) {
    if (Date.now() > asksFrom && (await routesTo(client, taskQueue, buildId))) break;
    if (Date.now() > until)
      throw new Error(`${deploymentName} 的任务队列还没有全部改到 ${buildId}，请再执行一次`);
    await setTimeout(50);
  }
}
