/** 督查关注: what was decided otherwise than the computation says, and the like; each leads to its case. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { attentionOf } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';

export function Attention({ month }: { readonly month: string }) {
  const now = useNow();
  const unitName = useUnitName();
  const { data } = useQuery(attentionOf(month));
  if (!data) return <Skeleton active />;
  return (
    <section className="panel" aria-label="督查关注">
      <h2>督查关注</h2>
      {data.items.length === 0 ? (
        <Empty description="没有与测算不一致的决定。" />
      ) : (
        <ul className="trail">
          {data.items.map(({ caseNo, unit, why, at }) => (
            <li key={caseNo}>
              <time>{sayMoment(at, now)}</time>
              {unitName(unit)} <Link to={`/cases/${caseNo}`}>{caseNo}</Link>：{why}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
