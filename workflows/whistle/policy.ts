/** What can happen to a whistle besides its acts: 增派, the township taking it back; who may do each. */
import { text, unit } from '../../engine/forms/form.ts';
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { source } from './application.ts';
import { rule } from './basis.ts';
import { officesFor } from './offices.ts';
import { merged } from './sources.ts';

export function policy(input: CaseInput): Policy {
  const { caller, dispatcher, inspector, principal } = officesFor(input);
  return {
    supervisors: [inspector, dispatcher],
    facts: {
      [merged]: {
        by: [caller, dispatcher],
        house: true,
        form: source,
        basis: rule('E4：同一地点同一事项并入原哨，原哨答复全部来源'),
        until: { act: '乡镇确认', instead: '该哨已经确认，请另行吹哨。' },
      },
      增派: {
        by: [dispatcher],
        form: { unit: unit('增派部门'), what: text('请求做什么') },
        basis: rule('规则（1）：途中可以增派协办部门'),
        joining: { instead: '各部门都已反馈的，请由乡镇在确认时提出返工，或者另行吹哨。' },
      },
    },
    terminations: {
      乡镇撤销: {
        outcome: '乡镇撤销吹哨',
        by: [principal],
        form: {},
        basis: rule('乡镇可以撤销吹哨'),
      },
    },
    suspensions: {},
  };
}
