/** What came of a press, in three parts: what happened, what was kept, what to do. */
import { Alert } from 'antd';
import type { Sending } from './sending.ts';

type Became = Pick<Sending<never>, 'isWaiting' | 'problem' | 'fault'>;

export function Told({ of: { isWaiting, problem, fault } }: { readonly of: Became }) {
  if (isWaiting)
    return (
      <Alert
        type="info"
        showIcon
        title="已记下，待送达"
        description="恢复后自动办理，您不用再按；这一页会自己更新。"
      />
    );
  if (fault) return <Alert type="warning" showIcon title="没有送到" description={fault} />;
  if (!problem) return null;
  return <Alert type="error" showIcon title={problem.title} description={problem.detail} />;
}
