/** 考核 of a month or a year: each figure with what it means, its sample, and whether it can still change. */
import { useQuery } from '@tanstack/react-query';
import { Empty, Input, Segmented, Select, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { assessmentTables, measuredOf, sayRate } from '../../../contract/assessment.ts';
import { assessmentOf, supervisionOf } from '../../shared/queries.ts';
import type { Assessment as Figures } from '../../shared/wire.ts';

const years = 5;

export function Assessment() {
  const [search, setSearch] = useSearchParams();
  const current = useQuery(supervisionOf('')).data?.month;
  const period = search.get('period') ?? current;
  if (!current || !period) return <Skeleton active />;
  const put = (value: string): void => setSearch({ period: value }, { replace: true });
  const isYearly = period.length === 4;
  const thisYear = Number(current.slice(0, 4));
  return (
    <main>
      <div className="case-head">
        <h1 className="page-title">考核</h1>
        <div className="decide">
          <Segmented
            value={isYearly ? 'year' : 'month'}
            onChange={(way) => put(way === 'year' ? period.slice(0, 4) : current)}
            options={[
              { value: 'month', label: '按月' },
              { value: 'year', label: '按年' },
            ]}
          />
          {isYearly ? (
            <Select
              aria-label="年份"
              value={period}
              onChange={put}
              options={Array.from({ length: years }, (_, i) => ({ value: String(thisYear - i) }))}
            />
          ) : (
            <Input
              type="month"
              style={{ width: 160 }}
              aria-label="月份"
              value={period}
              max={current}
              onChange={({ target }) => target.value && put(target.value)}
            />
          )}
          <a href={`/api/v1/supervision/periods/${period}/figures.xlsx`}>导出这些数字</a>
          <Link to="/supervision">督查</Link>
        </div>
      </div>
      <Of period={period} />
    </main>
  );
}

function Of({ period }: { readonly period: string }) {
  const { data, error } = useQuery(assessmentOf(period));
  if (error && !data) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  const tables = assessmentTables(data.metrics);
  return (
    <>
      <p className="quiet">
        {data.sha256
          ? `${period}已经冻结，不再改变。内容摘要 ${data.sha256.slice(0, 16)}，第${data.formula}版算法。`
          : `${period}还没有冻结，数字还会变：期满十日之后自行冻结。第${data.formula}版算法。`}
        每格是比率，下面是分子和分母；不足五件的标“样本少”，单独不说明什么。
      </p>
      {tables.length === 0 && <Empty description="这段时间您所辖的没有可以计算的。" />}
      <Scores scores={data.scores} />
      {tables.map((table) => (
        <Table key={`${table.matter} ${table.of}`} period={period} {...table} />
      ))}
    </>
  );
}

function Scores({ scores }: { readonly scores: Figures['scores'] }) {
  const named = [...new Set(scores.map(({ score }) => score))];
  return named.map((name) => {
    const own = scores.filter(({ score }) => score === name);
    const groups = [...new Set(own.map(({ group }) => group))];
    return (
      <section key={name} className="panel" aria-label={name}>
        <h2>
          {own[0]?.title}：{name}
        </h2>
        <p className="quiet">{own[0]?.formula}</p>
        <table className="rows figures">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">同类单位</th>
              <th scope="col">得分</th>
              <th scope="col">名次</th>
            </tr>
          </thead>
          <tbody>
            {groups.flatMap((group) =>
              own
                .filter((one) => one.group === group)
                .sort((a, b) => (a.rank ?? 1_000) - (b.rank ?? 1_000) || b.points - a.points)
                .map((one) => (
                  <tr key={one.unit}>
                    <th scope="row">{one.name}</th>
                    <td>{group}</td>
                    <td>{one.points.toFixed(2)}</td>
                    <td>{one.rank ? `${one.rank}/${one.ranked}` : one.small ? '样本少，不排' : '—'}</td>
                  </tr>
                )),
            )}
          </tbody>
        </table>
      </section>
    );
  });
}

type TableProps = ReturnType<typeof assessmentTables>[number] & { readonly period: string };

function Table({ period, matter, of, title, metrics, rows }: TableProps) {
  const behind = (metric: string, unit: string): string =>
    `/assessed?${new URLSearchParams({ period, matter, metric, of, unit })}`;
  const name = `${title}：${measuredOf[of]}`;
  return (
    <section className="panel" aria-label={name}>
      <h2>{name}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="wide" tabIndex={0} aria-label={`${name}，可以左右滚动`}>
        <table className="rows figures">
          <thead>
            <tr>
              <th scope="col">单位</th>
              {metrics.map((metric) => (
                <th key={metric.name} scope="col">
                  {metric.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, i) => (
                  <td key={metrics[i]?.name}>
                    {cell ? sayRate(cell.rate) : '—'}
                    {cell && (
                      <div className="quiet">
                        {cell.unit === null ? (
                          `${cell.counted}/${cell.among}`
                        ) : (
                          <Link to={behind(cell.metric, cell.unit)}>
                            {cell.counted}/{cell.among}
                          </Link>
                        )}
                        {cell.small && ' 样本少'}
                      </div>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details>
        <summary>怎样计算</summary>
        <ul>
          {metrics.map((metric) => (
            <li key={metric.name}>
              {metric.name}：{metric.formula}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
