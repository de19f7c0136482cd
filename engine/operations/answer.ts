/** 答复: outside sources answer an inquiry, one or several at once; the last answer decides the act. */
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
  decide({ state }, { act: key, round, answers: said }) {
    const act = runOf(state).open.find((candidate) => candidate.key === key);
    const current = actState(state, key);
    const entered = (of: { readonly [source: string]: FormInput }, late: boolean): readonly Answered[] =>
      Object.entries(of).map(([source, one]) => ({
        type: 'answered',
        act: key,
        round,
        source,
        answer: one,
        late,
      }));
    if (round < current.round || (round === current.round && state.decisions.has(key)))
      return entered(said, true);
    const asked = act?.inquiry?.sources ?? [];
    if (!act || round > current.round || Object.keys(said).some((source) => !asked.includes(source)))
      return refuse('NOT_ASKED_YET');
    const fresh = Object.fromEntries(
      Object.entries(said).filter(([source]) => !Object.hasOwn(current.answers, source)),
    );
    if (Object.keys(fresh).length === 0) return [];
    const answers = { ...current.answers, ...fresh };
    const answered = entered(fresh, false);
    if (asked.some((name) => !Object.hasOwn(answers, name))) return answered;
    return [...answered, decision(state, act, { outcome: allAnswered, form: {}, opinion: '', answers })];
  },
  evolve: {
    answered: (state, { act, source, answer: said, late }, { seq }) =>
      late ? {} : touch(state, act, seq, { answers: { ...actState(state, act).answers, [source]: said } }),
  },
};
