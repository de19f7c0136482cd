/** A case's activities: `once` reports an outside system's incident at once, `patiently` retries for as long as it takes. */
import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import { outsideIncident } from '../../contract/names.ts';
import type { CaseActivities } from './messages.ts';

const second = 1_000;

export const once = proxyActivities<CaseActivities>({
  startToCloseTimeout: 30 * second,
  retry: {
    initialInterval: second,
    backoffCoefficient: 2,
    maximumInterval: 30 * second,
    nonRetryableErrorTypes: [outsideIncident],
  },
});

export const patiently = proxyActivities<CaseActivities>({
  startToCloseTimeout: 30 * second,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: 60 * second },
});

export const isIncident = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === outsideIncident;
