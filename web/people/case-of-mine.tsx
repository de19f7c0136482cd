/** My case: what I have to do first, then by when it will be decided and why, how far it is, and what I was told. */
import type { ReactNode } from 'react';
import { sayDay, sayMoment, sayUntil } from '../shared/time.ts';
import { TimeBar } from '../shared/time-bar.tsx';
import type { OwnCase } from '../shared/wire.ts';
import { Answer } from './answer.tsx';
import { Rating } from './rating.tsx';

const states = { open: '正在办理', suspended: '暂时中止', closed: '已经办结' } as const;

export function CaseOfMine({
  view,
  onView,
}: {
  readonly view: OwnCase;
  readonly onView: (view: OwnCase) => void;
}) {
  return (
    <>
      <section>
        <h1>{view.title}</h1>
        <p>
          {view.applicant}　{view.displayNo}
        </p>
        <p className="state">{view.outcome ?? states[view.state]}</p>
      </section>
      {view.asks.map((act) => (
        <section key={`${act.key}/${act.round}`} className="todo" aria-label={`请您办理：${act.name}`}>
          <h2>请您办理：{act.name}</h2>
          <p>
            <TimeBar from={act.openedAt} dueAt={act.dueAt} riskAt={act.riskAt} />
          </p>
          {act.outcomes.map((outcome) => (
            <Answer
              key={outcome.name}
              name={`${act.key}/${act.round}/${outcome.name}`}
              label={outcome.name}
              form={outcome.form}
              wantsOpinion={outcome.opinion === 'required'}
              seq={view.seq}
              command={(form, opinion) => ({
                type: 'decide',
                act: act.key,
                outcome: outcome.name,
                form,
                ...(opinion === '' ? {} : { opinion }),
              })}
              onView={onView}
            />
          ))}
        </section>
      ))}
      <Promised view={view} />
      <Progress view={view} />
      <Notices view={view} />
      {view.state === 'closed' && <Rating given={view.rating} onView={onView} />}
      {(view.facts.length > 0 || view.withdrawal) && (
        <section>
          <h2>我要办</h2>
          {view.facts.map(({ name, form }) => (
            <Folded key={name} title={`告知情况：${name}`}>
              <Answer
                name={`fact/${name}`}
                label={`告知：${name}`}
                form={form}
                wantsOpinion={false}
                seq={view.seq}
                command={(data) => ({ type: 'supplement', fact: name, data })}
                onView={onView}
              />
            </Folded>
          ))}
          {view.withdrawal && (
            <Folded title="撤回申请">
              <p>撤回以后，这件不再办理；需要的可以重新申请。</p>
              <Answer
                name="withdraw"
                label="撤回申请"
                form={view.withdrawal.form}
                wantsOpinion
                seq={view.seq}
                command={(form, opinion) => ({ type: 'withdraw', form, opinion })}
                onView={onView}
              />
            </Folded>
          )}
        </section>
      )}
    </>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Promised({ view: { promise, at } }: { readonly view: OwnCase }) {
  if (promise?.dueAt == null) return null;
  return (
    <section>
      <h2>什么时候办好</h2>
      <p className="date">{sayUntil(promise.dueAt, at)}</p>
      <p>
        <TimeBar from={promise.startedAt} dueAt={promise.dueAt} riskAt={promise.riskAt} />
      </p>
      <p className="quiet">
        {sayDay(promise.startedAt, at)}受理；依据：{promise.basis}
      </p>
    </section>
  );
}

function Progress({ view }: { readonly view: OwnCase }) {
  return (
    <section>
      <h2>办到哪里</h2>
      <ol className="steps">
        {view.steps.map(({ name, at }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
          <li key={i} className="done">
            {name} <time>{sayMoment(at, view.at)}</time>
          </li>
        ))}
        {view.underway.map(({ name, unit, dueAt }) => (
          <li key={`${unit}/${name}`} className="open">
            {name}：{unit}正在办理{dueAt === null ? '' : `，${sayUntil(dueAt, view.at)}`}
          </li>
        ))}
        {view.ahead.length > 0 && <li className="quiet">还要经过：{view.ahead.join('、')}</li>}
        {view.state === 'closed' && <li className="done">办结：{view.outcome}</li>}
      </ol>
    </section>
  );
}

function Notices({ view }: { readonly view: OwnCase }) {
  if (view.notices.length === 0) return null;
  return (
    <section>
      <h2>给我的文书</h2>
      {view.notices.map(({ code, text, at }) => (
        <details key={code}>
          <summary>
            {text.title} <time>{sayDay(at, view.at)}</time>
          </summary>
          {text.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {text.remedies?.map((remedy) => (
            <p key={remedy}>{remedy}</p>
          ))}
          {text.contact && <p>{text.contact}</p>}
          <p>
            <a href={`/api/v1/my/documents/${code}/print`}>查看盖章样式、打印</a>
          </p>
        </details>
      ))}
    </section>
  );
}
