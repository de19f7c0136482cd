/** 还差什么, while it is typed: what is not filled in, what does not fit together, what 受理 would still miss. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import type { FieldIssue } from '../../../contract/refusal.ts';
import type { Said } from '../../forms/form-panel.tsx';
import { post, Refused } from '../../shared/http.ts';
import { useSettled } from '../../shared/settled.ts';
import type { Trial } from '../../shared/wire.ts';

/** As many as are read at a glance. */
const shown = 8;

export function Gaps({
  matter,
  unit,
  said,
  onPick,
}: {
  readonly matter: string;
  readonly unit: string;
  readonly said: Said;
  readonly onPick: (faults: readonly FieldIssue[]) => void;
}) {
  const isWhole = said.faults.length === 0 && Object.keys(said.values).length > 0;
  const settled = useSettled(JSON.stringify({ matter, unit, form: said.values }));
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['trial', settled],
    queryFn: () => post<Trial>('/cases/trial', JSON.parse(settled)),
    enabled: Object.keys(said.values).length > 0,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  if (!isWhole)
    return (
      <>
        <Taken by={data?.taken ?? null} />
        <Faults title={`还有 ${said.faults.length} 处没有填好`} faults={said.faults} onPick={onPick} />
      </>
    );
  if (error instanceof Refused)
    return <Faults title={error.problem.detail} faults={error.problem.fields ?? []} onPick={onPick} />;
  if (!data || isPlaceholderData) return <p className="quiet">正在核对……</p>;
  const { fields, gaps, taken, unfit } = data;
  return (
    <>
      <Taken by={taken} />
      {fields.length > 0 && <Faults title="填得不对的" faults={fields} onPick={onPick} />}
      {unfit !== null && <Alert type="warning" showIcon title={unfit} />}
      {gaps.map(({ act, outcome, faults }) => (
        <Faults
          key={`${act}/${outcome}`}
          title={`登记后“${act}”要“${outcome}”，还差`}
          faults={faults}
          onPick={onPick}
        />
      ))}
      {fields.length + gaps.length === 0 && !taken && unfit === null && (
        <Alert type="success" showIcon title="已经齐全，可以登记并受理" />
      )}
    </>
  );
}

/** Told as soon as the number is typed: nobody fills in a form for nothing. */
function Taken({ by }: { readonly by: Trial['taken'] }) {
  if (!by) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={by.instead || '这位申请人已有一件在办，不再另立'}
      description={
        by.caseNo === null ? '在别的单位办理。' : <Link to={`/cases/${by.caseNo}`}>打开那一件</Link>
      }
    />
  );
}

function Faults({
  title,
  faults,
  onPick,
}: {
  readonly title: string;
  readonly faults: readonly FieldIssue[];
  readonly onPick: (faults: readonly FieldIssue[]) => void;
}) {
  return (
    <section className="gaps">
      <h2>{title}</h2>
      <ul>
        {faults.slice(0, shown).map((fault) => (
          <li key={`${fault.field}/${fault.text}`}>
            <button type="button" onClick={() => onPick([fault])}>
              {fault.text}
            </button>
          </li>
        ))}
      </ul>
      {faults.length > shown && <p className="quiet">其余 {faults.length - shown} 处，填好上面的再看。</p>}
    </section>
  );
}
