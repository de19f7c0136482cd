/** 章程核准申请书: what is amended, and how the meeting voted. */
import { date, integer, list, optional, text } from '../../engine/forms/form.ts';
import { material } from '../organization/material.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  amendments: text('修改的内容', 4_000),
  charter: list('修改后章程载明的事项', text('事项', 60), 1, 30),
  resolvedOn: date('会议日期'),
  due: integer('应到人数', { min: 1, max: 10_000 }),
  present: integer('实到人数', { max: 10_000 }),
  favour: integer('赞成人数', { max: 10_000 }),
  consentOn: optional(date('业务主管单位同意日期')),
  materials: list('材料', material, 0, 40),
} as const;
