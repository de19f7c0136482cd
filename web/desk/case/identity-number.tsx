/** A masked number; in full for a minute to whoever writes down what for. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { post } from '../../shared/http.ts';
import { IdentityShown } from '../../shared/identity-shown.ts';
import { useOnce } from '../../shared/once.ts';
import { identityViewsOf } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import type { IdentityShownInFull } from '../../shared/wire.ts';

export function WithNumbers({ caseNo, children }: { readonly caseNo: string; readonly children: ReactNode }) {
  return (
    <IdentityShown
      value={(field, masked) => <IdentityNumber key={field} caseNo={caseNo} field={field} masked={masked} />}
    >
      {children}
      <Viewed caseNo={caseNo} />
    </IdentityShown>
  );
}

const shownMs = 60_000;
const purposes = ['核对本人身份', '向外部系统查询', '制作文书、证件', '处理投诉、异议'];

function IdentityNumber({
  caseNo,
  field,
  masked,
}: {
  readonly caseNo: string;
  readonly field: string;
  readonly masked: string;
}) {
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const [purpose, setPurpose] = useState('');
  const { data, mutate, reset, isPending, error } = useOnce({
    mutationFn: () =>
      post<IdentityShownInFull>(`/cases/${caseNo}/identities`, { field, purpose: purpose.trim() }),
    onSuccess: () => {
      setAsks(false);
      void client.invalidateQueries({ queryKey: identityViewsOf(caseNo).queryKey });
    },
  });
  useEffect(() => {
    if (!data) return undefined;
    const hide = setTimeout(reset, shownMs);
    return () => clearTimeout(hide);
  }, [data, reset]);
  if (data)
    return (
      <>
        {data.number}{' '}
        <Button size="small" onClick={reset}>
          遮掩
        </Button>
      </>
    );
  return (
    <>
      {masked}{' '}
      <Button size="small" aria-label={`看全部号码 ${masked}`} onClick={() => setAsks(true)}>
        看全部
      </Button>
      <Modal
        open={asks}
        title="看全部号码"
        okText="看"
        cancelText="不看"
        okButtonProps={{ disabled: purpose.trim().length < 2, loading: isPending }}
        onOk={() => mutate()}
        onCancel={() => setAsks(false)}
        destroyOnHidden
      >
        <p>为什么要看，会连同您的姓名记下；一分钟后自行遮掩。</p>
        <Form.Item label="目的" htmlFor="purpose" required>
          <Input
            id="purpose"
            list="purposes"
            value={purpose}
            onChange={({ target }) => setPurpose(target.value)}
            maxLength={100}
          />
          <datalist id="purposes">
            {purposes.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </Form.Item>
        {error && <p role="alert">{error.message}</p>}
      </Modal>
    </>
  );
}

function Viewed({ caseNo }: { readonly caseNo: string }) {
  const now = useNow();
  const { data = [] } = useQuery(identityViewsOf(caseNo));
  if (data.length === 0) return null;
  return (
    <section aria-label="看过号码的">
      <h3>看过全部号码的</h3>
      <ul className="trail">
        {data.map(({ at, name, purpose }) => (
          <li key={`${at}/${name}`}>
            <time>{sayMoment(at, now)}</time>
            {name}：{purpose}
          </li>
        ))}
      </ul>
    </section>
  );
}
