/** 我的办件: in by a code, then one column: the next thing to do, where it is, what I was told. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, remove } from '../shared/http.ts';
import { useSignedOut } from '../shared/signed-out.ts';
import type { OwnCase } from '../shared/wire.ts';
import { CaseOfMine } from './case-of-mine.tsx';
import { Enter } from './enter.tsx';

const own = ['my', 'case'];

export function MyCase() {
  const client = useQueryClient();
  const { asks, goOn, forget } = useSignedOut();
  const { data, error } = useQuery({
    queryKey: own,
    queryFn: () => get<OwnCase>('/my/case'),
    refetchInterval: 60_000,
  });
  const entered = (view: OwnCase): void => {
    client.setQueryData(own, view);
    goOn();
  };
  const leave = async (): Promise<void> => {
    await remove('/my/session').catch(() => {});
    forget();
    window.location.assign('/my');
  };
  return (
    <>
      <header>
        <strong>一门</strong>
        {data && !asks && (
          <button type="button" className="plain" onClick={() => void leave()}>
            退出
          </button>
        )}
      </header>
      <main>
        {asks && <Enter isAgain={data !== undefined} onEntered={entered} />}
        {!asks && data && <CaseOfMine view={data} onView={(view) => client.setQueryData(own, view)} />}
        {!asks && !data && <p role="status">{error ? error.message : '正在打开……'}</p>}
      </main>
    </>
  );
}
