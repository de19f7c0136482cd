/** What changes, as the database tells it the moment it is committed. */
import type { Entry } from '../engine/ledger/entry.ts';
import type { Projection } from '../engine/ledger/projection.ts';
import type { Sql } from './connect.ts';

export type ChangedCase = {
  readonly caseNo: string;
  readonly seq: number;
  readonly unit: string;
  readonly matter: string;
  /** Asked now, or those whose doing it is. */
  readonly units: readonly string[];
};

/** What is told of a change besides the case and its seq, which `record_case` writes before it. */
export function changeText(entries: readonly Entry[], { head: { unit, matter }, acts }: Projection): string {
  const doers = entries.flatMap(({ actor }) => (actor.kind === 'officer' ? [actor.post.unit] : []));
  return JSON.stringify({ unit, matter, units: [...new Set([...acts.map((act) => act.unit), ...doers])] });
}

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
