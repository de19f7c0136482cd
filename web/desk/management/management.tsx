/** 管理: people and posts, rules and calendars, what is not delivered, and who changed what. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { me, staffChanges } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { CalendarPage } from './calendar.tsx';
import { Deliveries } from './deliveries.tsx';
import { RulesPage } from './rules.tsx';
import { StaffPage } from './staff.tsx';
import { StandInsPage } from './stand-ins.tsx';
import { UnitsPage } from './units.tsx';

export function Management() {
  const [search, setSearch] = useSearchParams();
  const { data: who } = useQuery(me);
  if (!who) return <Skeleton active />;
  const { manages, keeps, trial } = who;
  const tabs = [
    ...(manages.length > 0
      ? [
          { key: 'staff', label: '人员', children: <StaffPage /> },
          { key: 'changes', label: '变更记录', children: <Changes /> },
        ]
      : []),
    ...(keeps ? [{ key: 'units', label: '单位', children: <UnitsPage /> }] : []),
    { key: 'rules', label: '规则', children: <RulesPage keeps={keeps} /> },
    { key: 'calendar', label: '日历', children: <CalendarPage keeps={keeps} /> },
    ...(keeps ? [{ key: 'deliveries', label: '待送达', children: <Deliveries /> }] : []),
    ...(keeps && trial ? [{ key: 'stand-ins', label: '样例系统', children: <StandInsPage /> }] : []),
  ];
  return (
    <main>
      <h1 className="page-title">管理</h1>
      <Tabs
        className="panel"
        destroyOnHidden
        activeKey={search.get('tab') ?? tabs[0]?.key ?? ''}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        items={tabs}
      />
    </main>
  );
}

function Changes() {
  const now = useNow();
  const { data } = useQuery(staffChanges);
  if (!data) return <Skeleton active />;
  if (data.length === 0) return <Empty description="还没有变更。" />;
  return (
    <ul className="trail">
      {data.map(({ at, name, what, why }) => (
        <li key={`${at}/${what}`}>
          <time>{sayMoment(at, now)}</time>
          {name}：{what}
          <div className="quiet">{why}</div>
        </li>
      ))}
    </ul>
  );
}
