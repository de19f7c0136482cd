/** How a run of a case begins: with its first entry, or from what has been recorded of it. */
import type { CountyClock } from '../contract/county-clock.ts';
import type { CaseName } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries } from '../db/effects.ts';
import { readLedger, recordedSeq } from '../db/ledger.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { fold } from '../engine/ledger/fold.ts';
import { resendActs } from '../engine/ledger/resending.ts';
import { versionsOf } from '../workflows/index.ts';
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

/** Whether a closed case needs no run: nothing it sent has met an incident or is to be put right. */
export async function isAtRest(sql: Sql, { matter, caseNo }: CaseName): Promise<boolean> {
  const state = fold(versionsOf(matter), await readLedger(sql, caseNo));
  return state.troubles.length === 0 && resendActs(state).length === 0;
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
