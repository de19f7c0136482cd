/** What others did on a case since an entry of its ledger. */
import { useQuery } from '@tanstack/react-query';
import { ledgerOf } from '../../shared/queries.ts';
import { useUnitName } from '../../shared/unit-name.ts';
import { sentences } from './trail.ts';

export function Since({
  caseNo,
  seen,
  now,
}: {
  readonly caseNo: string;
  readonly seen: number;
  readonly now: number;
}) {
  const unitName = useUnitName();
  const { data } = useQuery(ledgerOf(caseNo, now));
  if (!data) return null;
  return (
    <ul>
      {sentences(data.items, unitName)
        .filter(({ seq }) => seq > seen)
        .map(({ seq, who, what, why }) => (
          <li key={seq}>
            {who}：{what}
            {why ? `（${why}）` : ''}
          </li>
        ))}
    </ul>
  );
}
