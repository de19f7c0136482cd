/** 督办, its answer, and what becomes of an appeal. */
import type { FormInput } from '../../contract/command.ts';
import { actDeadline } from '../clock/case-clocks.ts';
import { heldLongest } from '../clock/holding.ts';
import type { Card, CardText } from '../ledger/card.ts';
import { appealed, cardOf, replied, revoked } from '../ledger/cards.ts';
import { actState, type CaseState } from '../ledger/state.ts';
import type { OpenAct } from '../replay/derived.ts';
import { isSupervisor, officeOf } from './authority.ts';
import { openAct } from './open-act.ts';
import { type Evolvers, isRefusal, type Operation, opinionMissing, refuse } from './operation.ts';

export type Carded = { readonly type: 'carded' } & CardText;
export type CardAnswered = {
  readonly type: 'cardAnswered';
  readonly card: number;
  readonly how: 'replied' | 'appealed';
  readonly text: string;
};
export type CardRuled = {
  readonly type: 'cardRuled';
  readonly card: number;
  readonly revoked: boolean;
  readonly opinion: string;
};

export const supervise: Operation<'supervise', Carded> = {
  decide({ state, actor, at }, { act: key, demand, reply }) {
    const act = openAct(state, key);
    if (isRefusal(act)) return act;
    if (act.kind === 'reply') return refuse('ACT_NOT_OPEN', '督办的回复不再督办。');
    if (!isSupervisor(state, actor, at)) return refuse('NOT_YOURS', '督办由督查岗位发起。');
    const silent = opinionMissing(demand);
    if (silent) return silent;
    const due = actDeadline(state, act)?.dueAt;
    return [
      {
        type: 'carded',
        name: '督办',
        act: key,
        actName: act.name,
        round: actState(state, key).round,
        burned: heldLongest(state, act, at),
        to: officeOf(state, act),
        ...(due === undefined ? {} : { due }),
        demand,
        reply: { ...reply, basis: '督办' },
      },
    ];
  },
  evolve: {
    carded: (state, { type: _type, ...card }, { seq, at }) => ({
      cards: [...state.cards, { ...card, seq, at }],
    }),
  },
};

/** What the answer to a card, or to an appeal against one, enters. */
export function answeringCard(
  state: CaseState,
  { key }: OpenAct,
  said: { readonly outcome: string; readonly form: FormInput; readonly opinion: string },
): readonly (CardAnswered | CardRuled)[] {
  const card = cardOf(state, key);
  if (!card) return [];
  const { outcome, form, opinion } = said;
  if (outcome === replied || outcome === appealed) {
    const how = outcome === replied ? 'replied' : 'appealed';
    return [{ type: 'cardAnswered', card: card.seq, how, text: String(form['text']) }];
  }
  return [{ type: 'cardRuled', card: card.seq, revoked: outcome === revoked, opinion }];
}

const changed = (state: CaseState, seq: number, how: (card: Card) => Card): Pick<CaseState, 'cards'> => ({
  cards: state.cards.map((card) => (card.seq === seq ? how(card) : card)),
});

export const cardEvolve: Evolvers<CardAnswered | CardRuled> = {
  cardAnswered: (state, { card, how, text }, { seq, at }) =>
    changed(state, card, (known) => ({ ...known, answer: { seq, at, how, text } })),
  cardRuled: (state, { card, revoked: isRevoked, opinion }, { seq, at }) =>
    changed(state, card, (known) => ({ ...known, ruling: { seq, at, revoked: isRevoked, opinion } })),
};
