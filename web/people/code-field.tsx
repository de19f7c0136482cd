/** The code that came by text message. */
import type { CodeSent } from '../shared/wire.ts';

export function CodeField({
  sent,
  said,
  code,
  onChange,
}: {
  readonly sent: CodeSent;
  readonly said: string;
  readonly code: string;
  readonly onChange: (code: string) => void;
}) {
  return (
    <>
      <p role="status">
        {said}，{sent.minutes} 分钟内有效。
        {sent.code !== undefined && `（试用：${sent.code}）`}
      </p>
      <label>
        短信验证码
        <input
          value={code}
          onChange={(event) => onChange(event.target.value.trim())}
          required
          inputMode="numeric"
          pattern="[0-9]{6}"
          maxLength={6}
          autoComplete="one-time-code"
        />
      </label>
    </>
  );
}
