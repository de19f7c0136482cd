/** 催办: somebody responsible asks for haste; it is kept with the act. */
import { actState } from '../ledger/state.ts';
import { isHeadOf, isSupervisor, officeOf } from './authority.ts';
import { openAct } from './open-act.ts';
import { isRefusal, type Operation, opinionMissing, refuse } from './operation.ts';

export type Urged = { readonly type: 'urged'; readonly act: string; readonly opinion: string };

export const urge: Operation<'urge', Urged> = {
  decide({ state, actor, at }, { act: key, opinion }) {
    const act = openAct(state, key);
    if (isRefusal(act)) return act;
    const silent = opinionMissing(opinion);
    if (silent) return silent;
    const mayUrge =
      isSupervisor(state, actor, at) ||
      isHeadOf(state, actor, officeOf(state, act).unit, at) ||
      isHeadOf(state, actor, state.input.unit, at);
    return mayUrge
      ? [{ type: 'urged', act: key, opinion }]
      : refuse('NOT_YOURS', '催办由督查岗位或单位负责人发起。');
  },
  evolve: {
    urged: (state, { act }, { seq, at }) => {
      const current = actState(state, act);
      return { acts: state.acts.set(act, { ...current, urged: [...current.urged, { seq, at }] }) };
    },
  },
};
