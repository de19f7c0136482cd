/** What changes, as the database tells it the moment it is committed. */
import type { Sql } from './connect.ts';

export type ChangedCase = {
  readonly caseNo: string;
  readonly seq: number;
  readonly unit: string;
  readonly matter: string;
  /** Asked now, or those whose doing it is. */
  readonly units: readonly string[];
};

/** As `record_case` writes it. */
function changeIn(payload: string): ChangedCase {
  const [caseNo = '', seq = ''] = payload.split(' ', 2);
  const rest = JSON.parse(payload.slice(caseNo.length + seq.length + 2)) as Omit<
    ChangedCase,
    'caseNo' | 'seq'
  >;
  return { caseNo, seq: Number(seq), ...rest };
}

/** `onGap` whenever some may have been missed. */
export async function listenForChanges(
  sql: Sql,
  onChange: (changed: ChangedCase) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen('case_changed', (payload) => onChange(changeIn(payload)), onGap);
  return unlisten;
}
