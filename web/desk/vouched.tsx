/** 统一身份登录: the identity provider says who somebody is. Beside a page with work on it, in a window of its own. */
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';

const address = '/api/v1/sessions/oidc';
const askEveryMs = 1_000;

const refusals: Readonly<Record<string, string>> = {
  away: '统一身份平台没有应答。请稍后再试，或者用本系统的用户名和密码登录。',
  failed: '统一身份登录没有完成。请再登录一次。',
  unknown: '统一身份平台认得您，这里还没有登记。请联系本单位负责人在“管理—人员”里登记。',
};

export function Vouched({ isBeside, onDone }: { readonly isBeside: boolean; readonly onDone: () => void }) {
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    if (!waits) return undefined;
    const asking = setInterval(async () => {
      const answer = await fetch('/api/v1/me').catch(() => undefined);
      if (!answer?.ok) return;
      setWaits(false);
      onDone();
    }, askEveryMs);
    return () => clearInterval(asking);
  }, [waits, onDone]);
  const refused = refusals[new URLSearchParams(window.location.search).get('sign-in') ?? ''];
  return (
    <>
      {refused && <Alert type="error" title={refused} showIcon />}
      {isBeside ? (
        <Button
          block
          onClick={() => {
            window.open(`${address}?beside=yes`, '_blank', 'width=520,height=640');
            setWaits(true);
          }}
        >
          统一身份登录{waits ? '（在另一个窗口里）' : ''}
        </Button>
      ) : (
        <Button block href={address}>
          统一身份登录
        </Button>
      )}
    </>
  );
}
