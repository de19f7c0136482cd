/** 窗口: what may be opened here. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { matters } from '../../shared/queries.ts';
import { FiledRegisters } from '../filed-registers.tsx';

export function Window() {
  const { data } = useQuery(matters);
  if (!data) return <Skeleton active />;
  const mine = data.filter(({ units }) => units.length > 0);
  return (
    <main>
      <div className="case-head">
        <h1 className="page-title">窗口：登记办件</h1>
        <div className="decide">
          <FiledRegisters />
        </div>
      </div>
      {mine.length === 0 && <Empty description="您的岗位不登记办件。需要登记的，请到受理窗口。" />}
      <ul className="matters">
        {mine.map(({ code, title, basis }) => (
          <li key={code} className="panel">
            <Link to={`/window/${code}`}>{title}</Link>
            <div className="quiet">{basis}</div>
          </li>
        ))}
      </ul>
    </main>
  );
}
