/** Reads the legal record. */
import type { Entry } from '../engine/event.ts';
import type { Sql } from './connect.ts';

const columns = (
  sql: Sql,
) => sql`case_no as "caseNo", seq, at, wall, command_id as "commandId", command_hash as "commandHash",
  actor, process_version as "processVersion", calendar_version as "calendarVersion", rule_versions as "ruleVersions", event`;

/** A case's entries in order; empty if there is no such case. */
export async function readLedger(sql: Sql, caseNo: string): Promise<readonly Entry[]> {
  return await sql<Entry[]>`select ${columns(sql)} from entry where case_no = ${caseNo} order by seq`;
}

/** Every ledger, case by case, in batches of cases. */
export async function* allLedgers(sql: Sql, batch = 200): AsyncGenerator<readonly (readonly Entry[])[]> {
  let after = '';
  for (;;) {
    const rows = await sql<Entry[]>`
      select ${columns(sql)} from entry
      where case_no in (select case_no from entry where seq = 1 and case_no > ${after} order by case_no limit ${batch})
      order by case_no, seq`;
    if (rows.length === 0) return;
    const cases: Entry[][] = [];
    for (const row of rows) {
      if (row.seq === 1) cases.push([]);
      cases.at(-1)?.push(row);
    }
    yield cases;
    after = rows.at(-1)?.caseNo ?? '';
  }
}
