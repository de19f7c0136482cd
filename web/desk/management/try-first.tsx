/** A change of the county's tables: tried on every live case as it stands, then recorded and told to all of them. */

import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { post, send } from '../../shared/http.ts';
import { newKey } from '../../shared/key.ts';
import { useOnce } from '../../shared/once.ts';
import type { TableTrial } from '../../shared/wire.ts';

export function TryFirst({
  title,
  path,
  body,
  isFilled,
  onDone,
  onClose,
  children,
}: {
  readonly title: string;
  /** Where it is recorded; tried beneath it. */
  readonly path: string;
  readonly body: object;
  readonly isFilled: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const written = JSON.stringify(body);
  const [tried, setTried] = useState<{ readonly written: string; readonly trial: TableTrial }>();
  const trying = useOnce({
    mutationFn: () => post<TableTrial>(`${path}/trial`, body),
    onSuccess: (trial) => setTried({ written, trial }),
  });
  const taking = useOnce({
    mutationFn: async () => {
      await post(path, body);
      await send('/tables/publish', {}, { key: newKey() });
    },
    onSuccess: () => {
      void message.success('已录入，并告知所有在办件');
      void client.invalidateQueries();
      onDone();
    },
  });
  // What is changed after it was tried has not been tried.
  const trial = tried?.written === written ? tried.trial : undefined;
  const error = taking.error ?? trying.error;
  return (
    <Modal
      open
      title={title}
      width={680}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>不录入</Button>
          <Button disabled={!isFilled} loading={trying.isPending} onClick={() => trying.mutate()}>
            试算
          </Button>
          <Button
            type="primary"
            disabled={!trial || trial.hurt.length > 0}
            loading={taking.isPending}
            onClick={() => taking.mutate()}
          >
            录入并生效
          </Button>
        </>
      }
    >
      {children}
      {trial && (
        <Alert
          type={trial.hurt.length > 0 ? 'error' : 'info'}
          showIcon
          title={`涉及在办 ${trial.cases} 件：期限提前 ${trial.sooner} 件，推后 ${trial.later} 件`}
          description={
            trial.hurt.length > 0
              ? `这些办件将无法继续，不能录入：${trial.hurt.join('、')}`
              : '没有办件会因此办不下去。'
          }
        />
      )}
      {error && <p role="alert">{error.message}</p>}
    </Modal>
  );
}
