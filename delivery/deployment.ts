/** Worker deployment versions: which build new cases start on. Cases under way are pinned to theirs. */
import type { Client } from '@temporalio/client';

/** Waits until a worker of this build has been seen. */
export async function promote(
  client: Client,
  deploymentName: string,
  buildId: string,
  waitMs = 30_000,
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
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
