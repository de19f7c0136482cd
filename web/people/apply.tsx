/** 网上申请: a telephone that answers, what is applied for and where, the form, and then one's own case. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { fieldsOf, type Schema } from '../../engine/forms/schema.ts';
import { draft } from '../forms/draft.ts';
import { begun, faultsOf, filled, type Values } from '../forms/value.ts';
import { get, post, Refused } from '../shared/http.ts';
import { useOnce } from '../shared/once.ts';
import { useSending } from '../shared/sending.ts';
import { useSignedOut } from '../shared/signed-out.ts';
import type { Applicant, CodeSent, OnlineMatters, OwnOpened, Trial } from '../shared/wire.ts';
import { CodeField } from './code-field.tsx';
import { PhoneForm } from './phone-form.tsx';
import { UploadPath } from './upload-path.ts';

type Matter = OnlineMatters['items'][number];
type Opening = { readonly matter: string; readonly unit: string; readonly form: Values };

const whoApplies = ['my', 'applicant'];

export function Apply() {
  const client = useQueryClient();
  const { asks, goOn } = useSignedOut();
  const [code, setCode] = useState(() => new URLSearchParams(window.location.search).get('matter') ?? '');
  const { data: matters } = useQuery({
    queryKey: ['my', 'matters'],
    queryFn: async () => (await get<OnlineMatters>('/my/matters')).items,
  });
  const { data: who } = useQuery({ queryKey: whoApplies, queryFn: () => get<Applicant>('/my/applicant') });
  const matter = matters?.find((one) => one.code === code);
  const choose = (chosen: string): void => {
    setCode(chosen);
    window.history.replaceState(null, '', chosen ? `/apply?matter=${chosen}` : '/apply');
  };
  return (
    <>
      <header>
        <strong>一门</strong>
        <a href="/my">查看已有的办件</a>
      </header>
      <main>
        {!matters && <p role="status">正在打开……</p>}
        {matters && !matter && (
          <>
            <h1>网上申请</h1>
            <ul className="choices">
              {matters.map(({ code: of, title, basis }) => (
                <li key={of}>
                  <button type="button" onClick={() => choose(of)}>
                    {title}
                  </button>
                  <p className="quiet">{basis}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {matter && asks && (
          <Reach
            matter={matter}
            onReached={(applicant) => {
              client.setQueryData(whoApplies, applicant);
              goOn();
            }}
          />
        )}
        {matter && !asks && who && (
          <UploadPath value="/my/applications/materials">
            <Application matter={matter} phone={who.phone} />
          </UploadPath>
        )}
      </main>
    </>
  );
}

/** Whoever applies is reached by telephone: what is decided is told there. */
function Reach({
  matter,
  onReached,
}: {
  readonly matter: Matter;
  readonly onReached: (applicant: Applicant) => void;
}) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const asking = useOnce({ mutationFn: () => post<CodeSent>('/my/applicants/codes', { phone }) });
  const entering = useOnce({
    mutationFn: () => post<Applicant>('/my/applicants', { phone, code }),
    onSuccess: onReached,
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
      <h1>申请{matter.title}</h1>
      <p>先验证您的电话：受理、补正、结果都通知到这个电话。填过的都在，接着填。</p>
      {fault && (
        <p role="alert" className="fault">
          {fault.message}
        </p>
      )}
      <label>
        手机号码
        <input
          value={phone}
          onChange={(event) => setPhone(event.target.value.trim())}
          required
          pattern="1[0-9]{10}"
          inputMode="tel"
          maxLength={11}
          autoComplete="tel"
        />
      </label>
      {sent && <CodeField sent={sent} said="验证码已经发到您的电话" code={code} onChange={setCode} />}
      <button type="submit" disabled={asking.isPending || entering.isPending}>
        {sent ? '开始填写' : '取验证码'}
      </button>
    </form>
  );
}

