/** Reads the legal record. */
import type { Entry } from '../engine/event.ts';
import type { Query, Sql } from './connect.ts';

const columns = (
  sql: Query,
) => sql`case_no as "caseNo", seq, at, wall, command_id as "commandId", command_hash as "commandHash",
  actor, process_version as "processVersion", calendar_version as "calendarVersion", rule_versions as "ruleVersions", event`;

/** A case's entries after a seq, in order; empty if there is no such case. */
export async function readLedger(sql: Sql, caseNo: string, after = 0): Promise<readonly Entry[]> {
  return await sql<
    Entry[]
  >`select ${columns(sql)} from entry where case_no = ${caseNo} and seq > ${after} order by seq`;
}

/** Ledgers case by case, in batches of cases: all of them, or those of the live cases of one matter. */
export async function* ledgers(
  sql: Query,
  liveOf?: string,
  batch = 200,
): AsyncGenerator<readonly (readonly Entry[])[]> {
  for (let after = ''; ; ) {
    const cases = liveOf
      ? sql`select case_no from case_head where state <> 'closed' and matter = ${liveOf} and case_no > ${after} order by case_no limit ${batch}`
      : sql`select case_no from entry where seq = 1 and case_no > ${after} order by case_no limit ${batch}`;
    const rows = await sql<Entry[]>`
      select ${columns(sql)} from entry where case_no in (${cases}) order by case_no, seq`;
    if (rows.length === 0) return;
    const grouped: Entry[][] = [];
    for (const row of rows) {
      if (row.seq === 1) grouped.push([]);
      grouped.at(-1)?.push(row);
    }
    yield grouped;
    after = rows.at(-1)?.caseNo ?? '';
  }
}
