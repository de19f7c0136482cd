/** 认领: an officer takes an act upon themselves. */
import { passed, touch } from '../ledger/change.ts';
import { actState } from '../ledger/state.ts';
import { mayNotAct } from './authority.ts';
import { openAct } from './open-act.ts';
import { isRefusal, type Operation, refuse } from './operation.ts';

export type Claimed = { readonly type: 'claimed'; readonly act: string };

export const claim: Operation<'claim', Claimed> = {
  decide({ state, actor, at }, { act: key }) {
    const act = openAct(state, key);
    if (isRefusal(act)) return act;
    const refused = mayNotAct(state, act, actor, at);
    if (refused) return refused;
    return actState(state, key).assignee ? refuse('ALREADY_CLAIMED') : [{ type: 'claimed', act: key }];
  },
  evolve: {
    claimed(state, { act }, { seq, at, actor }) {
      const taken = touch(state, act, seq, actor.kind === 'officer' ? { assignee: actor.person } : {});
      return passed({ ...state, ...taken }, act, at);
    },
  },
};
