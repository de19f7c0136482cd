/** Reads the legal record. */
import type { Entry } from '../engine/ledger/entry.ts';
import type { Fragment, Query, Sql } from './connect.ts';

const columns = (
  sql: Query,
) => sql`case_no as "caseNo", seq, at, wall, command_id as "commandId", command_hash as "commandHash",
  actor, process_version as "processVersion", calendar_version as "calendarVersion", rule_versions as "ruleVersions", event, derived`;

/** Entries up to the first that is still on its way: of two presses at once, the later entry may be committed first. */
function unbroken(entries: readonly Entry[], after = 0): readonly Entry[] {
  const gap = entries.findIndex(({ seq }, i) => seq !== after + i + 1);
  return gap < 0 ? entries : entries.slice(0, gap);
}

/** A case's entries after a seq, in order and without a gap; empty if there is no such case. */
export async function readLedger(sql: Sql, caseNo: string, after = 0): Promise<readonly Entry[]> {
  const entries = await sql<
    Entry[]
  >`select ${columns(sql)} from entry where case_no = ${caseNo} and seq > ${after} order by seq`;
  return unbroken(entries, after);
}

/** The ledger of a case that has no run; empty if it has one, or is none. */
export async function ledgerAsleep(sql: Sql, caseNo: string): Promise<readonly Entry[]> {
  return await sql<Entry[]>`
    select ${columns(sql)} from entry where case_no = ${caseNo} and case_no in (select case_no from asleep) order by seq`;
}

/** That a case has come as far as this entry, and no further. */
export const isStillAt = (sql: Query, caseNo: string, seq: number): Fragment =>
  sql`(select max(seq) from entry where case_no = ${caseNo}) = ${seq}`;

/** How far a case's ledger is recorded without a gap; 0 if there is no such case. */
export async function recordedSeq(sql: Sql, caseNo: string): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`
    select coalesce(max(seq), 0)::int as seq from (
      select seq, row_number() over (order by seq) as place from entry where case_no = ${caseNo}
    ) numbered where seq = place`;
  return row?.seq ?? 0;
}

/** A case's entries up to a seq, page by page, in order and without a gap. */
export async function* ledgerPages(
  sql: Sql,
  caseNo: string,
  upTo: number,
  size = 500,
): AsyncGenerator<readonly Entry[]> {
  for (let after = 0; after < upTo; ) {
    const rows = await sql<Entry[]>`
      select ${columns(sql)} from entry where case_no = ${caseNo} and seq > ${after} and seq <= ${upTo} order by seq limit ${size}`;
    const page = unbroken(rows, after);
    if (page.length === 0) return;
    yield page;
    after += page.length;
  }
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
    const grouped = Map.groupBy(rows, ({ caseNo }) => caseNo);
    yield [...grouped.values()].map((ledger) => unbroken(ledger)).filter(({ length }) => length > 0);
    after = rows.at(-1)?.caseNo ?? '';
  }
}
