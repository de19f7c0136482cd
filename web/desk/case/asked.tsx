/** 请您办理: what is asked of me, what I may answer, its form, and what happens if I press. */
import { Alert, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { PersonCommand } from '../../../contract/command.ts';
import { fieldsOf, type Schema } from '../../../engine/forms/schema.ts';
import { FormPanel, type Said, showFaults } from '../../forms/form-panel.tsx';
import type { Values } from '../../forms/value.ts';
import { TimeBar } from '../../shared/time-bar.tsx';
import { Told } from '../../shared/told.tsx';
import type { CaseView, OpenAct, Submitted } from '../../shared/wire.ts';
import { type Answer, answerDraft } from './answer-draft.ts';
import { Brief } from './brief.tsx';
import { useCommand } from './command.ts';
import { Effects } from './preview.tsx';
import { Since } from './since.tsx';

/** Where there is one way to answer it is chosen. */
const firstOf = ({ outcomes: [only, ...rest] }: OpenAct): Answer =>
  only && rest.length === 0 ? { outcome: only.name, opinion: '' } : { opinion: '' };

const nothing: Said = { values: {}, faults: [] };

export function Asked({
  view,
  act,
  onDone,
}: {
  readonly view: CaseView;
  readonly act: OpenAct;
  readonly onDone: (answer: Submitted) => Promise<void>;
}) {
  const { caseNo, seq } = view;
  const kept = useMemo(() => answerDraft(caseNo, act), [caseNo, act]);
  const [choice, setChoice] = useState<Answer>(() => kept.read() ?? firstOf(act));
  const [said, setSaid] = useState(nothing);
  const [form] = Form.useForm<Values>();
  // What the page said when it was begun: whatever has changed since is told beside it.
  const [begunAt] = useState(seq);
  const outcome = act.outcomes.find((one) => one.name === choice.outcome);
  const pressing = useCommand(caseNo, seq, async (answer) => {
    kept.drop();
    await onDone(answer);
  });
  const choose = (change: Partial<Answer>): void => {
    const next = { ...choice, ...change };
    setChoice(next);
    kept.keep(next);
  };
  const fields = useMemo(
    () => fieldsOf((outcome?.form ?? { properties: {}, required: [] }) as Schema),
    [outcome],
  );
  const [notRelated, setNotRelated] = useState(false);
  const opinion = choice.opinion.trim();
  const lacksOpinion = outcome?.opinion === 'required' && opinion === '';
  const command = (): PersonCommand => ({
    type: 'decide',
    act: act.key,
    outcome: outcome?.name ?? '',
    ...(Object.keys(fields).length > 0 ? { form: said.values } : {}),
    ...(opinion === '' ? {} : { opinion }),
    ...(act.namesake && notRelated ? { notRelated } : {}),
  });
  const tried =
    outcome && said.faults.length === 0 ? { ...command(), opinion: opinion || '（待填写）' } : undefined;
  const press = (): void => {
    showFaults(form, said.faults);
    if (said.faults.length === 0 && !lacksOpinion && (!act.namesake || notRelated)) pressing.press(command());
  };
  const notYet = outcome?.faults ?? [];
  return (
    <section
      className="panel"
      aria-label={`请您办理：${act.name}`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) press();
      }}
    >
      <div className="case-head">
        <h2>请您办理：{act.name}</h2>
        <TimeBar from={act.openedAt} dueAt={act.dueAt} riskAt={act.riskAt} provisional={act.provisional} />
      </div>
      <p className="quiet">依据：{act.basis}</p>
      {seq > begunAt && (
        <Alert
          type="info"
          showIcon
          title="您填写期间，办件有了新的变化"
          description={<Since caseNo={caseNo} seen={begunAt} now={seq} />}
        />
      )}
      <Brief brief={act.brief} />
      {act.namesake && (
        <Alert
          type="warning"
          showIcon
          title="登记备案的近亲属与您同名；是本人的应当回避，请放回本环节"
          description={
            <Checkbox checked={notRelated} onChange={(event) => setNotRelated(event.target.checked)}>
              我确认不是本人
            </Checkbox>
          }
        />
      )}
      <Form layout="vertical">
        <Form.Item label="结果" required>
          <Radio.Group
            value={choice.outcome}
            onChange={(event) => choose({ outcome: event.target.value as string })}
            options={act.outcomes.map((one) => ({ value: one.name, label: one.name }))}
            optionType="button"
          />
        </Form.Item>
      </Form>
      {outcome && Object.keys(fields).length > 0 && (
        <FormPanel
          key={outcome.name}
          form={form}
          fields={fields}
          draftName={kept.formName(outcome.name)}
          onSaid={setSaid}
          refused={pressing.problem?.fields}
        />
      )}
      {outcome && (
        <Form layout="vertical">
          <Form.Item
            label="意见"
            htmlFor={`${act.key}/opinion`}
            required={outcome.opinion === 'required'}
            {...(lacksOpinion && pressing.problem ? { help: '请填写意见', validateStatus: 'error' } : {})}
          >
            <Input.TextArea
              id={`${act.key}/opinion`}
              value={choice.opinion}
              maxLength={2_000}
              autoSize={{ minRows: 2, maxRows: 10 }}
              onChange={(event) => choose({ opinion: event.target.value })}
            />
          </Form.Item>
        </Form>
      )}
      {outcome && (
        <div className="decide">
          <Button
            type="primary"
            loading={pressing.isPending}
            disabled={lacksOpinion || pressing.isWaiting || (act.namesake && !notRelated)}
            onClick={press}
          >
            {outcome.name}
          </Button>
          {lacksOpinion && <span className="quiet">请先填写意见</span>}
          {said.faults.length > 0 && <span className="quiet">还有 {said.faults.length} 处没有填好</span>}
          {notYet.length > 0 && said.faults.length === 0 && (
            <span className="quiet">{notYet.map(({ text }) => text).join('；')}</span>
          )}
        </div>
      )}
      <Effects caseNo={caseNo} seq={seq} command={tried && JSON.stringify(tried)} />
      <Told of={pressing} />
    </section>
  );
}
