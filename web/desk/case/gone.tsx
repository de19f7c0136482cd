/** An act that left while somebody was filling it in: who did what, and what had been typed. */
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { fieldsOf, type Schema } from '../../../engine/forms/schema.ts';
import { filled, type Values } from '../../forms/value.ts';
import { SaidForm } from '../../shared/said.tsx';
import type { CaseView, OpenAct } from '../../shared/wire.ts';
import { answerDraft } from './answer-draft.ts';
import { Since } from './since.tsx';

export function Gone({
  view: { caseNo, seq },
  act,
  seen,
}: {
  readonly view: CaseView;
  readonly act: OpenAct;
  readonly seen: number;
}) {
  const kept = answerDraft(caseNo, act);
  const [isDropped, setDropped] = useState(false);
  const typed = kept.read();
  if (isDropped || typed === undefined) return null;
  const outcome = act.outcomes.find(({ name }) => name === typed.outcome);
  const fields = outcome ? fieldsOf(outcome.form as Schema) : {};
  return (
    <Alert
      type="warning"
      showIcon
      title={`“${act.name}”已不由您办理`}
      description={
        <>
          <Since caseNo={caseNo} seen={seen} now={seq} />
          <p>您填过的没有送出，仍在这里：</p>
          <dl className="facts">
            <dt>结果</dt>
            <dd>{typed.outcome}</dd>
            <dt>意见</dt>
            <dd>{typed.opinion}</dd>
          </dl>
          <SaidForm fields={fields} values={filled(fields, kept.form(typed.outcome).read() as Values)} />
          <Button
            size="small"
            onClick={() => {
              kept.drop();
              setDropped(true);
            }}
          >
            不再需要，清除
          </Button>
        </>
      }
    />
  );
}
