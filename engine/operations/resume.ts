/** 恢复: the clocks of a suspended case run on. */
import { holdsAny, policyOf } from './authority.ts';
import { type Operation, refuse } from './operation.ts';

export type Resumed = { readonly type: 'resumed'; readonly opinion: string };

export const resume: Operation<'resume', Resumed> = {
  decide({ state, actor, at }, { opinion }) {
    const current = state.suspensions.find(({ until }) => until === undefined);
    if (!current) return refuse('NOT_SUSPENDED');
    if (!holdsAny(actor, policyOf(state).suspensions[current.reason]?.by ?? [], at))
      return refuse('NOT_YOURS');
    return [{ type: 'resumed', opinion }];
  },
  evolve: {
    resumed: (state, _event, { at }) => ({
      suspensions: state.suspensions.map((s) => (s.until === undefined ? { ...s, until: at } : s)),
    }),
  },
};
