/** A case's activities: `once` reports an outside system's incident at once, `patiently` retries for as long as it takes. */
import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import { outsideIncident, outsideRefusal } from '../../contract/names.ts';
import type { CaseActivities, RefusedOutside } from './messages.ts';

const second = 1_000;

export const once = proxyActivities<CaseActivities>({
  startToCloseTimeout: 30 * second,
  retry: {
    initialInterval: second,
    backoffCoefficient: 2,
    maximumInterval: 30 * second,
    nonRetryableErrorTypes: [outsideIncident, outsideRefusal],
  },
});

export const patiently = proxyActivities<CaseActivities>({
  startToCloseTimeout: 30 * second,
  retry: {
    initialInterval: second,
    backoffCoefficient: 2,
    maximumInterval: 60 * second,
    nonRetryableErrorTypes: [outsideRefusal],
  },
});

const causeOf = (error: unknown, type: string): ApplicationFailure | undefined =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.type === type
    ? error.cause
    : undefined;

export const isIncident = (error: unknown): boolean => causeOf(error, outsideIncident) !== undefined;

/** What an outside system refused for good; undefined if that is not what went wrong. */
export const refusedOutside = (error: unknown): RefusedOutside | undefined =>
  causeOf(error, outsideRefusal)?.details?.[0] as RefusedOutside | undefined;
