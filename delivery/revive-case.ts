/** Starts a live case's workflow again from its ledger, with its timers, when Temporal has lost it. */
import type { WorkflowExecutionStatusName } from '@temporalio/client';
import { workflowIdOf } from '../contract/names.ts';
import { head } from '../db/cases.ts';
import { deliveredKeys } from '../db/effects.ts';
import { recordedSeq } from '../db/ledger.ts';
import type { CaseStart } from '../workflows/shell/messages.ts';
import type { Dispatcher } from './dispatch.ts';

export type Revival = 'revived' | 'alive' | 'closed';

/** Does nothing to a case that is closed or whose workflow runs. Throws if there is no such case. */
export async function reviveCase(dispatcher: Dispatcher, caseNo: string): Promise<Revival> {
  const known = await head(dispatcher.sql, caseNo);
  if (!known) throw new Error(`没有这件办件：${caseNo}`);
  if (known.state === 'closed') return 'closed';
  const workflowId = workflowIdOf(dispatcher.workflowPrefix, known.matter, caseNo);
  const status = await dispatcher.client.workflow
    .getHandle(workflowId)
    .describe()
    .then(({ status: { name } }): WorkflowExecutionStatusName => name)
    .catch(() => undefined);
  if (status === 'RUNNING') return 'alive';
  const start: CaseStart = {
    resumed: { caseNo, seq: await recordedSeq(dispatcher.sql, caseNo) },
    clock: dispatcher.clock(),
    delivered: [...(await deliveredKeys(dispatcher.sql, caseNo))],
  };
  await dispatcher.client.workflow.start(known.matter, {
    workflowId,
    taskQueue: dispatcher.taskQueue,
    args: [start],
    // A lost or terminated run may be followed by another; a running one is left alone.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL',
  });
  return 'revived';
}
