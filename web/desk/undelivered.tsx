/** 待送达, and what was refused after it had been taken down: told above every screen until it is seen. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { post } from '../shared/http.ts';
import { useOnce } from '../shared/once.ts';
import { undelivered } from '../shared/queries.ts';
import type { CommandStatus } from '../shared/wire.ts';

export function Undelivered() {
  const client = useQueryClient();
  const { data = [] } = useQuery(undelivered);
  const seen = useOnce({
    mutationFn: (id: string) => post<void>(`/commands/${id}/read`, {}),
    onSettled: () => void client.invalidateQueries({ queryKey: undelivered.queryKey }),
  });
  const waiting = data.filter(({ state }) => state === 'waiting');
  const refused = data.filter(({ state }) => state === 'refused');
  return (
    <>
      {waiting.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={`有 ${waiting.length} 次操作已记下，待送达`}
          description={
            <>
              恢复后按先后自动办理，您不用再按：
              {waiting.map(({ id, caseNo }) => (
                <Link key={id} to={`/cases/${caseNo}`}>
                  {caseNo}{' '}
                </Link>
              ))}
            </>
          }
        />
      )}
      {refused.map((command) => (
        <Alert
          key={command.id}
          type="warning"
          showIcon
          title="一次记下的操作，送到时没有办成"
          description={
            <>
              <Link to={`/cases/${command.caseNo}`}>{command.caseNo}</Link>：{reasonOf(command)}
            </>
          }
          action={
            <Button size="small" onClick={() => seen.mutate(command.id)}>
              知道了
            </Button>
          }
        />
      ))}
    </>
  );
}

const reasonOf = ({ reply }: CommandStatus): string => (reply && 'detail' in reply ? reply.detail : '');
