/** What can happen to joint enforcement besides its acts: it is called off. */
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { rule } from './basis.ts';
import { officesFor } from './offices.ts';

export function policy(input: CaseInput): Policy {
  const { convener, inspector } = officesFor(input);
  return {
    supervisors: [inspector],
    facts: {},
    terminations: {
      取消召集: { outcome: '取消联合执法', by: [convener], form: {}, basis: rule('召集单位可以取消') },
    },
    suspensions: {},
  };
}
