/** What an entry is told while it stands: a new ground, an application to be removed. */
import { text } from '../../engine/forms/form.ts';
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { officesFor } from '../organization/offices.ts';
import { supervised } from '../organization/withdrawal.ts';
import { credit } from './basis.ts';

export const facts = { again: '新的情形', removal: '申请移出' } as const;

export function policy(input: CaseInput): Policy {
  const { reviewer, window } = officesFor(input);
  return {
    ...supervised(input),
    facts: {
      [facts.again]: {
        by: [reviewer],
        bySystem: true,
        form: { ground: text('情形', 200), facts: text('事实', 2_000) },
        basis: credit('第十四条、第十六条'),
      },
      [facts.removal]: {
        by: [window],
        applicant: true,
        form: { statement: text('履行义务、整改的情况', 4_000) },
        basis: credit('第十四条、第十六条'),
      },
    },
  };
}
