/** How a run of a case begins: with its first entry, or from what has been recorded of it. */
import type { CountyClock } from '../contract/county-clock.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries } from '../db/effects.ts';
import { recordedSeq } from '../db/ledger.ts';
import type { Entry } from '../engine/ledger/entry.ts';
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
