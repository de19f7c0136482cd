/** Starts a live case's workflow again from its ledger, with its timers, when Temporal has lost it. */
import type { WorkflowExecutionStatusName } from '@temporalio/client';
import { workflowIdOf } from '../contract/names.ts';
import { deliveredKeys } from '../db/effects.ts';
import { readLedger } from '../db/ledger.ts';
import { fold } from '../engine/ledger/fold.ts';
import { isClosed } from '../engine/ledger/state.ts';
import { versionsOf } from '../workflows/index.ts';
import type { CaseStart } from '../workflows/shell/messages.ts';
import type { Dispatcher } from './dispatch.ts';

export type Revival = 'revived' | 'alive' | 'closed';

/** Does nothing to a case that is closed or whose workflow runs. Throws if there is no such case. */
export async function reviveCase(dispatcher: Dispatcher, caseNo: string): Promise<Revival> {
  const ledger = await readLedger(dispatcher.sql, caseNo);
  const opened = ledger[0]?.event;
  if (opened?.type !== 'opened') throw new Error(`没有这件办件：${caseNo}`);
  if (isClosed(fold(versionsOf(opened.process), ledger))) return 'closed';
  const workflowId = workflowIdOf(dispatcher.workflowPrefix, opened.process, caseNo);
  const status = await dispatcher.client.workflow
    .getHandle(workflowId)
    .describe()
    .then(({ status: { name } }): WorkflowExecutionStatusName => name)
    .catch(() => undefined);
  if (status === 'RUNNING') return 'alive';
  const start: CaseStart = {
    ledger,
    clock: dispatcher.clock(),
    delivered: [...(await deliveredKeys(dispatcher.sql, caseNo))],
  };
  await dispatcher.client.workflow.start(opened.process, {
    workflowId,
    taskQueue: dispatcher.taskQueue,
    args: [start],
    // A lost or terminated run may be followed by another; a running one is left alone.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL',
  });
  return 'revived';
}
