/** 督查: what is late and through whom; every figure leads to its cases. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Input, Segmented, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { sayRate } from '../../../contract/assessment.ts';
import { supervisionOf } from '../../shared/queries.ts';
import { sayUntil } from '../../shared/time.ts';
import type { Supervision as Figures } from '../../shared/wire.ts';
import { FiledRegisters } from '../filed-registers.tsx';
import { Attention } from './attention.tsx';
import { decidedOf, Headline, listOf } from './headline.tsx';
import { Origins } from './origins.tsx';
import { Ratings } from './ratings.tsx';

const Days = lazy(async () => ({ default: (await import('./days-chart.tsx')).DaysChart }));

const ways = {
  unit: '按单位',
  from: '按乡镇（登记单位）',
  matter: '按事项',
  step: '按环节',
  person: '按人员',
} as const;
type Way = keyof typeof ways;

export function Supervision() {
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? '';
  const way = (search.get('by') ?? 'unit') as Way;
  const { data, error } = useQuery(supervisionOf(month));
  const put = (name: string, value: string): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set(name, value);
      return next;
    });
  if (error && !data) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  return (
    <main>
      <div className="case-head">
        <h1 className="page-title">督查</h1>
        <div className="decide">
          <label htmlFor="month">月份</label>
          <Input
            id="month"
            type="month"
            value={month || data.month}
            onChange={(event) => put('month', event.target.value)}
          />
          <a href={`/api/v1/supervision.xlsx?month=${data.month}`}>导出这些数字</a>
          <a href={`/api/v1/prints/cases?month=${data.month}`} target="_blank" rel="noreferrer">
            打印办件登记簿
          </a>
          <FiledRegisters month={data.month} />
          <Link to={`/assessment?period=${data.month}`}>考核</Link>
          <Link to="/acts?only=unheld">无人任职的环节</Link>
          <Link to="/board">大屏</Link>
        </div>
      </div>
      <Headline figures={data} />
      <Segmented
        value={way}
        onChange={(value) => put('by', value)}
        options={Object.entries(ways).map(([value, label]) => ({ value, label }))}
      />
      {way === 'from' ? <Origins /> : <Standing figures={data} way={way} />}
      <section className="panel" aria-label="时间去向">
        <h2>{data.month} 时间去向（工作分钟，应急的按墙上时间；由谁承担）</h2>
        {data.days.length === 0 ? (
          <Empty description="这个月还没有记入台账的时间。" />
        ) : (
          <Suspense fallback={<Skeleton active />}>
            <Days days={data.days} />
          </Suspense>
        )}
      </section>
      <Attention month={month} />
      <Ratings month={month} />
    </main>
  );
}

function Standing({ figures, way }: { readonly figures: Figures; readonly way: Exclude<Way, 'from'> }) {
  const rows = figures.now.filter(({ by }) => by === way);
  const done = new Map(figures.done.filter(({ by }) => by === way).map((row) => [row.name, row]));
  const names = [...new Set([...rows.map(({ name }) => name), ...done.keys()])];
  if (names.length === 0) return <Empty description="您所辖的没有在办的环节。超期、将届的会出现在这里。" />;
  return (
    <table className="rows figures">
      <thead>
        <tr>
          <th scope="col">{ways[way].slice(1)}</th>
          <th scope="col">在办</th>
          <th scope="col">已超期</th>
          <th scope="col">将届</th>
          <th scope="col">最早到期</th>
          <th scope="col">当月办结</th>
          <th scope="col">按时率</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const now = rows.find((row) => row.name === name);
          const finished = done.get(name);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{now ? <Link to={listOf(now)}>{now.open}</Link> : 0}</td>
              <td className={now && now.overdue > 0 ? 'left red' : ''}>
                {now && now.overdue > 0 ? <Link to={listOf(now, 'overdue')}>{now.overdue} 超期</Link> : 0}
              </td>
              <td className={now && now.atRisk > 0 ? 'left yellow' : ''}>
                {now && now.atRisk > 0 ? <Link to={listOf(now, 'risk')}>{now.atRisk} 将届</Link> : 0}
              </td>
              <td>{now?.earliestDueAt ? sayUntil(now.earliestDueAt, figures.at) : ''}</td>
              <td>
                {finished ? <Link to={decidedOf(finished, figures.month)}>{finished.decided}</Link> : 0}
              </td>
              <td>
                {finished && finished.onTime < finished.limited ? (
                  <Link to={decidedOf(finished, figures.month, 'late')}>{sayRate(finished.rate)}</Link>
                ) : (
                  sayRate(finished?.rate ?? null)
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
