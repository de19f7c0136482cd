/** An application taken down while the applicant stands there: judged as it is typed, every gap told at once, opened once. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Radio, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Json } from '../../../contract/rule.ts';
import { fieldsOf, type Schema } from '../../../engine/forms/schema.ts';
import { draft } from '../../forms/draft.ts';
import { FormPanel, type Said, showFaults } from '../../forms/form-panel.tsx';
import type { Values } from '../../forms/value.ts';
import { inboxKey, matter } from '../../shared/queries.ts';
import { useSending } from '../../shared/sending.ts';
import { Told } from '../../shared/told.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import type { Matter, Opened } from '../../shared/wire.ts';
import { Gaps } from './gaps.tsx';

export function Opening() {
  const { code = '' } = useParams();
  const { data } = useQuery(matter(code));
  return data ? <OpeningForm key={code} matter={data} /> : <Skeleton active />;
}

type Asked = {
  readonly matter: string;
  readonly unit: string;
  readonly form: { readonly [name: string]: Json };
};

function OpeningForm({
  matter: { code, title, form: schema, units, lookedUp },
}: {
  readonly matter: Matter;
}) {
  const go = useNavigate();
  const client = useQueryClient();
  const unitName = useUnitName();
  const { message } = App.useApp();
  const [unit, setUnit] = useState(units[0] ?? '');
  const [said, setSaid] = useState<Said>({ values: {}, faults: [] });
  const [form] = Form.useForm<Values>();
  const fields = useMemo(() => fieldsOf(schema as Schema), [schema]);
  const draftName = `open/${code}`;
  const opened = (caseNo: string): void => {
    draft(draftName).drop();
    void client.invalidateQueries({ queryKey: inboxKey });
    void go(`/cases/${caseNo}`);
  };
  const sending = useSending<Asked, Opened>({
    path: '/cases',
    onDone: ({ caseNo, displayNo }) => {
      void message.success(`已登记：${displayNo}`);
      opened(caseNo);
    },
    onSettled: ({ state, caseNo }) => {
      if (state === 'accepted') opened(caseNo);
    },
    onFailed: () => {},
  });
  const { problem } = sending;
  const press = (): void => {
    showFaults(form, said.faults);
    if (said.faults.length === 0) sending.press({ matter: code, unit, form: said.values });
  };
  if (units.length === 0)
    return (
      <Alert
        type="info"
        showIcon
        title={`“${title}”不由您的岗位登记`}
        description={<Link to="/window">看看可以登记什么</Link>}
      />
    );
  return (
    <main className="opening">
      <section className="panel" aria-label={`登记：${title}`}>
        <h1 className="page-title">登记：{title}</h1>
        {units.length > 1 && (
          <Radio.Group
            aria-label="登记单位"
            value={unit}
            onChange={(event) => setUnit(event.target.value as string)}
            options={units.map((id) => ({ value: id, label: unitName(id) }))}
          />
        )}
        <FormPanel
          form={form}
          fields={fields}
          draftName={draftName}
          onSaid={setSaid}
          refused={problem?.fields}
        />
      </section>
      <aside className="panel" aria-label="还差什么">
        <Gaps matter={code} unit={unit} said={said} onPick={(faults) => showFaults(form, faults)} />
        <Button type="primary" block loading={sending.isPending} disabled={sending.isWaiting} onClick={press}>
          登记
        </Button>
        <NotAsked of={lookedUp} />
        <Told of={sending} />
        {problem?.about?.['caseNo'] !== undefined && (
          <Link to={`/cases/${String(problem.about['caseNo'])}`}>打开在办的那一件</Link>
        )}
      </aside>
    </main>
  );
}

/** What the citizen has brought for nothing, or need not fetch. */
function NotAsked({ of }: { readonly of: Matter['lookedUp'] }) {
  if (of.length === 0) return null;
  return (
    <section className="gaps" aria-label="系统核验免交">
      <h2>系统核验，不用交</h2>
      <ul>
        {of.map(({ item, from }) => (
          <li key={item}>
            {item}
            <span className="quiet">　向{from}核验</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
