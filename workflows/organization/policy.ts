/** What an organisation's life is told: what cases about it have decided, and its elections. */
import { date, text } from '../../engine/forms/form.ts';
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { rule } from './basis.ts';
import { officesFor } from './offices.ts';

export const facts = {
  changed: '变更登记',
  deregistered: '注销登记',
  elected: '换届',
  reissued: '换发证书',
  revoked: '撤销登记',
} as const;

export function policy(input: CaseInput): Policy {
  const { reviewer, inspector } = officesFor(input);
  return {
    supervisors: [inspector],
    facts: {
      [facts.changed]: {
        by: [],
        bySystem: true,
        form: { name: text('名称', 60), item: text('变更事项', 20), on: date('登记日期') },
        basis: rule('变更登记的决定告知社会组织档案'),
      },
      [facts.deregistered]: {
        by: [],
        bySystem: true,
        form: { reason: text('注销原因', 200), on: date('登记日期') },
        basis: rule('注销登记的决定告知社会组织档案'),
      },
      [facts.revoked]: {
        by: [],
        bySystem: true,
        form: { ground: text('情形', 200), on: date('登记日期') },
        basis: rule('撤销登记的决定告知社会组织档案'),
      },
      [facts.reissued]: {
        by: [],
        bySystem: true,
        form: { on: date('发证日期') },
        basis: rule('换发、补发的证书告知社会组织档案'),
      },
      [facts.elected]: {
        by: [reviewer],
        bySystem: true,
        form: { on: date('换届日期') },
        basis: rule('换届后任期重新计算'),
      },
    },
    terminations: {},
    suspensions: {},
  };
}