function Application({ matter, phone }: { readonly matter: Matter; readonly phone: string }) {
  const fields = useMemo(() => fieldsOf(matter.form as Schema), [matter]);
  const kept = useMemo(() => draft(`apply/${matter.code}`), [matter]);
  const [said, setSaid] = useState(
    () =>
      (kept.read() as { unit: string; values: Values }) ?? {
        unit: matter.units.length === 1 ? (matter.units[0]?.id ?? '') : '',
        values: begun(fields),
      },
  );
  const [tried, setTried] = useState(false);
  const [gaps, setGaps] = useState<Trial>();
  const say = (change: Partial<typeof said>): void => {
    const next = { ...said, ...change };
    setSaid(next);
    setGaps(undefined);
    kept.keep(next);
  };
  const opening = (): Opening => ({
    matter: matter.code,
    unit: said.unit,
    form: filled(fields, said.values),
  });
  const sending = useSending<Opening, OwnOpened>({
    path: '/my/applications',
    statusAt: '/my/applications',
    onDone: () => {
      kept.drop();
      window.location.assign('/my');
    },
    onSettled: () => window.location.assign('/my'),
    onFailed: () => {},
  });
  const looking = useOnce({
    mutationFn: () => post<Trial>('/my/applications/trial', opening()),
    onSuccess: (found) => {
      setGaps(found);
      if (found.fields.length === 0 && !found.taken && lacksOf(found).length === 0) sending.press(opening());
    },
  });
  // What was tried and found wanting is told where it is wanting.
  const faults = [
    ...faultsOf(fields, said.values),
    ...(gaps?.fields ?? []),
    ...(sending.problem?.fields ?? []),
    ...(looking.error instanceof Refused ? (looking.error.problem.fields ?? []) : []),
  ];
  const lacks = gaps ? lacksOf(gaps) : [];
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (seen > 0) document.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' });
  }, [seen]);
  const isBusy = looking.isPending || sending.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        setSeen(seen + 1);
        if (said.unit !== '' && faultsOf(fields, said.values).length === 0) looking.mutate();
      }}
    >
      <h1>申请{matter.title}</h1>
      <p className="quiet">
        通知发到 {phone}。{matter.basis}
      </p>
      <label>
        向哪里申请
        <select value={said.unit} onChange={({ target }) => say({ unit: target.value })}>
          <option value="">请选择</option>
          {matter.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {tried && said.unit === '' && (
          <span role="alert" className="fault">
            请选择向哪里申请
          </span>
        )}
      </label>
      <PhoneForm
        fields={fields}
        values={said.values}
        onChange={(values) => say({ values })}
        faults={tried ? faults : []}
      />
      {tried && faults.length > 0 && (
        <p role="alert" className="fault">
          还有 {faults.length} 处没有填好，已在上面标出。
        </p>
      )}
      {gaps?.taken && (
        <p role="alert" className="fault">
          {gaps.taken.instead || '您已有一件在办，不用再申请。'}
          <a href="/my">查看已有的办件</a>
        </p>
      )}
      {lacks.length > 0 && (
        <div role="alert">
          <p>还缺材料，补上再提交，免得再跑一趟：</p>
          <ul>
            {lacks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <button type="button" className="plain" disabled={isBusy} onClick={() => sending.press(opening())}>
            先这样提交，由工作人员一次性告知
          </button>
        </div>
      )}
      {sending.problem && (
        <p role="alert" className="fault">
          {sending.problem.detail}
        </p>
      )}
      {(sending.fault ?? looking.error) && (
        <p role="alert" className="fault">
          {sending.fault ?? looking.error?.message}
        </p>
      )}
      {sending.isWaiting && <p role="status">已经记下，恢复后自动登记，您不用再按。</p>}
      <button type="submit" disabled={isBusy || sending.isWaiting}>
        {isBusy ? '正在提交……' : '提交申请'}
      </button>
    </form>
  );
}

/** What its acceptance would lack. */
const lacksOf = ({ gaps }: Trial): readonly string[] => [
  ...new Set(gaps.flatMap(({ faults }) => faults.map(({ text }) => text))),
];
