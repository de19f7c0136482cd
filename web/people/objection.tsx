/** 对公示的异议: who objects, where they can be reached, and what they say; a code by text message shows that they can be. */

import { useState } from 'react';
import { post } from '../shared/http.ts';
import { useOnce } from '../shared/once.ts';
import type { CodeSent } from '../shared/wire.ts';
import { CodeField } from './code-field.tsx';

export function Objection({ notice }: { readonly notice: string }) {
  const [objector, setObjector] = useState('');
  const [phone, setPhone] = useState('');
  const [content, setContent] = useState('');
  const [code, setCode] = useState('');
  const asking = useOnce({ mutationFn: () => post<CodeSent>(`/notices/${notice}/codes`, { phone }) });
  const objecting = useOnce({
    mutationFn: () => post<object>(`/notices/${notice}/objections`, { objector, phone, code, content }),
  });
  const sent = asking.data;
  const fault = objecting.error ?? asking.error;
  if (objecting.data) return <p role="status">异议已经收到。公示期满以后一并处理，结果答复到您的电话。</p>;
  return (
    <details>
      <summary>有异议</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (sent) objecting.mutate();
          else asking.mutate();
        }}
      >
        {fault && (
          <p role="alert" className="fault">
            {fault.message}
          </p>
        )}
        <label>
          您的姓名
          <input
            value={objector}
            onChange={(event) => setObjector(event.target.value)}
            required
            maxLength={40}
          />
        </label>
        <label>
          联系电话
          <input
            value={phone}
            onChange={(event) => setPhone(event.target.value.trim())}
            required
            pattern="[0-9]{7,12}"
            inputMode="tel"
            maxLength={12}
          />
        </label>
        <label>
          异议内容
          <textarea
            value={content}
            onChange={(event) => setContent(event.target.value)}
            required
            maxLength={2_000}
          />
        </label>
        {sent && <CodeField sent={sent} said="验证码已经发到您的电话" code={code} onChange={setCode} />}
        <button type="submit" disabled={asking.isPending || objecting.isPending}>
          {sent ? '提出异议' : '取验证码'}
        </button>
      </form>
    </details>
  );
}
