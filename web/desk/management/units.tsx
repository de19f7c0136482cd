/** 单位: the county's own; named, put under another, joined with another, each with who and why. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { Fields } from '../../../contract/form.ts';
import { choice, optional, text } from '../../../engine/forms/form.ts';
import { put } from '../../shared/http.ts';
import { staff, staffChanges, units } from '../../shared/queries.ts';
import type { Units } from '../../shared/wire.ts';
import { Ask, type Asked } from './ask.tsx';

type Unit = Units['items'][number];
type Asking = {
  readonly title: string;
  readonly fields: Fields;
  readonly start: Asked;
  readonly send: (values: Asked) => Promise<unknown>;
};

const kinds = { county: '县级', department: '部门', township: '乡镇' } as const;
const why = text('依据或原因', 500);

export function UnitsPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data } = useQuery(units);
  const [asking, setAsking] = useState<Asking>();
  if (!data) return <Skeleton active />;
  const all = [...data.values()];
  const called = (id: string | null): string => (id === null ? '' : (data.get(id)?.name ?? ''));
  const among = (label: string, others: readonly Unit[]) =>
    choice(
      label,
      others.map(({ id }) => id),
      Object.fromEntries(others.map(({ id, name }) => [id, name])),
    );
  const live = all.filter(({ joined }) => joined === null);
  const termsOf = (id: string) => ({
    name: text('单位名称', 60),
    kind: choice('类别', Object.keys(kinds), kinds),
    parent: optional(
      among(
        '上级单位',
        live.filter((one) => one.id !== id),
      ),
    ),
  });
  const save = (id: string, over: Asked) =>
    put(`/units/${encodeURIComponent(id)}`, { parent: null, joined: null, ...over });
  const done = (): void => {
    setAsking(undefined);
    void message.success('已办，记录在“变更记录”里');
    for (const { queryKey } of [units, staff, staffChanges]) void client.invalidateQueries({ queryKey });
  };
  const plain = ({ name, kind, parent, joined }: Unit): Asked => ({ name, kind, parent, joined });
  return (
    <>
      <div className="decide filters">
        <Button
          type="primary"
          onClick={() =>
            setAsking({
              title: '登记单位',
              fields: { id: text('单位编号（小写字母、数字）', 40), ...termsOf(''), why },
              start: { kind: 'department' },
              send: ({ id, ...values }) => save(String(id), values),
            })
          }
        >
          登记单位
        </Button>
      </div>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">类别</th>
            <th scope="col">上级</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name} <span className="quiet">{one.id}</span>
                {one.joined !== null && <div className="quiet">已并入{called(one.joined)}</div>}
              </th>
              <td>{kinds[one.kind]}</td>
              <td>{called(one.parent)}</td>
              <td className="buttons">
                <Button
                  size="small"
                  aria-label={`变更：${one.name}`}
                  onClick={() =>
                    setAsking({
                      title: '变更单位',
                      fields: { ...termsOf(one.id), why },
                      start: {
                        name: one.name,
                        kind: one.kind,
                        ...(one.parent ? { parent: one.parent } : {}),
                      },
                      send: (values) => save(one.id, { joined: one.joined, ...values }),
                    })
                  }
                >
                  变更
                </Button>
                {one.parent !== null && one.joined === null && (
                  <Button
                    size="small"
                    aria-label={`并入：${one.name}`}
                    onClick={() =>
                      setAsking({
                        title: `${one.name}并入别的单位`,
                        fields: {
                          joined: among(
                            '并入哪个单位',
                            live.filter(({ id }) => id !== one.id),
                          ),
                          why,
                        },
                        start: {},
                        send: (values) => save(one.id, { ...plain(one), ...values }),
                      })
                    }
                  >
                    并入
                  </Button>
                )}
                {one.joined !== null && (
                  <Button
                    size="small"
                    aria-label={`恢复：${one.name}`}
                    onClick={() =>
                      setAsking({
                        title: `${one.name}不再并入别的单位`,
                        fields: { why },
                        start: {},
                        send: (values) => save(one.id, { ...plain(one), joined: null, ...values }),
                      })
                    }
                  >
                    恢复
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && <Ask {...asking} onDone={done} onClose={() => setAsking(undefined)} />}
    </>
  );
}
