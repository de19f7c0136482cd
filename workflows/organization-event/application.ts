/** 重大活动、换届的备案: what is to be held, when, where. */
import type { FormValue } from '../../contract/form.ts';
import { choice, date, group, integer, list, money, optional, text } from '../../engine/forms/form.ts';
import { material } from '../organization/material.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  kind: text('活动类别', 60),
  title: text('活动名称', 100),
  on: date('举办日期'),
  place: text('地点', 200),
  participants: integer('参加人数', { max: 100_000 }),
  budgetFen: money('经费（分）'),
  plan: text('方案', 4_000),
  resolvedOn: date('内部决议日期'),
  /** 换届 only: who stands for which office. */
  candidates: optional(
    list(
      '候选人',
      group('候选人', {
        name: text('姓名', 40),
        post: choice('职务', ['会长', '副会长', '秘书长', '理事', '监事']),
      }),
      1,
      100,
    ),
  ),
  materials: list('材料', material, 0, 40),
} as const;

export type Application = FormValue<typeof application>;
