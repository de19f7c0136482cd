/** A text message that no case says: it is worth sending for a few minutes only. */
import { proxyActivities } from '@temporalio/workflow';
import type { CodeActivities, CodeMessage } from './messages.ts';

const { sendCode } = proxyActivities<CodeActivities>({
  startToCloseTimeout: 20_000,
  scheduleToCloseTimeout: 5 * 60_000,
  retry: { initialInterval: 1_000, maximumInterval: 20_000 },
});

export async function oneTimeCode(message: CodeMessage): Promise<void> {
  await sendCode(message);
}
