/** A case's state as its recorded ledger makes it, for a run of its workflow that begins. */
import type { Sql } from '../db/connect.ts';
import { ledgerPages } from '../db/ledger.ts';
import { continued, fold } from '../engine/ledger/fold.ts';
import { snapshotOf } from '../engine/ledger/snapshot.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { versionsOf } from '../workflows/index.ts';
import type { Recorded, StatePart } from '../workflows/shell/messages.ts';

/** Well below what Temporal takes as one payload (2 MiB), in whatever script the case is written. */
const partLength = 400_000;

/** Throws while the ledger is not yet recorded up to that seq: what is missing is on its way. */
async function stateAt(sql: Sql, { caseNo, seq }: Recorded): Promise<CaseState> {
  let state: CaseState | undefined;
  for await (const page of ledgerPages(sql, caseNo, seq)) {
    const opened = page[0]?.event;
    if (state) state = continued(state, page);
    else if (opened?.type === 'opened') state = fold(versionsOf(opened.process), page);
  }
  if (state?.seq !== seq) throw new Error(`${caseNo} 的台账尚未登记到第 ${seq} 条`);
  return state;
}

export async function statePart(sql: Sql, of: Recorded & { readonly part: number }): Promise<StatePart> {
  const text = JSON.stringify(snapshotOf(await stateAt(sql, of)));
  return {
    text: text.slice(of.part * partLength, (of.part + 1) * partLength),
    parts: Math.ceil(text.length / partLength),
  };
}
