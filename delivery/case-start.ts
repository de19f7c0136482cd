/** How a run of a case begins: with its first entry where that is all there is, else from what has been recorded of it. */
import type { CountyClock } from '../contract/county-clock.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries } from '../db/effects.ts';
import { readLedger, recordedSeq } from '../db/ledger.ts';
import type { CaseStart } from '../workflows/shell/messages.ts';

type Manner = { readonly clock: () => CountyClock; readonly continueAfterEvents?: number };

export async function startAgain(
  { sql, clock, continueAfterEvents }: Manner & { readonly sql: Sql },
  caseNo: string,
): Promise<CaseStart> {
  const [seq, delivered] = await Promise.all([recordedSeq(sql, caseNo), deliveries(sql, caseNo)]);
  return {
    ...(seq === 1 ? { ledger: await readLedger(sql, caseNo) } : { resumed: { caseNo, seq } }),
    delivered: [...delivered.keys()],
    clock: clock(),
    inOrder: true as const,
    endsWithCase: true as const,
    ...(continueAfterEvents ? { continueAfterEvents } : {}),
  };
}
