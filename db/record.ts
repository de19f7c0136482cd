/** Writes what a case decided: ledger, read model and what became of its commands, in one statement, by whoever gets there first. */
import type { Entry } from '../engine/ledger/entry.ts';
import type { Projection } from '../engine/ledger/projection.ts';
import { changeText } from './changes.ts';
import type { Query, Sql } from './connect.ts';
import { jsonb } from './json.ts';

/** What a case hands over after a command or a decision of its own. */
export type Recording = { readonly entries: readonly Entry[]; readonly projection: Projection };

/** Returns the newest seq of the case. The same recording twice changes nothing. */
export async function recordCase(sql: Query, { entries, projection }: Recording): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`
    select record_case(${jsonb(sql, entries)}, ${jsonb(sql, projection)}, ${changeText(entries, projection)}) as seq`;
  if (!row) throw new Error('record_case answered nothing');
  return row.seq;
}

/** Writes the read model of cases whose ledgers are recorded; a part left out stays as it is. */
export async function projectCases(
  sql: Query,
  projections: readonly (Pick<Projection, 'head'> & Partial<Projection>)[],
): Promise<void> {
  await sql`select project_case(p) from jsonb_array_elements(${jsonb(sql, projections)}) p`;
}

/** How far the ledger is recorded without a gap, `from` being known to be; several hands write it. */
export async function recordedTo(sql: Sql, caseNo: string, from: number): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`
    select ${from} + count(*)::int as seq from (
      select seq, row_number() over (order by seq) as place from entry where case_no = ${caseNo} and seq > ${from}
    ) newer where seq = ${from} + place`;
  return row?.seq ?? from;
}
