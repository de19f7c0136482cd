/** 延期: a running clock gets its longer limit, for a listed reason, from whoever may approve it. */
import { clocksOf, deadlineUnder } from '../clock/case-clocks.ts';
import { holds } from './authority.ts';
import { checkContext } from './decide.ts';
import { listed, type Operation, opinionMissing, refuse } from './operation.ts';

export type Extended = {
  readonly type: 'extended';
  readonly clock: string;
  readonly reason: string;
  readonly basis: string;
  readonly opinion: string;
  /** Absent where the clock stood still. */
  readonly lastDay?: string;
};

export const extend: Operation<'extend', Extended> = {
  decide({ state, actor, at }, { clock: key, reason, opinion }) {
    const clock = clocksOf(state).find((candidate) => candidate.key === key && !candidate.stopped);
    if (!clock) return refuse('CLOCK_NOT_RUNNING');
    if (!clock.extension) return refuse('NOT_EXTENDABLE');
    if (clock.extendedFor) return refuse('ALREADY_EXTENDED');
    if (clock.deadline && at >= clock.deadline.dueAt)
      return refuse('CLOCK_RUN_OUT', `该项期限已于${clock.deadline.lastDay}届满。`);
    const { approver, reasons, to } = clock.extension;
    if (!holds(actor, approver, at))
      return refuse('NOT_YOURS', '延期须由有批准权限的岗位批准。', { about: { ...approver } });
    if (!reasons.includes(reason)) return refuse('REASON_NOT_LISTED', `可延期的理由：${listed(reasons)}。`);
    const unshown = clock.extension.stands?.(reason, checkContext(state, at));
    if (unshown) return refuse('REASON_NOT_SHOWN', unshown);
    const lastDay = deadlineUnder(state, key, to)?.lastDay;
    return (
      opinionMissing(opinion) ?? [
        {
          type: 'extended',
          clock: key,
          reason,
          basis: to.basis,
          opinion,
          ...(lastDay ? { lastDay } : {}),
        },
      ]
    );
  },
  evolve: {
    extended: (state, { clock, reason, lastDay }, { seq, at }) => ({
      extensions: [...state.extensions, { seq, at, clock, reason, ...(lastDay ? { lastDay } : {}) }],
    }),
  },
};
