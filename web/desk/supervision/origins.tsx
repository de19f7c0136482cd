/** 按乡镇: what each township has opened and is not done, whoever has it in hand. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { origins } from '../../shared/queries.ts';
import { sayUntil } from '../../shared/time.ts';

const listOf = (from: string, late?: 'overdue' | 'risk'): string =>
  `/acts?${new URLSearchParams({ from, ...(late ? { late } : {}) })}`;

export function Origins() {
  const { data } = useQuery(origins);
  if (!data) return <Skeleton active />;
  if (data.items.length === 0) return <Empty description="您所辖的没有在办的环节。" />;
  return (
    <table className="rows figures">
      <thead>
        <tr>
          <th scope="col">登记单位</th>
          <th scope="col">在办</th>
          <th scope="col">已超期</th>
          <th scope="col">将届</th>
          <th scope="col">最早到期</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map(({ from, name, open, overdue, atRisk, earliestDueAt }) => (
          <tr key={from}>
            <th scope="row">{name}</th>
            <td>
              <Link to={listOf(from)}>{open}</Link>
            </td>
            <td className={overdue > 0 ? 'left red' : ''}>
              {overdue > 0 ? <Link to={listOf(from, 'overdue')}>{overdue} 超期</Link> : 0}
            </td>
            <td className={atRisk > 0 ? 'left yellow' : ''}>
              {atRisk > 0 ? <Link to={listOf(from, 'risk')}>{atRisk} 将届</Link> : 0}
            </td>
            <td>{earliestDueAt === null ? '' : sayUntil(earliestDueAt, data.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
