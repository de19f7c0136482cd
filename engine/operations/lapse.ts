/** 任职到期: what somebody has claimed or been handed goes back to its office when they no longer hold a post in it. */
import { passed, unassigned } from '../ledger/change.ts';
import { actState } from '../ledger/state.ts';
import { openAct } from './open-act.ts';
import { isRefusal, type Operation } from './operation.ts';

export type Lapsed = { readonly type: 'lapsed'; readonly act: string; readonly person: string };

export const lapse: Operation<'lapse', Lapsed> = {
  decide({ state }, { act: key, person }) {
    const act = openAct(state, key);
    if (isRefusal(act)) return act;
    return actState(state, key).assignee === person ? [{ type: 'lapsed', act: key, person }] : [];
  },
  evolve: {
    lapsed(state, { act, person }, { at }) {
      const left = { ...unassigned(state, act), lapsedFrom: person };
      return passed({ ...state, acts: state.acts.set(act, left) }, act, at);
    },
  },
};
