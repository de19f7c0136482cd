/** 人员: who holds which post from when to when; heads see their own unit, the county's keepers all. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Fields } from '../../../contract/form.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import { choice, date, identity, optional, text } from '../../../engine/forms/form.ts';
import { post } from '../../shared/http.ts';
import { staff } from '../../shared/queries.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import type { StaffList } from '../../shared/wire.ts';
import { Ask, type Asked } from './ask.tsx';

type Person = StaffList['items'][number];
type Post = Person['posts'][number];
type Asking = {
  readonly title: string;
  readonly fields: Fields;
  readonly start?: Asked;
  readonly send: (values: Asked) => Promise<unknown>;
};

const why = text('为什么', 200);

export function StaffPage() {
  const today = dateOf(useNow());
  const unitName = useUnitName();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data } = useQuery(staff);
  const [unit, setUnit] = useState('');
  const [sought, setSought] = useState('');
  const [asking, setAsking] = useState<Asking>();
  if (!data) return <Skeleton active />;
  const { units, roles, items } = data;
  const term = {
    unit: choice('单位', units, Object.fromEntries(units.map((id) => [id, unitName(id)]))),
    role: choice('岗位', roles),
    from: date('第一日'),
    to: optional(date('最后一日（不填为不定）')),
  };
  const begins = { unit: unit || units[0] || '', from: today };
  const shown = items.filter(
    ({ name, username, posts }) =>
      (unit === '' || posts.some((held) => held.unit === unit)) &&
      (sought === '' || name.includes(sought) || username.includes(sought)),
  );
  const done = (): void => {
    setAsking(undefined);
    void message.success('已办，记录在“变更记录”里');
    void client.invalidateQueries({ queryKey: staff.queryKey });
  };
  return (
    <>
      <div className="decide filters">
        {units.length > 1 && (
          <Select
            aria-label="单位"
            value={unit}
            onChange={setUnit}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: '全部单位' },
              ...units.map((id) => ({ value: id, label: unitName(id) })),
            ]}
          />
        )}
        <Input
          aria-label="查人员"
          placeholder="姓名、用户名"
          allowClear
          value={sought}
          onChange={({ target }) => setSought(target.value.trim())}
        />
        <Button
          type="primary"
          onClick={() =>
            setAsking({
              title: '登记人员',
              fields: {
                username: text('用户名（字母、数字）', 60),
                name: text('姓名', 40),
                identity: identity(),
                password: text('第一个口令（至少12位，请本人登录后改）', 200),
                ...term,
                why,
              },
              start: begins,
              send: (values) => post('/staff', values),
            })
          }
        >
          登记人员
        </Button>
      </div>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">任职</th>
            <th scope="col">手里的</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name} <span className="quiet">{person.username}</span>
              </th>
              <td>
                {person.posts.map((held) => (
                  <div key={held.id} className={isOver(held, today) ? 'quiet' : ''}>
                    {unitName(held.unit)} {held.role}，{held.from}起{held.to !== null && `至${held.to}`}{' '}
                    {!isOver(held, today) && units.includes(held.unit) && (
                      <Button
                        size="small"
                        aria-label={`到期：${person.name}的${held.role}`}
                        onClick={() =>
                          setAsking({
                            title: '任职到期',
                            fields: { to: date('最后一日'), why },
                            start: { to: today },
                            send: (values) =>
                              post(`/staff/${person.id}/posts/${encodeURIComponent(held.id)}/end`, values),
                          })
                        }
                      >
                        到期
                      </Button>
                    )}
                  </div>
                ))}
              </td>
              <td>
                <Link to={`/acts?person=${encodeURIComponent(person.id)}`}>看</Link>
              </td>
              <td className="buttons">
                <Button
                  size="small"
                  aria-label={`加岗位：${person.name}`}
                  onClick={() =>
                    setAsking({
                      title: '加岗位',
                      fields: { ...term, why },
                      start: begins,
                      send: (values) => post(`/staff/${person.id}/posts`, values),
                    })
                  }
                >
                  加岗位
                </Button>
                <Button
                  size="small"
                  aria-label={`重设口令：${person.name}`}
                  onClick={() =>
                    setAsking({
                      title: '重设口令',
                      fields: { password: text('新的口令（至少12位，请本人登录后改）', 200), why },
                      send: (values) => post(`/staff/${person.id}/password`, values),
                    })
                  }
                >
                  重设口令
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && <Ask {...asking} onDone={done} onClose={() => setAsking(undefined)} />}
    </>
  );
}

const isOver = ({ to }: Post, today: string): boolean => to !== null && to < today;
