/** 日历: which days differ from the plain week, by whose notice; a new notice is tried before it counts. */
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { dateOf } from '../../../engine/clock/time.ts';
import { choice, date, group, list, text, yesNo } from '../../../engine/forms/form.ts';
import { draft } from '../../forms/draft.ts';
import { FormPanel, type Said } from '../../forms/form-panel.tsx';
import type { Values } from '../../forms/value.ts';
import { calendar } from '../../shared/queries.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { TryFirst } from './try-first.tsx';

const kinds = { off: '放假', work: '调休上班' } as const;

const notice = {
  entries: list(
    '日期',
    group('一段', {
      name: text('名称', 60),
      from: date('第一日'),
      to: date('最后一日'),
      kind: choice('放假还是上班', ['off', 'work'], kinds),
      basis: text('依据（通知的文号）', 200),
      confirmed: yesNo('已有正式通知'),
    }),
    1,
    40,
  ),
  why: text('为什么录入', 500),
};
const draftName = 'calendar-notice';

export function CalendarPage({ keeps }: { readonly keeps: boolean }) {
  const today = dateOf(useNow());
  const { data } = useQuery(calendar);
  const [adds, setAdds] = useState(false);
  if (!data) return <Skeleton active />;
  const coming = data.entries
    .filter(({ to }) => to.slice(0, 4) >= today.slice(0, 4))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <>
      <div className="decide">
        <span>已公布的年份：{data.announcedYears.join('、')}。没有公布的按法定节日推算，期限写“预计”。</span>
        {keeps && (
          <Button type="primary" onClick={() => setAdds(true)}>
            录入节假日通知
          </Button>
        )}
      </div>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">日期</th>
            <th scope="col">放假还是上班</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {coming.map((entry) => (
            <tr key={`${entry.from}/${entry.kind}/${entry.basis}`}>
              <th scope="row">{entry.name}</th>
              <td>
                {entry.from}
                {entry.to !== entry.from && `至${entry.to}`}
              </td>
              <td>{kinds[entry.kind]}</td>
              <td>
                {entry.basis} {!entry.confirmed && <Tag color="gold">待确认</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adds && <NewNotice version={`${data.version}+${today}`.slice(-40)} onClose={() => setAdds(false)} />}
    </>
  );
}

function NewNotice({ version, onClose }: { readonly version: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const [said, setSaid] = useState<Said>({ values: {}, faults: [] });
  const isFilled = said.faults.length === 0 && Object.keys(said.values).length > 0;
  return (
    <TryFirst
      title="录入节假日通知"
      path="/tables/calendars"
      body={{ version, ...said.values }}
      isFilled={isFilled}
      onClose={onClose}
      onDone={() => {
        draft(draftName).drop();
        onClose();
      }}
    >
      <FormPanel form={form} fields={notice} draftName={draftName} onSaid={setSaid} />
    </TryFirst>
  );
}
