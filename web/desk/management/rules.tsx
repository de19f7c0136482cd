/** 规则: every value by date with its basis; a new one is tried on every live case before it counts. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import type { Json } from '../../../contract/rule.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import { text } from '../../../engine/forms/form.ts';
import { post } from '../../shared/http.ts';
import { rules } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import type { Rules } from '../../shared/wire.ts';
import { Ask } from './ask.tsx';
import { sayValue } from './say-value.ts';
import { TryFirst } from './try-first.tsx';

type Rule = Rules['items'][number];
type Row = Rule['rows'][number];

const inForce = (row: Row, today: string): boolean =>
  row.from <= today && (row.to === null || row.to >= today);
const wantsSignOff = (row: Row): boolean => row.standing === 'county' && row.signedOff === null;

export function RulesPage({ keeps }: { readonly keeps: boolean }) {
  const now = useNow();
  const today = dateOf(now);
  const client = useQueryClient();
  const { data } = useQuery(rules);
  const [matter, setMatter] = useState('');
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState(false);
  const [changing, setChanging] = useState<Rule>();
  const [signing, setSigning] = useState<readonly { readonly rule: Rule; readonly row: Row }[]>();
  if (!data) return <Skeleton active />;
  const matters = [...new Set(data.flatMap((rule) => rule.matters))];
  const shown = data.filter(
    (rule) =>
      (matter === '' || rule.matters.includes(matter)) &&
      (sought === '' || rule.title.includes(sought)) &&
      (!only || rule.rows.some((row) => inForce(row, today) && wantsSignOff(row))),
  );
  const open = data.filter((rule) => rule.rows.some((row) => inForce(row, today) && wantsSignOff(row)));
  const unsignedIn = (rule: Rule) =>
    rule.rows.filter((row) => inForce(row, today) && wantsSignOff(row)).map((row) => ({ rule, row }));
  const renew = (): void => void client.invalidateQueries({ queryKey: rules.queryKey });
  return (
    <>
      <div className="decide filters">
        <Select
          aria-label="事项"
          value={matter}
          onChange={setMatter}
          options={[
            { value: '', label: '全部事项' },
            ...matters.map((title) => ({ value: title, label: title })),
          ]}
        />
        <Input
          aria-label="查规则"
          placeholder="规则名称"
          allowClear
          value={sought}
          onChange={({ target }) => setSought(target.value.trim())}
        />
        <Button aria-pressed={only} onClick={() => setOnly((was) => !was)}>
          {only ? '看全部' : `待县里确认的 ${open.length}`}
        </Button>
        {only && keeps && shown.length > 0 && (
          <Button type="primary" onClick={() => setSigning(shown.flatMap(unsignedIn))}>
            确认所列 {shown.length} 项
          </Button>
        )}
      </div>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">规则</th>
            <th scope="col">数值、起止、依据</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rule) => (
            <tr key={rule.name}>
              <th scope="row">
                {rule.title}
                <div className="quiet">{rule.matters.join('、')}</div>
                {rule.recorded && (
                  <div className="quiet">
                    {rule.recorded.by}录入：{rule.recorded.why}
                  </div>
                )}
              </th>
              <td>
                {rule.rows.map((row) => (
                  <div
                    key={`${row.from}/${row.basis}/${JSON.stringify(row.value)}`}
                    className={inForce(row, today) ? '' : 'quiet'}
                  >
                    <strong>{sayValue(row.value, rule.words)}</strong>　{row.from}起
                    {row.to !== null && `至${row.to}`}　{row.basis}{' '}
                    {row.signedOff && (
                      <span className="quiet">
                        {row.signedOff.by} {sayMoment(row.signedOff.at, now)}确认：{row.signedOff.why}
                      </span>
                    )}
                    {wantsSignOff(row) && inForce(row, today) && <Tag color="gold">待县里确认</Tag>}
                    {wantsSignOff(row) && inForce(row, today) && keeps && (
                      <Button
                        size="small"
                        aria-label={`确认：${rule.title}`}
                        onClick={() => setSigning([{ rule, row }])}
                      >
                        确认
                      </Button>
                    )}
                  </div>
                ))}
              </td>
              <td>
                {keeps && (
                  <Button size="small" aria-label={`新数值：${rule.title}`} onClick={() => setChanging(rule)}>
                    新数值
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing && (
        <NewValue
          rule={changing}
          today={today}
          onClose={() => setChanging(undefined)}
          onDone={() => setChanging(undefined)}
        />
      )}
      {signing && (
        <Ask
          title={signing.length === 1 ? '确认这一行' : `确认所列 ${signing.length} 行`}
          fields={{ why: text('依据（会议纪要、文号）', 200) }}
          send={async ({ why }) => {
            for (const { rule, row } of signing)
              await post('/tables/rules/sign-offs', { name: rule.name, from: row.from, why });
          }}
          onDone={() => {
            setSigning(undefined);
            renew();
          }}
          onClose={() => setSigning(undefined)}
        />
      )}
    </>
  );
}

type Draft = {
  value: string;
  from: string;
  to: string;
  basis: string;
  standing: 'law' | 'county';
  why: string;
};

type Line = {
  readonly name: 'from' | 'to' | 'basis' | 'why';
  readonly label: string;
  readonly type: string;
  readonly optional?: boolean;
};
const lines: readonly Line[] = [
  { name: 'from', label: '自何日起', type: 'date' },
  { name: 'to', label: '至何日（不填为不定）', type: 'date', optional: true },
  { name: 'basis', label: '依据（条文、文号）', type: 'text' },
  { name: 'why', label: '为什么改', type: 'text' },
];

const parsed = (written: string): Json | undefined => {
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
};

function NewValue({
  rule,
  today,
  onDone,
  onClose,
}: {
  readonly rule: Rule;
  readonly today: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const last = rule.rows.at(-1);
  const [draft, setDraft] = useState<Draft>({
    value: JSON.stringify(last?.value ?? null, null, 2),
    from: today,
    to: '',
    basis: '',
    standing: last?.standing ?? 'county',
    why: '',
  });
  const value = parsed(draft.value);
  const body = {
    name: rule.name,
    version: `${today}/${rule.rows.length}`,
    row: {
      value,
      from: draft.from,
      ...(draft.to === '' ? {} : { to: draft.to }),
      basis: draft.basis.trim(),
      standing: draft.standing,
    },
    why: draft.why.trim(),
  };
  const put = (change: Partial<Draft>): void => setDraft((was) => ({ ...was, ...change }));
  const isFilled = value !== undefined && body.row.basis !== '' && body.why !== '' && draft.from !== '';
  return (
    <TryFirst
      title={`${rule.title}：新数值`}
      path="/tables/rules"
      body={body}
      isFilled={isFilled}
      onDone={onDone}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={`数值（现在：${sayValue(last?.value ?? null, rule.words)}）`}
          htmlFor="rule-value"
          required
        >
          <Input.TextArea
            id="rule-value"
            value={draft.value}
            autoSize={{ minRows: 2, maxRows: 12 }}
            onChange={({ target }) => put({ value: target.value })}
          />
          {value === undefined ? (
            <p role="alert">写法有误：保持原来的括号和引号，只改里面的数值。</p>
          ) : (
            <p className="quiet">即：{sayValue(value, rule.words)}</p>
          )}
        </Form.Item>
        {lines.map(({ name, label, type, optional }) => (
          <Form.Item key={name} label={label} htmlFor={`rule-${name}`} required={!optional}>
            <Input
              id={`rule-${name}`}
              type={type}
              maxLength={200}
              value={draft[name]}
              onChange={({ target }) => put({ [name]: target.value })}
            />
          </Form.Item>
        ))}
        <Form.Item label="谁定的">
          <Radio.Group
            aria-label="谁定的"
            value={draft.standing}
            onChange={({ target }) => put({ standing: target.value as Draft['standing'] })}
            options={[
              { value: 'law', label: '法律、法规、上级文件' },
              { value: 'county', label: '县里' },
            ]}
          />
        </Form.Item>
      </Form>
    </TryFirst>
  );
}
