/** 答复: an outside source answers an inquiry; the last answer decides the act. */
import type { FormInput } from '../../contract/command.ts';
import { touch } from '../ledger/change.ts';
import { actState, runOf } from '../ledger/state.ts';
import { allAnswered } from '../process/act.ts';
import { type Decided, decision } from './decide.ts';
import { type Operation, refuse } from './operation.ts';

export type Answered = {
  readonly type: 'answered';
  readonly act: string;
  readonly round: number;
  readonly source: string;
  readonly answer: FormInput;
  readonly late: boolean;
};

/**
 * A repeated answer changes nothing; a late one, to a question that has been decided or called off, is kept in the
 * ledger and changes nothing else. An answer to what has not been asked is refused.
 */
export const answer: Operation<'answer', Answered, Decided> = {
  decide({ state }, { act: key, round, source, answer: said }) {
    const act = runOf(state).open.find((candidate) => candidate.key === key);
    const current = actState(state, key);
    const event = { type: 'answered', act: key, round, source, answer: said } as const;
    if (round < current.round || (round === current.round && state.decisions.has(key)))
      return [{ ...event, late: true }];
    if (!act || round > current.round || !act.inquiry?.sources.includes(source))
      return refuse('NOT_ASKED_YET');
    if (Object.hasOwn(current.answers, source)) return [];
    const answers = { ...current.answers, [source]: said };
    const answered = { ...event, late: false };
    if (act.inquiry.sources.some((name) => !Object.hasOwn(answers, name))) return [answered];
    return [answered, decision(act, { outcome: allAnswered, form: {}, opinion: '', answers })];
  },
  evolve: {
    answered: (state, { act, source, answer: said, late }, { seq }) =>
      late ? {} : touch(state, act, seq, { answers: { ...actState(state, act).answers, [source]: said } }),
  },
};
