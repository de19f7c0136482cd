/** 撤回: the applicant, or the window for them, takes the application back. */
import { policyOf } from './authority.ts';
import { type Ended, endCase } from './ending.ts';
import { type Operation, refuse } from './operation.ts';

export const withdraw: Operation<'withdraw', Ended> = {
  decide(situation, command) {
    const { withdrawal } = policyOf(situation.state);
    return withdrawal ? endCase(situation, '撤回', withdrawal, command) : refuse('NOT_WITHDRAWABLE');
  },
  evolve: {
    ended: (_state, { name, outcome, form, opinion }, { seq, at }) => ({
      ending: { seq, at, name, outcome, form, opinion },
    }),
  },
};
