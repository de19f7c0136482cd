/** The rest of a case: what was applied for, its clocks day by day, its documents, what was sent, and the trail. */
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tabs } from 'antd';
import { fieldsOf, type Schema } from '../../../engine/forms/schema.ts';
import { get } from '../../shared/http.ts';
import { ledgerOf, matter } from '../../shared/queries.ts';
import { SaidForm } from '../../shared/said.tsx';
import { sayMoment, sayUntil } from '../../shared/time.ts';
import { TimeBar, useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import type { Clocks, WholeCase } from '../../shared/wire.ts';
import { Account } from './account.tsx';
import { WithNumbers } from './identity-number.tsx';
import { Materials } from './materials.tsx';
import { sentences } from './trail.ts';

export function Record({ view }: { readonly view: WholeCase }) {
  return (
    <Tabs
      className="panel"
      items={[
        { key: 'form', label: '申请', children: <Application view={view} /> },
        { key: 'materials', label: '材料', children: <Materials view={view} /> },
        { key: 'clocks', label: '时限', children: <ClockList view={view} /> },
        { key: 'account', label: '责任', children: <Account view={view} /> },
        { key: 'documents', label: `文书 ${view.notices.length}`, children: <Documents view={view} /> },
        { key: 'effects', label: `对外发送 ${view.effects.length}`, children: <Deliveries view={view} /> },
        { key: 'trail', label: '经过', children: <Trail view={view} /> },
      ]}
    />
  );
}

function Application({ view }: { readonly view: WholeCase }) {
  const { data } = useQuery(matter(view.matter));
  if (!data) return <Skeleton active />;
  return (
    <WithNumbers caseNo={view.caseNo}>
      <SaidForm fields={fieldsOf(data.form as Schema)} values={view.form as never} />
    </WithNumbers>
  );
}

function ClockList({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['clocks', view.caseNo, view.seq],
    queryFn: () => get<Clocks>(`/cases/${view.caseNo}/clocks`),
  });
  if (!data) return <Skeleton active />;
  return data.items.map((clock) => (
    <details key={clock.key}>
      <summary>
        {clock.name}（{clock.kind}）：{clock.limit.basis}{' '}
        {clock.stoppedAt === null ? (
          <TimeBar
            from={clock.startedAt}
            dueAt={clock.dueAt}
            riskAt={clock.riskAt}
            provisional={clock.provisional}
          />
        ) : (
          <span className="quiet">已于 {sayMoment(clock.stoppedAt, now)} 停止</span>
        )}
      </summary>
      {clock.dueAt !== null && <p>{sayUntil(clock.dueAt, now)}</p>}
      <ol className="days">
        {clock.days.map((day) => (
          <li key={day.date} className={day.counted ? '' : 'quiet'}>
            {day.date}　{day.counted ? `第 ${day.count}` : '不计'}　{day.why}
          </li>
        ))}
      </ol>
    </details>
  ));
}

function Documents({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  return (
    <ul className="trail">
      <li>
        <a href={`/api/v1/cases/${view.caseNo}/receipt`} target="_blank" rel="noreferrer">
          打印回执（80 毫米）
        </a>{' '}
        <a href={`/api/v1/cases/${view.caseNo}/receipt?paper=A4`} target="_blank" rel="noreferrer">
          打印回执（A4）
        </a>
      </li>
      {view.notices.map((notice) => (
        <li key={notice.key}>
          <time>{sayMoment(notice.at, now)}</time>
          {notice.number}. {notice.text.title}{' '}
          <a
            href={`/api/v1/cases/${view.caseNo}/documents/${notice.code}/print`}
            target="_blank"
            rel="noreferrer"
          >
            打印《{notice.text.title}》
          </a>{' '}
          <a
            href={`/api/v1/cases/${view.caseNo}/documents/${notice.code}/print?copy=file`}
            target="_blank"
            rel="noreferrer"
          >
            存档联
          </a>
        </li>
      ))}
    </ul>
  );
}

const became = {
  waiting: '待送出',
  taken: '已收下',
  refused: '没有被收下',
  forgone: '不再发送',
  dropped: '不须发送',
  undoing: '撤销中',
  undone: '已撤销',
} as const;

function Deliveries({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  if (view.effects.length === 0) return <p className="quiet">还没有向外发送什么。</p>;
  return (
    <ul className="trail">
      {view.effects.map((effect) => (
        <li key={effect.key}>
          {effect.name}：{became[effect.state]}
          {effect.takenAt === null ? '' : `（${sayMoment(effect.takenAt, now)}）`}
          {effect.receipt === null ? '' : `，回执 ${effect.receipt}`}
          {effect.reason === null ? '' : `：${effect.reason}`}
        </li>
      ))}
    </ul>
  );
}

function Trail({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  const unitName = useUnitName();
  const { data } = useQuery(ledgerOf(view.caseNo, view.seq));
  if (!data) return <Skeleton active />;
  return (
    <ol className="trail">
      {sentences(data.items, unitName).map(({ seq, at, who, what, why }) => (
        <li key={seq}>
          <time>{sayMoment(at, now)}</time>
          {who}：{what}
          {why && <div className="quiet">{why}</div>}
        </li>
      ))}
    </ol>
  );
}
