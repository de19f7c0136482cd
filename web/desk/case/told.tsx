/** What came of a press, in three parts: what happened, what was kept, what to do. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { ledgerOf } from '../../shared/queries.ts';
import { useUnitName } from '../../shared/unit-name.ts';
import type { Pressing } from './command.ts';
import { sentences } from './trail.ts';

export function Told({
  pressing: { isWaiting, problem, fault },
  caseNo,
  seen,
}: {
  readonly pressing: Pressing;
  readonly caseNo: string;
  /** The entry the page had read when it was pressed. */
  readonly seen: number;
}) {
  if (isWaiting)
    return (
      <Alert
        type="info"
        showIcon
        title="已记下，待送达"
        description="恢复后自动办理，您不用再按；这一页会自己更新。"
      />
    );
  if (fault) return <Alert type="warning" showIcon title="没有送到" description={fault} />;
  if (!problem) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={problem.title}
      description={
        <>
          <div>{problem.detail}</div>
          {problem.code === 'CASE_MOVED_ON' && (
            <WhatChanged caseNo={caseNo} seen={seen} now={problem.seq ?? 0} />
          )}
        </>
      }
    />
  );
}

/** What happened underneath since the page was read; what was typed stays. */
function WhatChanged({
  caseNo,
  seen,
  now,
}: {
  readonly caseNo: string;
  readonly seen: number;
  readonly now: number;
}) {
  const unitName = useUnitName();
  const { data } = useQuery(ledgerOf(caseNo, now));
  if (!data) return null;
  const since = sentences(data.items, unitName).filter(({ seq }) => seq > seen);
  return (
    <ul>
      {since.map(({ seq, who, what, why }) => (
        <li key={seq}>
          {who}：{what}
          {why ? `（${why}）` : ''}
        </li>
      ))}
    </ul>
  );
}
