/** How a run of a case begins: with its first entry where that is all there is, else from what has been recorded of it. */
import type { CountyClock } from '../contract/county-clock.ts';
import { workflowIdOf } from '../contract/names.ts';
import type { CaseName } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries } from '../db/effects.ts';
import { readLedger, recordedSeq } from '../db/ledger.ts';
import type { CaseStart } from '../workflows/shell/messages.ts';

type Place = {
  readonly sql: Sql;
  readonly clock: () => CountyClock;
  readonly taskQueue: string;
  readonly workflowPrefix: string;
  readonly continueAfterEvents?: number;
};

async function caseStart({ sql, clock, continueAfterEvents }: Place, caseNo: string): Promise<CaseStart> {
  const [seq, delivered] = await Promise.all([recordedSeq(sql, caseNo), deliveries(sql, caseNo)]);
  return {
    ...(seq === 1 ? { ledger: await readLedger(sql, caseNo) } : { resumed: { caseNo, seq } }),
    delivered: [...delivered.keys()],
    clock: clock(),
    inOrder: true,
    endsWithCase: true,
    ...(continueAfterEvents ? { continueAfterEvents } : {}),
  };
}

/**
 * A run of a case as it is asked of Temporal; one that has a run goes on in it. `first`: only if it has never had one, for
 * one that has just ended may have entered what is not recorded yet.
 */
export const runOf = async (place: Place, { matter, caseNo }: CaseName, which: 'first' | 'further') => ({
  workflowId: workflowIdOf(place.workflowPrefix, matter, caseNo),
  taskQueue: place.taskQueue,
  args: [await caseStart(place, caseNo)] as [CaseStart],
  workflowIdReusePolicy: which === 'first' ? ('REJECT_DUPLICATE' as const) : ('ALLOW_DUPLICATE' as const),
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  staticSummary: caseNo,
});
