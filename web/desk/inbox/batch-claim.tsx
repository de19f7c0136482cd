/** 认领所选: one after another, each once; those that somebody else has taken meanwhile are told. */

import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Refused, send } from '../../shared/http.ts';
import { newKey } from '../../shared/key.ts';
import { useOnce } from '../../shared/once.ts';
import { inboxKey } from '../../shared/queries.ts';
import type { Submitted, Task } from '../../shared/wire.ts';

export function BatchClaim({
  tasks,
  onDone,
}: {
  readonly tasks: readonly Task[];
  readonly onDone: () => void;
}) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const claiming = useOnce({
    mutationFn: async (chosen: readonly Task[]) => {
      const refused: string[] = [];
      for (const { caseNo, key } of chosen)
        await send<Submitted>(
          `/cases/${caseNo}/commands`,
          { type: 'claim', act: key },
          { key: newKey() },
        ).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          refused.push(error.message);
        });
      return { done: chosen.length - refused.length, refused };
    },
    onSuccess: ({ done, refused }) => {
      if (refused.length > 0)
        void message.warning(`认领了 ${done} 件；${refused.length} 件没有认领：${refused[0]}`);
      else void message.success(`认领了 ${done} 件`);
      onDone();
    },
    onError: (error) => void message.error(error.message),
    onSettled: () => void client.invalidateQueries({ queryKey: inboxKey }),
  });
  if (tasks.length === 0) return null;
  return (
    <Button type="primary" loading={claiming.isPending} onClick={() => claiming.mutate(tasks)}>
      认领所选 {tasks.length} 件
    </Button>
  );
}
