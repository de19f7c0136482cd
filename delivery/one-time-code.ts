/** Sends a one-time code on its way. */
import type { Dispatcher } from './dispatch.ts';
import { within } from './temporal.ts';

export async function sendOneTimeCode(
  { client, taskQueue, workflowPrefix, patienceMs }: Dispatcher,
  message: { readonly id: string; readonly to: string; readonly code: string },
): Promise<void> {
  await within(
    client,
    patienceMs,
    async () =>
      await client.workflow.start('oneTimeCode', {
        workflowId: `${workflowPrefix}/code/${message.id}`,
        taskQueue,
        args: [message],
        workflowExecutionTimeout: 10 * 60_000,
      }),
  );
}
