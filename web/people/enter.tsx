/** In: the case's number, the last four of the identity number, and the code that comes by text message. */

import { useState } from 'react';
import { post } from '../shared/http.ts';
import { useOnce } from '../shared/once.ts';
import type { CodeSent, OwnCase } from '../shared/wire.ts';
import { CodeField } from './code-field.tsx';

export function Enter({
  isAgain,
  onEntered,
}: {
  readonly isAgain: boolean;
  readonly onEntered: (view: OwnCase) => void;
}) {
  const [caseNo, setCaseNo] = useState('');
  const [last, setLast] = useState('');
  const [code, setCode] = useState('');
  const asking = useOnce({ mutationFn: () => post<CodeSent>('/my/codes', { caseNo, last }) });
  const entering = useOnce({
    mutationFn: () => post<OwnCase>('/my/sessions', { caseNo, last, code }),
    onSuccess: onEntered,
  });
  const sent = asking.data;
  const fault = entering.error ?? asking.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sent) entering.mutate();
        else asking.mutate();
      }}
    >
      <h1>{isAgain ? '请再进入一次' : '查看我的办件'}</h1>
      {isAgain && <p>离开有一会儿了。填过的都在，进入后接着办。</p>}
      {fault && (
        <p role="alert" className="fault">
          {fault.message}
        </p>
      )}
      <label>
        办件号
        <input
          value={caseNo}
          onChange={(event) => setCaseNo(event.target.value)}
          required
          maxLength={60}
          autoComplete="off"
          aria-describedby="where"
        />
      </label>
      <p id="where" className="quiet">
        在受理通知书和短信里，写法照抄就行。
      </p>
      <label>
        身份证号码最后四位
        <input
          value={last}
          onChange={(event) => setLast(event.target.value.trim())}
          required
          pattern="[0-9]{3}[0-9Xx]"
          maxLength={4}
          autoComplete="off"
        />
      </label>
      {sent && (
        <CodeField
          sent={sent}
          said="号码相符的，验证码已经发到办件上留的电话"
          code={code}
          onChange={setCode}
        />
      )}
      <button type="submit" disabled={asking.isPending || entering.isPending}>
        {sent ? '进入' : '取验证码'}
      </button>
      {sent && (
        <button type="button" className="plain" onClick={() => asking.mutate()}>
          没有收到，再取一次
        </button>
      )}
      <p>
        还没有办件？<a href="/apply">在网上申请</a>
      </p>
    </form>
  );
}
