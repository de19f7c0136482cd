/** What can happen to a 成立登记 besides its acts: it is withdrawn, or somebody objects while it is posted. */
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { rule } from '../organization/basis.ts';
import { officesFor } from '../organization/offices.ts';
import { withdrawable } from '../organization/withdrawal.ts';
import { objecting, objections } from '../stages/public-notice.ts';

export function policy(input: CaseInput): Policy {
  const { window, reviewer } = officesFor(input);
  return {
    ...withdrawable(input),
    facts: { [objecting]: objections([window, reviewer], rule('拟登记、拟任负责人公示')) },
  };
}
