/** The monthly schedule of Temporal by which periods are frozen; made once, by whichever worker comes first. */
import { ScheduleAlreadyRunning } from '@temporalio/client';
import type { Dispatcher } from './dispatch.ts';

export const periodSchedule = (prefix: string): string => `${prefix}/periods`;

export async function schedulePeriods({ client, taskQueue, workflowPrefix }: Dispatcher): Promise<void> {
  const id = periodSchedule(workflowPrefix);
  try {
    await client.schedule.create({
      scheduleId: id,
      // Daily: what is due is frozen, by the county's own clock, and nothing twice.
      spec: { calendars: [{ hour: 3, minute: 30 }], timezone: 'Asia/Shanghai' },
      action: { type: 'startWorkflow', workflowType: 'freezePeriods', workflowId: id, taskQueue, args: [] },
      policies: { overlap: 'SKIP', catchupWindow: '7 days' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
