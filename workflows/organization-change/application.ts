/** 变更登记申请书. */
import type { FormValue } from '../../contract/form.ts';
import { choice, date, group, identity, list, money, optional, text } from '../../engine/forms/form.ts';
import { material } from '../organization/material.ts';

export const changeItems = ['名称', '住所', '业务范围', '注册资金', '法定代表人'] as const;

export const application = {
  uscc: text('统一社会信用代码', 18),
  item: choice('变更事项', changeItems),
  name: optional(
    group('新名称', {
      name: text('名称', 60),
      distinctive: optional(text('字号', 20)),
      field: text('行（事）业领域或者会员组成', 40),
      form: text('组织形式', 20),
    }),
  ),
  residence: optional(text('新住所', 200)),
  scope: optional(list('新业务范围', text('业务', 100), 1, 20)),
  capitalFen: optional(money('新的注册资金（分）')),
  legalRepresentative: optional(
    group('新法定代表人', {
      name: text('姓名', 40),
      identity: identity(),
      phone: text('联系电话', 20),
    }),
  ),
  resolvedOn: date('内部决议日期'),
  consentOn: optional(date('业务主管单位同意日期')),
  materials: list('材料', material, 0, 40),
} as const;

export type Application = FormValue<typeof application>;
