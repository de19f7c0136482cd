/** What can happen to a 低保 case besides its acts: facts told to it, 撤回, 终止; who may do each. */

import { choice, date, optional, text } from '../../engine/forms/form.ts';
import type { CaseInput, Policy } from '../../engine/process/definition.ts';
import { facts } from './assessment.ts';
import { d57 } from './basis.ts';
import * as forms from './forms.ts';
import { officesFor } from './offices.ts';

/** 审核确认 is the last to read what the case is told; a relative disclosed later still concerns who has decided. */
const until = (instead: string) => ({ act: '审核确认', instead });

export function policy(input: CaseInput): Policy {
  const { window, visitor, reviewer, inspector, townshipHead, countyHead, verifier } = officesFor(input);
  const anyone = [window, visitor, reviewer, townshipHead, inspector, countyHead, verifier];
  return {
    supervisors: [inspector],
    facts: {
      [facts.complaint]: {
        by: anyone,
        form: { content: text('内容', 2_000), named: choice('实名或匿名', ['实名', '匿名']) },
        basis: d57('第二十条、第三十七条'),
        until: until('投诉、举报请转入在保对象的核查。'),
      },
      [facts.relative]: { by: anyone, form: forms.relativeForm, basis: d57('第十一条') },
      [facts.death]: {
        by: anyone,
        applicant: true,
        form: { member: text('死亡的家庭成员', 40), on: date('死亡日期') },
        basis: '民发〔2022〕83号一（三）',
        until: until('请按在保家庭人口变化办理复核、停发。'),
      },
      [facts.change]: {
        by: anyone,
        applicant: true,
        form: {
          change: choice('变化', ['增加', '减少']),
          member: text('家庭成员', 40),
          reason: optional(text('原因')),
        },
        basis: d57('第三十条'),
        until: until('请按在保家庭情况变化办理复核。'),
      },
      [facts.emergency]: {
        by: [countyHead, townshipHead],
        form: { name: text('突发事件', 60), basis: text('依据文件', 100) },
        basis: d57('第十六条'),
        until: until('之后的入户调查由在保复核安排。'),
      },
    },
    withdrawal: { outcome: '申请人撤回', by: [window], applicant: true, form: {}, basis: '申请人自愿' },
    terminations: {
      无正当理由拒不配合: {
        outcome: '终止审核确认程序',
        by: [townshipHead],
        form: { remindedOn: date('书面提醒日期'), finding: text('无正当理由的认定', 2_000) },
        basis: d57('第二十九条'),
      },
    },
    suspensions: {},
  };
}
