/** 样例系统: what the stand-ins of outside systems have taken, and switching one off to see what happens. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { put } from '../../shared/http.ts';
import { useOnce } from '../../shared/once.ts';
import { standIns } from '../../shared/queries.ts';
import type { StandIns } from '../../shared/wire.ts';

export function StandInsPage() {
  const { data } = useQuery(standIns);
  if (!data) return <Skeleton active />;
  return (
    <>
      <p className="quiet">
        试用时，短信、银行、核对中心、网格平台、12345热线由这里的样例系统代替；正式环境没有这一页。
      </p>
      {data.map((one) => (
        <System key={one.system} {...one} />
      ))}
    </>
  );
}

function System({ system, name, isStandIn, down, taken }: StandIns['items'][number]) {
  const client = useQueryClient();
  const change = useOnce({
    mutationFn: () => put(`/local/stand-ins/${system}`, { down: !down }),
    onSettled: () => client.invalidateQueries({ queryKey: standIns.queryKey }),
  });
  return (
    <section className="panel" aria-label={name}>
      <h2>{name}</h2>
      {isStandIn ? (
        <p>
          {down ? '已停下：送给它的自动再送，恢复后接着办。' : '在运行。'}{' '}
          <Button size="small" loading={change.isPending} onClick={() => change.mutate()}>
            {down ? `恢复${name}` : `停下${name}`}
          </Button>
        </p>
      ) : (
        <p>不是样例系统，或者没有在运行。</p>
      )}
      {change.error && <p role="alert">{change.error.message}</p>}
      {taken.length > 0 && (
        <ul className="trail">
          {taken.map(({ id, what }) => (
            <li key={id}>{what}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
