/** 群众评价 of a month: how many of each grade, and the cases people were least content with. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { grades } from '../../../contract/rating.ts';
import { ratingsOf } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';

export function Ratings({ month }: { readonly month: string }) {
  const now = useNow();
  const unitName = useUnitName();
  const { data } = useQuery(ratingsOf(month));
  if (!data) return <Skeleton active />;
  return (
    <section className="panel" aria-label="群众评价">
      <h2>{data.month} 群众评价</h2>
      {data.scores.length === 0 ? (
        <Empty description="这个月还没有评价。" />
      ) : (
        <>
          <p>{data.scores.map(({ score, count }) => `${grades[score]} ${count}`).join('　')}</p>
          <ul className="trail">
            {data.worst
              .filter(({ score, words }) => score <= 2 || words !== '')
              .map(({ caseNo, unit, score, words, at }) => (
                <li key={caseNo}>
                  <time>{sayMoment(at, now)}</time>
                  {unitName(unit)} <Link to={`/cases/${caseNo}`}>{caseNo}</Link>：{grades[score]}
                  {words && <div className="quiet">{words}</div>}
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}
