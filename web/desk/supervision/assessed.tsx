/** The cases behind one figure of 考核, each with what it adds. */
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { assessedCasesOf } from '../../shared/queries.ts';
import { useUnitName } from '../../shared/unit-name.ts';

const shownAtOnce = 200;
const all = '全部';
const counting = '计入分子的';
const notCounting = '没有计入分子的';

export function Assessed() {
  const [search] = useSearchParams();
  const unitName = useUnitName();
  const [only, setOnly] = useState(all);
  const [shown, setShown] = useState(shownAtOnce);
  const { data, error } = useQuery(assessedCasesOf(search.get('period') ?? '', search));
  if (error && !data) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  const cases = data.items.filter(
    ({ counted }) => only === all || (only === counting ? counted > 0 : counted === 0),
  );
  return (
    <main>
      <div className="case-head">
        <h1 className="page-title">
          {search.get('period')} {unitName(search.get('unit') ?? '')} {search.get('metric')} {cases.length} 件
        </h1>
        <div className="decide">
          <Segmented value={only} onChange={setOnly} options={[all, counting, notCounting]} />
          <Link to={`/assessment?period=${search.get('period')}`}>考核</Link>
        </div>
      </div>
      <p className="quiet">按台账现在所记；各件计入的加起来就是考核里的分子、分母。</p>
      {cases.length === 0 ? (
        <Empty description="没有这样的办件。" />
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">办件</th>
              <th scope="col">算的是</th>
              <th scope="col">计入分子</th>
              <th scope="col">计入分母</th>
            </tr>
          </thead>
          <tbody>
            {cases.slice(0, shown).map(({ caseNo, steps, counted, among }) => (
              <tr key={caseNo}>
                <th scope="row">
                  <Link to={`/cases/${caseNo}`}>{caseNo}</Link>
                </th>
                <td>{steps.join('、')}</td>
                <td>{counted}</td>
                <td>{among ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cases.length > shown && (
        <Button block onClick={() => setShown(shown + shownAtOnce)}>
          再看二百件
        </Button>
      )}
    </main>
  );
}
