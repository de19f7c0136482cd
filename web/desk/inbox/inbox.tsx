/** 我的待办, the most urgent first. J and K move, Enter opens. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { inbox } from '../../shared/queries.ts';
import { addressOf, TaskTable } from './task-table.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

export function Inbox() {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(inbox);
  const [here, setHere] = useState(0);
  const go = useNavigate();
  const tasks = data?.pages.flatMap(({ items }) => items) ?? [];
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey) return;
      const task = tasks[here];
      if (event.key === 'j') setHere(Math.min(here + 1, tasks.length - 1));
      else if (event.key === 'k') setHere(Math.max(here - 1, 0));
      else if (event.key === 'Enter' && task && event.target === document.body) void go(addressOf(task));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [tasks, here, go]);
  if (error && tasks.length === 0) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  return (
    <main>
      <h1 className="page-title">
        我的待办 {tasks.length}
        {hasNextPage ? ' 件以上' : ' 件'}
      </h1>
      {tasks.length === 0 ? (
        <Empty description="现在没有请您办理的。办件转到您的岗位时，会出现在这里。" />
      ) : (
        <TaskTable tasks={tasks} here={here} />
      )}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一百件
        </Button>
      )}
    </main>
  );
}
