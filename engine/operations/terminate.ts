/** 终止: the procedure ends for a reason the law lists. */
import { policyOf } from './authority.ts';
import { type Ended, endCase } from './ending.ts';
import { listed, type Operation, refuse } from './operation.ts';

export const terminate: Operation<'terminate', never, Ended> = {
  decide(situation, command) {
    const { terminations } = policyOf(situation.state);
    const { reason } = command;
    const ending = Object.hasOwn(terminations, reason) ? terminations[reason] : undefined;
    if (!ending)
      return refuse('REASON_NOT_LISTED', `可终止的法定理由：${listed(Object.keys(terminations))}。`);
    return endCase(situation, reason, ending, command);
  },
  evolve: {},
};
