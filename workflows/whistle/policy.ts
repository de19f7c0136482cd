/** What can happen to a whistle besides its acts: 联席会议, 增派, the township taking it back; who may do each. */
import { text, unit } from '../../engine/forms/form.ts';
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { source } from './application.ts';
import { rule } from './basis.ts';
import { inTime, meeting, minutes } from './meeting.ts';
import { officesFor } from './offices.ts';
import { merged } from './sources.ts';

/** Another department is called while the first are at work. */
export const joining = '增派';

export function policy(input: CaseInput): Policy {
  const { caller, dispatcher, inspector, principal } = officesFor(input);
  return {
    supervisors: [inspector, dispatcher],
    facts: {
      [merged]: {
        by: [caller, dispatcher],
        bySystem: true,
        form: source,
        basis: rule('E4：同一地点同一事项并入原哨，原哨答复全部来源'),
        until: { act: '乡镇确认', instead: '该哨已经确认，请另行吹哨。' },
      },
      [meeting]: {
        by: [dispatcher],
        form: minutes,
        basis: rule('协调：调度可以召集联席会议，每项决定定责任单位和完成日期'),
        check: (data, context) => inTime(data as never, context),
        joining: { instead: '各部门都已反馈的，请由乡镇在确认时提出返工，或者另行吹哨。' },
      },
      [joining]: {
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
        basis: rule('部门报到以前，乡镇可以撤销吹哨'),
        until: { act: '报到', instead: '部门已经到场的，请接着办理；情况已经变化的，由乡镇在确认时写明。' },
      },
    },
    suspensions: {},
  };
}
