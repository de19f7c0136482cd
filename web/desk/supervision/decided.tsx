/** The acts behind what was decided in a month, in time or late. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { decidedAsked } from '../../shared/queries.ts';
import { sayDay, sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';

const titles: Readonly<Record<string, string>> = { late: '逾期办结的环节', inTime: '按时办结的环节' };

export function Decided() {
  const [search] = useSearchParams();
  const now = useNow();
  const unitName = useUnitName();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    decidedAsked(search.toString()),
  );
  if (error && !data) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  const acts = data.pages.flatMap(({ items }) => items);
  return (
    <main>
      <h1 className="page-title">
        {search.get('period') ?? '当月'}
        {titles[search.get('only') ?? ''] ?? '办结的环节'} {acts.length}
        {hasNextPage ? ' 个以上' : ' 个'}
      </h1>
      {acts.length === 0 ? (
        <Empty description="没有这样的环节。" />
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">办件</th>
              <th scope="col">事项</th>
              <th scope="col">环节</th>
              <th scope="col">单位</th>
              <th scope="col">办结</th>
              <th scope="col">期限届满</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {acts.map(({ caseNo, title, step, unit, outcome, at, dueAt, seq }) => (
              <tr key={`${caseNo} ${seq}`}>
                <th scope="row">
                  <Link to={`/cases/${caseNo}`}>{caseNo}</Link>
                </th>
                <td>{title}</td>
                <td>{step}</td>
                <td>{unitName(unit)}</td>
                <td>{sayMoment(at, now)}</td>
                <td className={dueAt !== null && at >= dueAt ? 'left red' : ''}>
                  {dueAt === null ? '没有时限' : `${sayDay(dueAt - 1, now)}${at >= dueAt ? ' 逾期' : ''}`}
                </td>
                <td>{outcome}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一百个
        </Button>
      )}
    </main>
  );
}
