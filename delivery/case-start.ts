/** How a run of a case begins: with its first entry, or from what has been recorded of it. */
import { type CountyClock, wallTime } from '../contract/county-clock.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries } from '../db/effects.ts';
import { recordedSeq } from '../db/ledger.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { type CaseState, runOf } from '../engine/ledger/state.ts';
import { nextWake } from '../engine/ledger/wake.ts';
import type { CaseStart } from '../workflows/shell/messages.ts';

type Manner = { readonly clock: () => CountyClock; readonly continueAfterEvents?: number };

const inManner = ({ clock, continueAfterEvents }: Manner) => ({
  clock: clock(),
  inOrder: true as const,
  endsWithCase: true as const,
  ...(continueAfterEvents ? { continueAfterEvents } : {}),
});

export const firstStart = (manner: Manner, ledger: readonly Entry[]): CaseStart => ({
  ledger,
  ...inManner(manner),
});

/** Within this (ms) every run has begun, whether or not anything calls for it. */
const sleepsAtMost = 365 * 86_400_000;

/**
 * How long (ms) the run of a case just opened may be put off: a press wakes it before that, and it has nothing to do until
 * its time comes. None if it has a question to put.
 */
export function sleepOf(state: CaseState, clock: CountyClock): number {
  if (runOf(state).open.some(({ inquiry }) => inquiry)) return 0;
  const wake = nextWake(state);
  const due = wake === undefined ? sleepsAtMost : wallTime(clock, wake) - Date.now();
  return Math.min(Math.max(due, 0), sleepsAtMost);
}

export async function startAgain(
  { sql, ...manner }: Manner & { readonly sql: Sql },
  caseNo: string,
): Promise<CaseStart> {
  return {
    resumed: { caseNo, seq: await recordedSeq(sql, caseNo) },
    delivered: [...(await deliveries(sql, caseNo)).keys()],
    ...inManner(manner),
  };
}
