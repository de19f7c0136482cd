/** 我的待办, the most urgent first. J and K move, Enter opens. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { inbox, matters, units } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { TimeBar, useNow } from '../../shared/time-bar.tsx';
import type { Task } from '../../shared/wire.ts';

const addressOf = ({ caseNo, key }: Task): string => `/cases/${caseNo}?act=${encodeURIComponent(key)}`;
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
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">时限</th>
              <th scope="col">办件</th>
              <th scope="col">请您办理</th>
              <th scope="col">单位</th>
              <th scope="col">到我处</th>
              <th scope="col" aria-label="办理" />
            </tr>
          </thead>
          <tbody>
            {tasks.map((task, i) => (
              <Row key={`${task.caseNo}/${task.key}`} task={task} isHere={i === here} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一百件
        </Button>
      )}
    </main>
  );
}

function Row({ task, isHere }: { readonly task: Task; readonly isHere: boolean }) {
  const go = useNavigate();
  const now = useNow();
  const { data: all } = useQuery(units);
  const { data: known } = useQuery(matters);
  const title = known?.find(({ code }) => code === task.matter)?.title ?? '';
  const labels = Object.values(task.labels).join(' ');
  return (
    // The whole row is the link; the keyboard has its own in the last cell.
    <tr className={isHere ? 'here' : ''} onClick={() => void go(addressOf(task))}>
      <td>
        <TimeBar
          from={task.openedAt}
          dueAt={task.dueAt}
          riskAt={task.riskAt}
          provisional={task.provisional}
        />
      </td>
      <td>
        {labels || '（无申请人）'} <span className="quiet">· {title}</span>
      </td>
      <td>
        {task.name}
        {task.round > 1 && <span className="tag">第 {task.round} 次</span>}
      </td>
      <td>{all?.get(task.unit)?.name}</td>
      <td className="quiet">{sayMoment(task.openedAt, now)}</td>
      <td>
        <Link className="go" to={addressOf(task)} onClick={(event) => event.stopPropagation()}>
          办理
        </Link>
      </td>
    </tr>
  );
}
