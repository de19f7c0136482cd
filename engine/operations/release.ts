/** 释放: an act goes back to its office, by whoever claimed it or the head of the unit. */
import { passed, unassigned } from '../ledger/change.ts';
import { actState } from '../ledger/state.ts';
import { isHeadOf, officeOf } from './authority.ts';
import { openAct } from './open-act.ts';
import { isRefusal, type Operation, refuse } from './operation.ts';

export type Released = { readonly type: 'released'; readonly act: string };

export const release: Operation<'release', Released> = {
  decide({ state, actor, at }, { act: key }) {
    const act = openAct(state, key);
    if (isRefusal(act)) return act;
    const { assignee } = actState(state, key);
    if (!assignee) return refuse('NOT_CLAIMED');
    const own = actor.kind === 'officer' && actor.person === assignee;
    if (!own && !isHeadOf(state, actor, officeOf(state, act).unit, at)) return refuse('CLAIMED_BY_OTHER');
    return [{ type: 'released', act: key }];
  },
  evolve: {
    released: (state, { act }, { at }) =>
      passed({ ...state, acts: state.acts.set(act, unassigned(state, act)) }, act, at),
  },
};
