/** How a run of a case begins: the first with its ledger, any other from what has been recorded. */
import type { CountyClock } from '../contract/county-clock.ts';
import { workflowIdOf } from '../contract/names.ts';
import type { CaseName } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries } from '../db/effects.ts';
import { ledgerAsleep, recordedSeq } from '../db/ledger.ts';
import type { CaseStart } from '../workflows/shell/messages.ts';

type Place = {
  readonly sql: Sql;
  readonly clock: () => CountyClock;
  readonly taskQueue: string;
  readonly workflowPrefix: string;
  readonly continueAfterEvents?: number;
};

const inManner = ({ clock, continueAfterEvents }: Place) => ({
  clock: clock(),
  inOrder: true as const,
  endsWithCase: true as const,
  ...(continueAfterEvents ? { continueAfterEvents } : {}),
});

/** As it is asked of Temporal; a case that has a run goes on in it. */
const run = (
  { workflowPrefix, taskQueue }: Place,
  { matter, caseNo }: CaseName,
  start: CaseStart,
  workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE',
) => ({
  workflowId: workflowIdOf(workflowPrefix, matter, caseNo),
  taskQueue,
  args: [start] as [CaseStart],
  workflowIdReusePolicy,
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  staticSummary: caseNo,
});

export type Run = ReturnType<typeof run>;

/**
 * The first run of a case that is asleep; undefined if it is not. Refused by Temporal if it has had one, even one that has
 * ended: that may have entered what is not recorded yet.
 */
export async function firstRun(place: Place, name: CaseName): Promise<Run | undefined> {
  const ledger = await ledgerAsleep(place.sql, name.caseNo);
  if (ledger.length === 0) return undefined;
  return run(place, name, { ledger, ...inManner(place) }, 'REJECT_DUPLICATE');
}

/** Another run of a case, from what has been recorded of it. */
export async function furtherRun(place: Place, name: CaseName): Promise<Run> {
  const { sql } = place;
  const { caseNo } = name;
  const [seq, delivered] = await Promise.all([recordedSeq(sql, caseNo), deliveries(sql, caseNo)]);
  const start = { resumed: { caseNo, seq }, delivered: [...delivered.keys()], ...inManner(place) };
  return run(place, name, start, 'ALLOW_DUPLICATE');
}
