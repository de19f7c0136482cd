/** Of a case that has no run: whether it has ended, and whether that is as it should be. */
import { setTimeout } from 'node:timers/promises';
import { head } from '../db/cases.ts';
import type { CaseName } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { readLedger } from '../db/ledger.ts';
import { fold } from '../engine/ledger/fold.ts';
import { resendActs } from '../engine/ledger/resending.ts';
import { versionsOf } from '../workflows/index.ts';

/** Within which the end of a case is recorded, its run having ended. */
const recordsWithinMs = 1_000;

/** A run ends a moment before the end of its case is recorded; one that is live and has no run has been lost. */
export async function hasClosed(sql: Sql, caseNo: string): Promise<boolean> {
  for (const until = Date.now() + recordsWithinMs; ; await setTimeout(50)) {
    if ((await head(sql, caseNo))?.state === 'closed') return true;
    if (Date.now() > until) return false;
  }
}

/** Whether a closed case needs no run: nothing it sent has met an incident or is to be put right. */
export async function isAtRest(sql: Sql, { matter, caseNo }: CaseName): Promise<boolean> {
  const state = fold(versionsOf(matter), await readLedger(sql, caseNo));
  return state.troubles.length === 0 && resendActs(state).length === 0;
}
