/** 待送达: what has been pressed anywhere and has not arrived, and which outside systems do not answer. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { deliveryState } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';

export function Deliveries() {
  const now = useNow();
  const { data } = useQuery(deliveryState);
  if (!data) return <Skeleton active />;
  const { waiting, outages, stuck } = data;
  return (
    <>
      <section className="panel" aria-label="外部系统">
        <h2>外部系统</h2>
        {outages.length === 0 ? (
          <p>都有应答。</p>
        ) : (
          <ul className="trail">
            {outages.map(({ system, cases, since }) => (
              <li key={system}>
                {system}：{sayMoment(since, now)}起没有应答，{cases} 件等着它。恢复后自动接着办，不用重办。
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="panel" aria-label="待送达">
        <h2>待送达</h2>
        {waiting.length === 0 ? (
          <Empty description="没有待送达的操作。" />
        ) : (
          <ul className="trail">
            {waiting.map(({ id, caseNo, at, name, failures }) => (
              <li key={id}>
                <time>{sayMoment(at, now)}</time>
                {name ?? '系统'}：<Link to={`/cases/${caseNo}`}>{caseNo}</Link>
                {failures > 0 && `，送过 ${failures} 次没有送到，仍在自动送`}
              </li>
            ))}
          </ul>
        )}
      </section>
      {stuck.length > 0 && (
        <section className="panel" aria-label="卡住的办件">
          <h2>卡住的办件</h2>
          <p>请系统管理员运行 npm run revive：{stuck.join('、')}</p>
        </section>
      )}
    </>
  );
}
