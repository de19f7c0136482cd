/** 转办: an act is handed to another person of the unit, or by a supervisor to another unit. */
import { passed, touch, unassigned } from '../ledger/change.ts';
import { isHeadOf, isSupervisor, mayNotAct, mayNotReceive, officeOf } from './authority.ts';
import { openAct } from './open-act.ts';
import { isRefusal, type Operation, opinionMissing, refuse } from './operation.ts';

export type Transferred = {
  readonly type: 'transferred';
  readonly act: string;
  readonly unit: string;
  readonly person?: string;
  readonly opinion: string;
};

export const transfer: Operation<'transfer', Transferred> = {
  decide({ state, actor, at }, { act: key, to, opinion }) {
    const act = openAct(state, key);
    if (isRefusal(act)) return act;
    const silent = opinionMissing(opinion);
    if (silent) return silent;
    const { unit } = officeOf(state, act);
    const supervises = isSupervisor(state, actor, at);
    const refused =
      isHeadOf(state, actor, unit, at) || supervises ? undefined : mayNotAct(state, act, actor, at);
    if (refused) return refused;
    if (to.unit !== unit && !supervises) return refuse('NOT_YOURS', '跨单位转办由督查岗位办理。');
    if (!to.person && to.unit === unit) return refuse('TARGET_UNKNOWN');
    const unfit =
      to.person && to.identity
        ? mayNotReceive(state, act, { person: to.person, identity: to.identity })
        : undefined;
    if (unfit) return unfit;
    const person = to.person ? { person: to.person } : {};
    return [{ type: 'transferred', act: key, unit: to.unit, ...person, opinion }];
  },
  evolve: {
    transferred(state, { act, unit, person }, { seq, at }) {
      const from = { ...state, acts: state.acts.set(act, unassigned(state, act)) };
      const given = touch(from, act, seq, { unit, ...(person ? { assignee: person } : {}) });
      return passed({ ...state, ...given }, act, at);
    },
  },
};
