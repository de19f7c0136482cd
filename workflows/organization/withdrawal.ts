/** What can happen to a case about an organisation besides its acts: it is withdrawn. */
import type { CaseInput, Policy } from '../../engine/process/definition.ts';
import { rule } from './basis.ts';
import { officesFor } from './offices.ts';

export function withdrawable(input: CaseInput): Policy {
  const { window, inspector } = officesFor(input);
  return {
    supervisors: [inspector],
    facts: {},
    withdrawal: {
      outcome: '申请人撤回',
      by: [window],
      applicant: true,
      form: {},
      basis: rule('申请人在决定之前可以撤回申请'),
    },
    terminations: {},
    suspensions: {},
  };
}
