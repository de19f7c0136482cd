/** 登记簿, for anybody: who stands in it on a day, by name or code, and how it came to. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Json } from '../../contract/rule.ts';
import { get } from '../shared/http.ts';
import { useSettled } from '../shared/settled.ts';
import { useUnitName } from '../shared/unit-name.ts';
import type { RegisterHistory, RegisterRows, Registers } from '../shared/wire.ts';

type Kind = Registers['items'][number];
type Row = RegisterRows['items'][number];

export function Register() {
  const { data } = useQuery({ queryKey: ['registers'], queryFn: () => get<Registers>('/registers') });
  const wanted = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
  const kind = data?.items.find(({ name }) => name === wanted) ?? data?.items[0];
  return (
    <>
      <header>
        <strong>一门 · 登记簿</strong>
      </header>
      <main>
        {data && data.items.length > 1 && (
          <nav aria-label="登记簿">
            {data.items.map(({ name }) => (
              <a
                key={name}
                href={`/registers/${encodeURIComponent(name)}`}
                aria-current={name === kind?.name && 'page'}
              >
                {name}
              </a>
            ))}
          </nav>
        )}
        {kind && <Standing kind={kind} />}
      </main>
    </>
  );
}

function Standing({ kind }: { readonly kind: Kind }) {
  const [given] = useState(() => new URLSearchParams(window.location.search));
  const [words, setWords] = useState(given.get('q') ?? '');
  const [on, setOn] = useState(given.get('on') ?? '');
  const [state, setState] = useState('');
  const [since, setSince] = useState('');
  const asked = new URLSearchParams();
  const settled = useSettled(words.trim());
  if (settled) asked.set('q', settled);
  if (on) asked.set('on', on);
  if (state) asked.set('state', state);
  if (since) asked.set('since', since);
  const path = encodeURIComponent(kind.name);
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['register', kind.name, asked.toString()],
    queryFn: ({ pageParam }) =>
      get<RegisterRows>(
        `/registers/${path}?limit=50&${asked}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>{kind.name}</h1>
      <label htmlFor="words">
        名称或代码
        <input id="words" value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
      </label>
      <label htmlFor="on">
        哪一天的（不填为今天）
        <input id="on" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </label>
      {kind.states.length > 0 && (
        <label htmlFor="state">
          状态
          <select id="state" value={state} onChange={(event) => setState(event.target.value)}>
            <option value="">不限</option>
            {kind.states.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      <label htmlFor="since">
        只看哪一天以来变化的（不填不限）
        <input id="since" type="date" value={since} onChange={(event) => setSince(event.target.value)} />
      </label>
      <p>
        <a href={`/api/v1/register-sheets/${path}?${asked}`}>导出这些（表格）</a>
      </p>
      {error && <p role="alert">{error.message}</p>}
      {data && rows.length === 0 && <p role="status">没有找到。换一个名称或日期再查。</p>}
      {rows.map((row) => (
        <Entry key={row.subject} kind={kind} row={row} />
      ))}
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          再看五十条
        </button>
      )}
    </>
  );
}

/** What it is called: the first of its fields that reads as Chinese, else what it is registered under. */
const titleOf = ({ data, subject }: Row): string =>
  Object.values(data).find(
    (value): value is string => typeof value === 'string' && /[\u4e00-\u9fff]/.test(value),
  ) ?? subject;

function Entry({ kind, row }: { readonly kind: Kind; readonly row: Row }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['register', kind.name, 'history', row.subject],
    queryFn: () =>
      get<RegisterHistory>(`/registers/${encodeURIComponent(kind.name)}/${encodeURIComponent(row.subject)}`),
    enabled: isOpen,
  });
  return (
    <section>
      <h2>{titleOf(row)}</h2>
      <Fields kind={kind} data={row.data} />
      <p>
        <a
          href={`/api/v1/register-extracts/${encodeURIComponent(kind.name)}/${encodeURIComponent(row.subject)}`}
          target="_blank"
          rel="noreferrer"
        >
          打印摘录
        </a>
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>历次登记</summary>
        {data?.items.map((one) => (
          <div key={one.from} className="item">
            <p className="quiet">
              {one.from}起{one.to === null ? '' : `，至${one.to}`}
            </p>
            <Fields kind={kind} data={one.data} />
          </div>
        ))}
      </details>
    </section>
  );
}

function Fields({ kind, data }: { readonly kind: Kind; readonly data: Row['data'] }) {
  const unitName = useUnitName();
  const say = (name: string, value: Json): string => {
    if (Array.isArray(value)) return value.map(String).join('、');
    if (typeof value === 'number' && name.endsWith('Fen')) return `${(value / 100).toFixed(2)} 元`;
    return unitName(String(value)) || String(value);
  };
  return (
    <dl>
      {kind.fields.flatMap(({ name, label }) => {
        const value = data[name];
        if (value === undefined || value === null || value === '') return [];
        return [
          <dt key={`${name}/label`}>{label.replace('（分）', '')}</dt>,
          <dd key={name}>{say(name, value)}</dd>,
        ];
      })}
    </dl>
  );
}
