/** Starts a live case's workflow again from its ledger, with its timers, when Temporal has lost it or it is stuck. */
import type { WorkflowHandle } from '@temporalio/client';
import { stateQuery, workflowIdOf } from '../contract/names.ts';
import { wokeUp } from '../db/asleep.ts';
import { head } from '../db/cases.ts';
import { requeue } from '../db/outbox.ts';
import { furtherRun } from './case-start.ts';
import type { Dispatcher } from './dispatch.ts';
import { hasClosed, isAtRest } from './ended.ts';
import { within, workerSeen } from './temporal.ts';

/** `replaced`: a run was there and did not answer; it has been ended. */
export type Revival = 'revived' | 'replaced' | 'alive' | 'closed';

const answersWithinMs = 10_000;

/** Whether the run answers with its state, while there is a worker to answer for it. */
async function answers({ client, taskQueue }: Dispatcher, handle: WorkflowHandle): Promise<boolean> {
  if (!(await workerSeen(client, taskQueue))) throw new Error('没有 worker 在运行，无从判断办件是否卡住');
  const until = Date.now() + answersWithinMs;
  while (Date.now() < until) {
    const state = await within(client, until - Date.now(), () =>
      handle.query<{ readonly loading?: boolean }>(stateQuery),
    ).catch(() => undefined);
    if (state && !state.loading) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** Does nothing to a case that is closed and at rest, or whose workflow answers. Throws if there is no such case, or no worker. */
export async function reviveCase(dispatcher: Dispatcher, caseNo: string): Promise<Revival> {
  const { client, sql, workflowPrefix } = dispatcher;
  const known = await head(sql, caseNo);
  if (!known) throw new Error(`没有这件办件：${caseNo}`);
  const workflowId = workflowIdOf(workflowPrefix, known.matter, caseNo);
  const handle = client.workflow.getHandle(workflowId);
  const running = await handle.describe().then(
    ({ status: { name } }) => name === 'RUNNING',
    () => false,
  );
  if (running && (await answers(dispatcher, handle))) return 'alive';
  if (!running && (await hasClosed(sql, caseNo)) && (await isAtRest(sql, known))) return 'closed';
  const run = await furtherRun(dispatcher, known);
  await requeue(sql, caseNo);
  await client.workflow.start(known.matter, {
    ...run,
    workflowIdConflictPolicy: running ? 'TERMINATE_EXISTING' : 'FAIL',
  });
  await wokeUp(sql, caseNo);
  return running ? 'replaced' : 'revived';
}
