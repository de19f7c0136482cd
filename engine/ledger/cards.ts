/**
 * 督办: who has let time run out is told so, in a document, and may have to answer; by a ladder of rungs that come by
 * themselves, or by a supervisor's word. A card goes to whoever has held the act longest, not to who has it last.
 */
import type { Office } from '../../contract/actor.ts';
import type { Rung } from '../../contract/rung.ts';
import { actDeadline, deadlineAfter } from '../clock/case-clocks.ts';
import { mayDecide } from '../clock/deadline.ts';
import { heldLongest } from '../clock/holding.ts';
import type { Held } from '../clock/responsibility-span.ts';
import { dateOf, inWords } from '../clock/time.ts';
import { text } from '../forms/form.ts';
import { outcome } from '../process/act.ts';
import type { NoticeText } from '../process/said.ts';
import type { OpenAct } from '../replay/derived.ts';
import { ruleInForceAt } from '../replay/tables.ts';
import type { Card, CardText } from './card.ts';
import { actState, type CaseState, isClosed, runOf } from './state.ts';

export const replied = '回复';
export const appealed = '申诉';
export const revoked = '撤销';
const upheld = '维持';

// What follows the `#` of a process's own key is a number.
const replyKey = ({ seq }: Card): string => `督办#s${seq}`;
const appealKey = ({ seq }: Card): string => `申诉#s${seq}`;
export const cardOf = (state: CaseState, key: string): Card | undefined =>
  state.cards.find((card) => replyKey(card) === key || appealKey(card) === key);

const common = ({ act, due, burned, demand }: Card) =>
  ({
    basis: '督办',
    separateFrom: [],
    returnable: false,
    position: [],
    shown: [],
    brief: { act, burned, demand, ...(due === undefined ? {} : { due }) },
  }) as const;

function actsOf(state: CaseState, card: Card): readonly OpenAct[] {
  const { name, actName, reply, answer, ruling, to, seq, at } = card;
  if (reply && !answer)
    return [
      {
        ...common(card),
        key: replyKey(card),
        name: `${name}回复：${actName}`,
        kind: 'reply',
        by: to,
        within: reply,
        outcomes: {
          [replied]: outcome({ form: { text: text('说明和整改措施', 2_000) } }),
          [appealed]: outcome({ form: { text: text('申诉理由', 2_000) } }),
        },
        opened: { seq, at },
      },
    ];
  const [supervisor] = state.process.policy(state.input, state.facts).supervisors;
  if (answer?.how !== 'appealed' || ruling || !supervisor) return [];
  return [
    {
      ...common(card),
      key: appealKey(card),
      name: `申诉审核：${name}`,
      kind: 'reply',
      by: supervisor,
      outcomes: { [upheld]: outcome({ opinion: 'required' }), [revoked]: outcome({ opinion: 'required' }) },
      brief: { ...common(card).brief, appeal: answer.text },
      opened: { seq: answer.seq, at: answer.at },
    },
  ];
}

/** What cards ask of somebody, for as long as the case is under way. */
export const cardActs = (state: CaseState): readonly OpenAct[] =>
  state.cards.length === 0 || isClosed(state) ? [] : state.cards.flatMap((card) => actsOf(state, card));

const addressee = (state: CaseState, { to }: Pick<Rung, 'to'>, { unit, role }: Held): Office => {
  if (to === 'holder') return { unit, role };
  if (to === 'head') return { unit, role: state.process.headRole };
  return state.input.offices?.[to] ?? { unit, role };
};

export type Due = { readonly at: number; readonly card: CardText };

/** The rungs that will come for what is open, earliest first: none by a limit that leans on a year not yet announced. */
export function carding(state: CaseState): readonly Due[] {
  const { ladder } = state.process;
  if (!ladder || isClosed(state)) return [];
  const rungs = ruleInForceAt(state.tables, ladder, state.seq, dateOf(state.at)).value;
  return runOf(state)
    .open.filter(({ kind }) => kind === 'decide' || kind === 'serve')
    .flatMap((act) => rungsFor(state, rungs, act))
    .sort((a, b) => a.at - b.at);
}

function rungsFor(state: CaseState, rungs: readonly Rung[], act: OpenAct): readonly Due[] {
  const deadline = actDeadline(state, act);
  if (!deadline || !mayDecide(deadline)) return [];
  const { round } = actState(state, act.key);
  const issued = state.cards.filter((card) => card.act === act.key && card.round === round);
  return rungs
    .filter(({ name }) => !issued.some((card) => card.name === name))
    .map((rung) => {
      const { name, when, after, reply, demand } = rung;
      const at =
        when === 'risk'
          ? deadline.riskAt
          : after
            ? deadlineAfter(state, { ...after, basis: name }, deadline.dueAt).dueAt
            : deadline.dueAt;
      const burned = heldLongest(state, act, at);
      return {
        at,
        card: {
          name,
          act: act.key,
          actName: act.name,
          round,
          burned,
          to: addressee(state, rung, burned),
          due: deadline.dueAt,
          demand,
          ...(reply ? { reply: { ...reply, basis: name } } : {}),
        },
      };
    });
}

/** The document a card issues. */
export const cardDocument = ({ name, actName, due, burned, demand, ruling }: Card): NoticeText => ({
  title: name,
  effect: 'informs',
  paragraphs: [
    `“${actName}”${due === undefined ? '' : `应于${inWords(dateOf(due - 1))}前办结，`}${burned.role}已用${burned.minutes}分钟。`,
    demand,
    ...(ruling?.revoked ? [`经申诉审核撤销：${ruling.opinion}`] : []),
  ],
});
