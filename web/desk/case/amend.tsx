/** 更正: fields of the application chosen and written anew; what that does to the case is seen before it is pressed. */
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { FormInput, PersonCommand } from '../../../contract/command.ts';
import type { FieldIssue } from '../../../contract/refusal.ts';
import type { Json } from '../../../contract/rule.ts';
import { fieldsAt } from '../../../engine/forms/changes.ts';
import { fieldsOf, type Schema } from '../../../engine/forms/schema.ts';
import { FormFields } from '../../forms/fields.tsx';
import { saidIn } from '../../forms/form-panel.tsx';
import type { Values } from '../../forms/value.ts';
import { matter } from '../../shared/queries.ts';
import { Told } from '../../shared/told.tsx';
import type { Submitted, WholeCase } from '../../shared/wire.ts';
import { type Amendable, amendableIn, choiceOf, sayNow, takenAway } from './amendable.ts';
import { useCommand } from './command.ts';
import { Effects } from './preview.tsx';

const sayChoice = (of: Amendable): string => {
  const now = sayNow(of);
  return `${of.takesAway ? '去掉' : ''}${of.label}${now === '' ? '' : `（现为${now}）`}`;
};

/** What a field starts from: what stands there, where it can be typed again. */
const startOf = ({ now }: Amendable): Json | undefined =>
  now === null || (typeof now === 'object' && !Array.isArray(now) && 'masked' in now) ? undefined : now;

export function Amend({
  view,
  onClose,
  onDone,
}: {
  readonly view: WholeCase;
  readonly onClose: () => void;
  readonly onDone: (answer: Submitted) => void;
}) {
  const { caseNo, seq, may } = view;
  const { data } = useQuery(matter(view.matter));
  const application = useMemo(() => (data ? fieldsOf(data.form as Schema) : {}), [data]);
  const held = view.form as FormInput;
  const choices = useMemo(
    () => new Map(amendableIn(application, held, may.amendment.never).map((one) => [choiceOf(one), one])),
    [application, held, may],
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [values, setValues] = useState<Values>({});
  const [opinion, setOpinion] = useState('');
  const [form] = Form.useForm<Values>();
  const sending = useCommand(caseNo, seq, async (answer) => onDone(answer));

  const gone = chosen.flatMap((choice) => takenAway(choice) ?? []);
  const written = chosen.filter((choice) => takenAway(choice) === undefined);
  const fields = fieldsAt(application, held, Object.fromEntries(written.map((path) => [path, null])));
  const said = saidIn(fields, values);
  const changes: FormInput = { ...said.values, ...Object.fromEntries(gone.map((path) => [path, null])) };
  const differs = written.some(
    (path) => JSON.stringify(said.values[path]) !== JSON.stringify(choices.get(path)?.now),
  );
  const isReady =
    (differs || gone.length > 0) &&
    opinion.trim() !== '' &&
    said.faults.length === 0 &&
    written.every((path) => said.values[path] !== undefined);
  const command = (): PersonCommand => ({ type: 'amend', changes, opinion: opinion.trim() });
  const choose = (now: readonly string[]): void => {
    const fresh = now.flatMap((choice) => {
      const of = choices.get(choice);
      const start = of && !chosen.includes(choice) ? startOf(of) : undefined;
      return start === undefined ? [] : [[choice, start] as const];
    });
    form.setFieldsValue(Object.fromEntries(fresh));
    setValues((typed) => ({ ...typed, ...Object.fromEntries(fresh) }));
    setChosen(now);
  };
  return (
    <Modal
      open
      title="更正登记内容"
      okText="更正"
      cancelText="不办"
      onOk={() => isReady && sending.press(command())}
      onCancel={onClose}
      okButtonProps={{ disabled: !isReady, loading: sending.isPending }}
      width={720}
    >
      <Form layout="vertical">
        <Form.Item label="更正哪几项" htmlFor="amend-fields" required>
          <Select
            id="amend-fields"
            mode="multiple"
            value={[...chosen]}
            onChange={choose}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...choices].map(([value, one]) => ({ value, label: sayChoice(one) }))}
            placeholder="选择写错的"
          />
        </Form.Item>
      </Form>
      <Form<Values>
        form={form}
        layout="vertical"
        onValuesChange={(_changed, all) => setValues({ ...values, ...all })}
      >
        <FormFields fields={fields} />
      </Form>
      <Form layout="vertical">
        <Form.Item label="更正的理由" htmlFor="amend-opinion" required>
          <Input.TextArea
            id="amend-opinion"
            value={opinion}
            maxLength={2_000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </Form.Item>
      </Form>
      <Faults of={sending.problem?.fields ?? said.faults} choices={choices} />
      <Effects caseNo={caseNo} seq={seq} command={isReady ? JSON.stringify(command()) : undefined} />
      <Told of={sending} />
    </Modal>
  );
}

/** What else has to be put right with it is often another field: each by its name. */
function Faults({
  of,
  choices,
}: {
  readonly of: readonly FieldIssue[];
  readonly choices: ReadonlyMap<string, Amendable>;
}) {
  if (of.length === 0) return null;
  return (
    <ul className="effects" aria-label="还要改的">
      {of.map(({ field, text }) => (
        <li key={`${field}${text}`}>
          {choices.get(field)?.label ?? ''} {text}
        </li>
      ))}
    </ul>
  );
}
