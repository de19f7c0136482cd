/** What changes, as the database tells it the moment it is committed. */
import type { Sql } from './connect.ts';

/** `onChange` with a case's number and its newest seq; `onGap` whenever some may have been missed. */
export async function listenForChanges(
  sql: Sql,
  onChange: (caseNo: string, seq: number) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen(
    'case_changed',
    (payload) => {
      const [caseNo = '', seq] = payload.split(' ');
      onChange(caseNo, Number(seq));
    },
    onGap,
  );
  return unlisten;
}

export type ChangedCase = {
  readonly seq: number;
  readonly unit: string;
  readonly matter: string;
  /** Asked now, or the one whose doing the newest entry is. */
  readonly units: readonly string[];
};

export async function changedCase(sql: Sql, caseNo: string): Promise<ChangedCase | undefined> {
  const [row] = await sql<ChangedCase[]>`
    select head.seq, head.unit, head.matter, array(
      select unit from open_act where case_no = ${caseNo}
      union
      select actor->'post'->>'unit' from entry
      where case_no = ${caseNo} and seq = head.seq and actor->>'kind' = 'officer'
    ) as units
    from case_head head where case_no = ${caseNo}`;
  return row;
}
