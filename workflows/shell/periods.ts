/** The workflow of the monthly schedule: freezes what has come to be frozen. */
import { proxyActivities } from '@temporalio/workflow';
import type { PeriodActivities } from './messages.ts';

const { freezePeriods: freeze } = proxyActivities<PeriodActivities>({
  startToCloseTimeout: 10 * 60_000,
  retry: { initialInterval: 1_000, maximumInterval: 60_000 },
});

export async function freezePeriods(): Promise<readonly string[]> {
  return await freeze();
}
