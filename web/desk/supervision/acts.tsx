/** The acts behind a figure, by clock risk. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { actsAsked } from '../../shared/queries.ts';
import { TaskTable } from '../inbox/task-table.tsx';

const lateness: Readonly<Record<string, string>> = { overdue: '已超期的环节', risk: '将届的环节' };
const only: Readonly<Record<string, string>> = { lapsed: '原认领人离任的环节', unheld: '无人任职的环节' };

export function Acts() {
  const [search] = useSearchParams();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    actsAsked(search.toString()),
  );
  if (error && !data) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active />;
  const tasks = data.pages.flatMap(({ items }) => items);
  const title = lateness[search.get('late') ?? ''] ?? only[search.get('only') ?? ''] ?? '在办环节';
  return (
    <main>
      <h1 className="page-title">
        {title} {tasks.length}
        {hasNextPage ? ' 个以上' : ' 个'}
      </h1>
      {tasks.length === 0 ? (
        <Empty description="没有这样的环节。" />
      ) : (
        <TaskTable tasks={tasks} verb="查看" />
      )}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一百个
        </Button>
      )}
    </main>
  );
}
