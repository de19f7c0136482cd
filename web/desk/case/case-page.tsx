/** 办件, one page: what is asked of me, by when, what happens if I press; anything else below. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Result, Skeleton, Tag } from 'antd';
import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Refused } from '../../shared/http.ts';
import { caseOf, inbox, unconfirmedOf } from '../../shared/queries.ts';
import { TimeBar } from '../../shared/time-bar.tsx';
import { useLabels, useUnitName } from '../../shared/unit-name.ts';
import type { CaseView, OpenAct, Submitted, WholeCase } from '../../shared/wire.ts';
import { Asked } from './asked.tsx';
import { Gone } from './gone.tsx';
import { Operations } from './operations.tsx';
import { Path } from './path.tsx';
import { Record } from './record.tsx';

export function CasePage() {
  const { caseNo = '' } = useParams();
  const { data: view, error } = useQuery(caseOf(caseNo));
  if (error instanceof Refused && !view)
    return (
      <Result
        status="info"
        title={error.problem.title}
        subTitle={error.message}
        extra={<Link to="/inbox">返回我的待办</Link>}
      />
    );
  if (!view) return <Skeleton active />;
  return <Case key={caseNo} view={view} />;
}

/** The case that will most likely be asked of me next is read while this one is worked on. */
function useNextAhead(caseNo: string): void {
  const client = useQueryClient();
  const { data } = useInfiniteQuery(inbox(''));
  const next = data?.pages[0]?.items.find((task) => task.caseNo !== caseNo)?.caseNo;
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery({ ...caseOf(next), staleTime: 30_000 });
  }, [next, client]);
}

function Case({ view }: { readonly view: CaseView }) {
  useNextAhead(view.caseNo);
  const go = useNavigate();
  const [search] = useSearchParams();
  const { message } = App.useApp();
  const wanted = search.get('act');
  const mine = view.acts
    .filter(({ mine: isMine }) => isMine)
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted));
  const others = view.acts.filter(({ mine: isMine }) => !isMine);
  /** The next task is on the screen, with a quiet line about this one. */
  const onDone =
    (name: string) =>
    async ({ next, view: after }: Submitted): Promise<void> => {
      void message.success(
        <>
          已办：{name}
          {isAccepted(after) && !isAccepted(view) && (
            <>
              {' '}
              <a href={`/api/v1/cases/${view.caseNo}/receipt`} target="_blank" rel="noreferrer">
                打印回执
              </a>
            </>
          )}
        </>,
        10,
      );
      // At once and before all else: what is said afterwards of this case is not drawn on a page about to go.
      await go(next ? `/cases/${next.caseNo}?act=${encodeURIComponent(next.key)}` : '/inbox', {
        flushSync: true,
      });
    };
  const gone = useGone(view);
  // What is asked comes first, also on the way to the screen.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => startTransition(() => setIsThere(true)), []);
  return (
    <main>
      <Head view={view}>
        <Operations view={view} onDone={() => void message.success('已办理')} />
      </Head>
      {gone.map(({ act, seen }) => (
        <Gone key={nameOf(act)} view={view} act={act} seen={seen} />
      ))}
      {mine.map((act) => (
        <Asked key={nameOf(act)} view={view} act={act} onDone={onDone(act.name)} />
      ))}
      {others.length > 0 && <Others acts={others} />}
      {view.visibility === 'whole' && isThere && (
        <>
          <Unconfirmed view={view} />
          <Path view={view} />
          <Record view={view} />
        </>
      )}
    </main>
  );
}

/** What it rests on that the county has not confirmed: said, not hidden. */
function Unconfirmed({ view }: { readonly view: WholeCase }) {
  const { data = [] } = useQuery(unconfirmedOf(view.caseNo, view.seq));
  if (data.length === 0) return null;
  return (
    <details className="panel">
      <summary>所依据的县级配置，有 {data.length} 项待县里确认</summary>
      <p>{data.join('、')}</p>
    </details>
  );
}

const isAccepted = (view: CaseView): boolean => view.visibility === 'whole' && view.acceptedAt !== null;

type Shown = { readonly act: OpenAct; readonly seen: number };
const nameOf = ({ key, round }: OpenAct): string => `${key}/${round}`;

/** Acts that were mine on this page and no longer are, with what the page had read of the case. */
function useGone({ acts, seq }: CaseView): readonly Shown[] {
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map());
  useEffect(() => {
    const mine = acts.filter(({ mine: isMine }) => isMine);
    setShown(
      (before) => new Map([...before, ...mine.map((act) => [nameOf(act), { act, seen: seq }] as const)]),
    );
  }, [acts, seq]);
  const now = new Set(acts.filter(({ mine: isMine }) => isMine).map(nameOf));
  return [...shown].flatMap(([name, act]) => (now.has(name) ? [] : [act]));
}

/** The act somebody came for is first. */
const rank = ({ key }: OpenAct, wanted: string | null): number => (key === wanted ? 0 : 1);

const states = { open: '在办', suspended: '中止计时', closed: '办结' } as const;

function Head({ view, children }: { readonly view: CaseView; readonly children: ReactNode }) {
  const unitName = useUnitName();
  const sayLabels = useLabels();
  const whole = view.visibility === 'whole' ? view : undefined;
  return (
    <header className="panel case-head">
      <div>
        <h1>
          {view.displayNo} {whole && sayLabels(whole.labels)}
        </h1>
        <span className="quiet">
          {view.title} {whole && `· ${unitName(whole.unit)}`}
        </span>
      </div>
      <div className="decide">
        <Tag>{whole?.outcome ?? states[view.state]}</Tag>
        {whole && whole.state !== 'closed' && whole.acceptedAt !== null && <Clock view={whole} />}
        {children}
      </div>
    </header>
  );
}

function Clock({ view }: { readonly view: WholeCase }) {
  return <TimeBar from={view.acceptedAt ?? view.openedAt} dueAt={view.dueAt} riskAt={view.riskAt} />;
}

function Others({ acts }: { readonly acts: readonly OpenAct[] }) {
  const unitName = useUnitName();
  return (
    <section className="panel" aria-label="正在别处办理">
      <h2>正在别处办理</h2>
      <ul className="trail">
        {acts.map((act) => (
          <li key={act.key}>
            {unitName(act.unit)} {act.role}：{act.name}{' '}
            <TimeBar
              from={act.openedAt}
              dueAt={act.dueAt}
              riskAt={act.riskAt}
              provisional={act.provisional}
            />
            {act.answered && `　已答复 ${act.answered.have.length}／${act.answered.of.length}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
