/** 责任: whose time it was, what lateness would have been without whom, and the cards issued about it. */
import { useQuery } from '@tanstack/react-query';
import { latenessOf } from '../../shared/queries.ts';
import { sayMoment, sayUntil } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import type { Lateness, WholeCase } from '../../shared/wire.ts';

type Party = WholeCase['responsibility']['accounts'][number]['party'];
type Card = WholeCase['cards'][number];

export function Account({ view }: { readonly view: WholeCase }) {
  const unitName = useUnitName();
  const { data: late = [] } = useQuery(latenessOf(view.caseNo, view.seq));
  const { accounts, totalMinutes } = view.responsibility;
  return (
    <>
      <section aria-label="时间去向">
        <h3>时间去向：共 {sayMinutes(totalMinutes)}</h3>
        <ul className="trail">
          {accounts
            .filter(({ minutes }) => minutes > 0)
            .toSorted((a, b) => b.minutes - a.minutes)
            .map(({ party, minutes }) => (
              <li key={JSON.stringify(party)}>
                {sayParty(party, unitName)}：{sayMinutes(minutes)}
              </li>
            ))}
        </ul>
      </section>
      {late.length > 0 && (
        <section aria-label="超期归因">
          <h3>超期归因</h3>
          <ul className="trail">
            {late.map((one) => (
              <li key={one.unit}>
                {unitName(one.unit)}逾期：{one.late.map((key) => key.split('/').at(-1)).join('、')}。
                {sayInstead(one.inTime)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.cards.length > 0 && (
        <section aria-label="督办">
          <h3>督办</h3>
          <ul className="trail">
            {view.cards.map((card) => (
              <OneCard key={`${card.seq}/${card.name}`} card={card} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const hour = 60;
const sayMinutes = (minutes: number): string =>
  minutes < hour ? `${minutes} 分钟` : `${(minutes / hour).toFixed(1)} 小时`;

function sayParty(party: Party, unitName: (id: string) => string): string {
  switch (party.kind) {
    case 'office':
      return `${unitName(party.unit)} ${party.role}`;
    case 'applicant':
      return '申请人';
    case 'outside':
      return `外部系统 ${party.system}`;
    case 'statutory':
      return party.why;
  }
}

function sayInstead(inTime: Lateness['items'][number]['inTime']): string {
  if (inTime === null) return '该单位若都在时限内办结，整件是否按期，还不能断定。';
  return inTime ? '该单位若都在时限内办结，整件按期。' : '该单位若都在时限内办结，整件仍然超期。';
}

const answers = { replied: '回复', appealed: '申诉' } as const;

function OneCard({ card }: { readonly card: Card }) {
  const now = useNow();
  const unitName = useUnitName();
  const { name, actName, at, to, burned, demand, due, answer, ruling } = card;
  return (
    <li>
      <time>{sayMoment(at, now)}</time>
      {name}（“{actName}”）给{unitName(to.unit)} {to.role}：{demand}
      <div className="quiet">
        用去时间最多的是{unitName(burned.unit)} {burned.role}，{sayMinutes(burned.minutes)}。
        {!answer && due !== null && `回复期限：${sayUntil(due, now)}。`}
      </div>
      {answer && (
        <div>
          {answers[answer.how]}（{sayMoment(answer.at, now)}）：{answer.text}
        </div>
      )}
      {ruling && (
        <div>
          裁定（{sayMoment(ruling.at, now)}）：{ruling.revoked ? '撤销' : '维持'}。{ruling.opinion}
        </div>
      )}
    </li>
  );
}
