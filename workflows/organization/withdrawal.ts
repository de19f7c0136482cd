/** What can happen to a case about an organisation besides its acts: nothing, or it is withdrawn. */
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { rule } from './basis.ts';
import { officesFor } from './offices.ts';

export function supervised(input: CaseInput): Policy {
  return { supervisors: [officesFor(input).inspector], facts: {}, terminations: {}, suspensions: {} };
}

/** 申请人在决定之前可以撤回. */
export function withdrawable(input: CaseInput): Policy {
  return {
    ...supervised(input),
    withdrawal: {
      outcome: '申请人撤回',
      by: [officesFor(input).window],
      applicant: true,
      form: {},
      basis: rule('申请人在决定之前可以撤回申请'),
    },
  };
}
