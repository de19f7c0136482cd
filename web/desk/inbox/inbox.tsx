/** 我的待办, the most urgent first. J and K move, Enter opens, / searches; what is looked for stands in the address. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Select, Skeleton } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { inbox, inboxCounts, matters } from '../../shared/queries.ts';
import { useSettled } from '../../shared/settled.ts';
import { useUnitName } from '../../shared/unit-name.ts';
import { BatchClaim } from './batch-claim.tsx';
import { LeftBehind } from './left-behind.tsx';
import { addressOf, TaskTable } from './task-table.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
const searchBox = 'inbox-search';

export function Inbox() {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get('text') ?? '');
  const settled = useSettled(text.trim(), 300);
  const put = (change: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  useEffect(() => {
    if ((search.get('text') ?? '') !== settled) put({ text: settled });
  });
  const wanted = {
    matter: search.get('matter') ?? '',
    step: search.get('step') ?? '',
    from: search.get('from') ?? '',
    text: search.get('text') ?? '',
  };
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...inbox(search.toString()),
    placeholderData: keepPreviousData,
  });
  const { data: counts = [] } = useQuery(inboxCounts(wanted.text));
  const { data: known } = useQuery(matters);
  const unitName = useUnitName();
  const [here, setHere] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((address: string) => {
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(address)) next.add(address);
      return next;
    });
  }, []);
  const go = useNavigate();
  const tasks = data?.pages.flatMap(({ items }) => items) ?? [];
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey) return;
      const task = tasks[here];
      if (event.key === 'j') setHere(Math.min(here + 1, tasks.length - 1));
      else if (event.key === 'k') setHere(Math.max(here - 1, 0));
      else if (event.key === '/') {
        event.preventDefault();
        document.getElementById(searchBox)?.focus();
      } else if (event.key === 'Enter' && task && event.target === document.body) void go(addressOf(task));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [tasks, here, go]);
  if (error && tasks.length === 0) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  const sum = (of: (row: (typeof counts)[number]) => boolean): number =>
    counts.filter(of).reduce((total, { count }) => total + count, 0);
  /** Whether a row is wanted, whatever of this kind is chosen. */
  const fits = (row: (typeof counts)[number], but?: keyof typeof wanted): boolean =>
    (['matter', 'step', 'from'] as const).every(
      (kind) => kind === but || !wanted[kind] || row[kind] === wanted[kind],
    );
  const total = sum((row) => fits(row));
  const titleOf = (code: string): string => known?.find((one) => one.code === code)?.title ?? '';
  const choices = (kind: 'matter' | 'step' | 'from', all: string, nameOf: (value: string) => string) => [
    { value: '', label: all },
    ...[...new Set(counts.filter((row) => fits(row, kind)).map((row) => row[kind]))].map((value) => ({
      value,
      label: `${nameOf(value)} ${sum((row) => fits(row, kind) && row[kind] === value)}`,
    })),
  ];
  const places = choices('from', '全部单位', unitName);
  return (
    <main>
      <div className="case-head">
        <h1 className="page-title">我的待办 {total} 件</h1>
        <div className="decide filters">
          <Input
            id={searchBox}
            aria-label="搜索"
            placeholder="办件号、姓名、村（按 / 键）"
            allowClear
            value={text}
            maxLength={40}
            onChange={(event) => setText(event.target.value)}
          />
          <Select
            aria-label="事项"
            value={wanted.matter}
            onChange={(matter) => put({ matter, step: '' })}
            options={choices('matter', '全部事项', titleOf)}
          />
          <Select
            aria-label="环节"
            value={wanted.step}
            onChange={(step) => put({ step })}
            options={choices('step', '全部环节', (step) => step)}
          />
          {places.length > 2 && (
            <Select
              aria-label="来自"
              value={wanted.from}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(from) => put({ from })}
              options={places}
            />
          )}
          <BatchClaim
            tasks={tasks.filter((task) => chosen.has(addressOf(task)))}
            onDone={() => setChosen(new Set())}
          />
        </div>
      </div>
      <LeftBehind />
      {tasks.length === 0 ? (
        <Empty
          description={
            search.size > 0
              ? '没有这样的待办。去掉一些条件再看。'
              : '现在没有请您办理的。办件转到您的岗位时，会出现在这里。'
          }
        />
      ) : (
        <TaskTable tasks={tasks} here={here} chosen={chosen} onToggle={onToggle} />
      )}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一百件
        </Button>
      )}
    </main>
  );
}
