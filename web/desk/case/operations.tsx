/** What else I may do with this case, each with what it asks: one menu, only what is possible now. */
import { Button, Dropdown, Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { PersonCommand } from '../../../contract/command.ts';
import { fieldsOf, type Schema } from '../../../engine/forms/schema.ts';
import { FormPanel, type Said, showFaults } from '../../forms/form-panel.tsx';
import type { Values } from '../../forms/value.ts';
import { Told } from '../../shared/told.tsx';
import type { CaseView, Submitted } from '../../shared/wire.ts';
import { Amend } from './amend.tsx';
import { useCommand } from './command.ts';
import { type Operation, operationsOn } from './operation-list.ts';
import { Effects } from './preview.tsx';
import { TransferTo } from './transfer-to.tsx';

export function Operations({
  view,
  onDone,
}: {
  readonly view: CaseView;
  readonly onDone: (answer: Submitted) => void;
}) {
  const [chosen, setChosen] = useState<Operation>();
  const [amends, setAmends] = useState(false);
  const possible = useMemo(() => operationsOn(view), [view]);
  const mayAmend = view.visibility === 'whole' && view.may.amendment.whyNot === null;
  if (possible.length === 0 && !mayAmend) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...possible.map(({ key, label }) => ({ key, label })),
            ...(mayAmend ? [{ key: amending, label: '更正登记内容' }] : []),
          ],
          onClick: ({ key }) =>
            key === amending ? setAmends(true) : setChosen(possible.find((one) => one.key === key)),
        }}
      >
        <Button>更多操作 ▾</Button>
      </Dropdown>
      {amends && view.visibility === 'whole' && (
        <Amend
          view={view}
          onClose={() => setAmends(false)}
          onDone={(answer) => {
            setAmends(false);
            onDone(answer);
          }}
        />
      )}
      {chosen && (
        <Ask
          key={chosen.key}
          view={view}
          operation={chosen}
          onClose={() => setChosen(undefined)}
          onDone={(answer) => {
            setChosen(undefined);
            onDone(answer);
          }}
        />
      )}
    </>
  );
}

const amending = 'amend';
const nothing: Said = { values: {}, faults: [] };

function Ask({
  view: { caseNo, seq },
  operation,
  onClose,
  onDone,
}: {
  readonly view: CaseView;
  readonly operation: Operation;
  readonly onClose: () => void;
  readonly onDone: (answer: Submitted) => void;
}) {
  const [opinion, setOpinion] = useState('');
  const [choice, setChoice] = useState(operation.choices?.options[0]?.value ?? '');
  const [to, setTo] = useState<{ readonly unit: string; readonly person?: string }>();
  const [days, setDays] = useState(3);
  const [mode, setMode] = useState<'redo' | 'direct'>('redo');
  const [said, setSaid] = useState(nothing);
  const [form] = Form.useForm<Values>();
  const sending = useCommand(caseNo, seq, async (answer) => onDone(answer));
  const fields = useMemo(() => (operation.form ? fieldsOf(operation.form as Schema) : {}), [operation]);
  const hasForm = Object.keys(fields).length > 0;
  const words = opinion.trim();
  const isReady =
    (!operation.wantsOpinion || words !== '') &&
    (!operation.wantsOffice || to !== undefined) &&
    said.faults.length === 0;
  const command = (): PersonCommand =>
    operation.command({ opinion: words, choice, mode, days, form: said.values, ...(to ? { to } : {}) });
  const press = (): void => {
    showFaults(form, said.faults);
    if (isReady) sending.press(command());
  };
  return (
    <Modal
      open
      title={operation.label}
      okText={operation.label}
      cancelText="不办"
      onOk={press}
      onCancel={onClose}
      okButtonProps={{ disabled: !isReady, loading: sending.isPending }}
      width={640}
    >
      <Form layout="vertical">
        {operation.choices && (
          <Form.Item label={operation.choices.label} htmlFor="operation-choice">
            <Select
              id="operation-choice"
              showSearch
              value={choice}
              onChange={setChoice}
              options={[...operation.choices.options]}
            />
          </Form.Item>
        )}
        {operation.wantsMode && (
          <Form.Item label="退回以后">
            <Radio.Group
              aria-label="退回以后"
              value={mode}
              onChange={(event) => setMode(event.target.value as 'redo' | 'direct')}
              options={[
                { value: 'redo', label: '其后的重新办理' },
                { value: 'direct', label: '办好后直接回到这里' },
              ]}
            />
          </Form.Item>
        )}
        {operation.wantsOffice && <TransferTo onPick={setTo} />}
        {operation.wantsDays && (
          <Form.Item label="几个工作日内回复" htmlFor="operation-days">
            <InputNumber
              id="operation-days"
              min={1}
              max={60}
              value={days}
              onChange={(value) => setDays(value ?? 1)}
            />
          </Form.Item>
        )}
      </Form>
      {hasForm && (
        <FormPanel
          form={form}
          fields={fields}
          draftName={`${caseNo}/${operation.key}`}
          onSaid={setSaid}
          refused={sending.problem?.fields}
        />
      )}
      {operation.wantsOpinion && (
        <Form layout="vertical">
          <Form.Item label={operation.opinionLabel ?? '理由'} htmlFor="operation-opinion" required>
            <Input.TextArea
              id="operation-opinion"
              value={opinion}
              maxLength={2_000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={(event) => setOpinion(event.target.value)}
            />
          </Form.Item>
        </Form>
      )}
      <Effects caseNo={caseNo} seq={seq} command={isReady ? JSON.stringify(command()) : undefined} />
      <Told of={sending} />
    </Modal>
  );
}
