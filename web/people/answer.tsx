/** One thing I may say to my case: its form, and one large button. */
import { useMemo, useState } from 'react';
import type { FormInput, PersonCommand } from '../../contract/command.ts';
import { fieldsOf, type Schema } from '../../engine/forms/schema.ts';
import { draft } from '../forms/draft.ts';
import { begun, faultsOf, filled, type Values } from '../forms/value.ts';
import { useSending } from '../shared/sending.ts';
import type { OwnCase, OwnSubmitted } from '../shared/wire.ts';
import { PhoneForm } from './phone-form.tsx';

export function Answer({
  name,
  label,
  form,
  wantsOpinion,
  seq,
  command,
  onView,
}: {
  /** Its draft is found again under this name. */
  readonly name: string;
  readonly label: string;
  readonly form: unknown;
  readonly wantsOpinion: boolean;
  readonly seq: number;
  readonly command: (form: FormInput, opinion: string) => PersonCommand;
  readonly onView: (view: OwnCase) => void;
}) {
  const fields = useMemo(() => fieldsOf(form as Schema), [form]);
  const kept = useMemo(() => draft(`my/${name}`), [name]);
  const [said, setSaid] = useState(
    () => (kept.read() as { values: Values; opinion: string }) ?? { values: begun(fields), opinion: '' },
  );
  const [tried, setTried] = useState(false);
  const say = (change: Partial<typeof said>): void => {
    const next = { ...said, ...change };
    setSaid(next);
    kept.keep(next);
  };
  const sending = useSending<PersonCommand, OwnSubmitted>({
    path: '/my/commands',
    statusAt: '/my/commands',
    seq,
    onDone: ({ view }) => {
      kept.drop();
      onView(view);
    },
    onSettled: () => window.location.reload(),
    onFailed: () => {},
  });
  const faults = [...faultsOf(fields, said.values), ...(sending.problem?.fields ?? [])];
  const lacksOpinion = wantsOpinion && said.opinion.trim() === '';
  const { problem, fault, isWaiting, isPending } = sending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faultsOf(fields, said.values).length === 0 && !lacksOpinion)
          sending.press(command(filled(fields, said.values), said.opinion.trim()));
      }}
    >
      <PhoneForm
        fields={fields}
        values={said.values}
        onChange={(values) => say({ values })}
        faults={tried ? faults : []}
      />
      {wantsOpinion && (
        <label>
          理由
          <textarea
            value={said.opinion}
            maxLength={2_000}
            onChange={(event) => say({ opinion: event.target.value })}
          />
        </label>
      )}
      {tried && (faults.length > 0 || lacksOpinion) && (
        <p role="alert" className="fault">
          {lacksOpinion ? '请写明理由。' : `还有 ${faults.length} 处没有填好，已在下面标出。`}
        </p>
      )}
      {problem && (
        <p role="alert" className="fault">
          {problem.detail}
        </p>
      )}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      {isWaiting && <p role="status">已经记下，恢复后自动办理，您不用再按。</p>}
      <button type="submit" disabled={isPending || isWaiting}>
        {label}
      </button>
    </form>
  );
}
