/** 挂起: every running clock of the case stops, for a reason the law lists. */
import { isSuspended } from '../ledger/state.ts';
import { isAmong, policyOf } from './authority.ts';
import { listed, type Operation, opinionMissing, refuse } from './operation.ts';

export type Suspended = {
  readonly type: 'suspended';
  readonly reason: string;
  readonly basis: string;
  readonly opinion: string;
};

export const suspend: Operation<'suspend', Suspended> = {
  decide({ state, actor, at }, { reason, opinion }) {
    const { suspensions } = policyOf(state);
    const allowed = Object.hasOwn(suspensions, reason) ? suspensions[reason] : undefined;
    if (!allowed)
      return refuse('REASON_NOT_LISTED', `可挂起的法定理由：${listed(Object.keys(suspensions))}。`);
    if (isSuspended(state)) return refuse('ALREADY_SUSPENDED');
    if (!isAmong(state, actor, allowed, at)) return refuse('NOT_YOURS');
    return opinionMissing(opinion) ?? [{ type: 'suspended', reason, basis: allowed.basis, opinion }];
  },
  evolve: {
    suspended: (state, { reason }, { seq, at }) => ({
      suspensions: [...state.suspensions, { seq, at, reason }],
    }),
  },
};
