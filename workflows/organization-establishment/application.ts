/** 登记申请书: the organisation to be, its people, premises, money, charter. */
import type { FormValue } from '../../contract/form.ts';
import {
  choice,
  group,
  identity,
  integer,
  list,
  money,
  optional,
  text,
  unit,
} from '../../engine/forms/form.ts';
import { material } from '../organization/material.ts';

export const directCategories = ['行业协会商会', '科技', '公益慈善', '城乡社区服务'] as const;

export const application = {
  type: choice('类型', ['社会团体', '民办非企业单位', '基金会', '境外非政府组织代表机构']),
  route: choice('登记方式', ['双重管理', '直接登记']),
  category: optional(choice('直接登记类别', directCategories)),
  name: text('名称', 60),
  distinctive: optional(text('字号', 20)),
  field: text('行（事）业领域或者会员组成', 40),
  form: text('组织形式', 20),
  residence: text('住所', 200),
  purpose: text('宗旨', 500),
  scope: list('业务范围', text('业务', 100), 1, 20),
  area: optional(text('活动地域', 40)),
  capitalFen: money('活动资金或者开办资金（分）'),
  supervisingUnit: optional(unit('业务主管单位')),
  industryUnit: optional(unit('行业管理部门')),
  founders: list(
    '发起人或者举办者',
    group('发起人', { name: text('姓名', 40), identity: identity() }),
    1,
    50,
  ),
  officers: list(
    '拟任负责人',
    group('负责人', { name: text('姓名', 40), identity: identity(), post: text('拟任职务', 40) }),
    1,
    30,
  ),
  legalRepresentative: group('拟任法定代表人', {
    name: text('姓名', 40),
    identity: identity(),
    phone: text('联系电话', 20),
  }),
  individualMembers: integer('个人会员数'),
  unitMembers: integer('单位会员数'),
  staff: integer('专职工作人员或者从业人员数'),
  charter: list('章程载明的事项', text('事项', 60), 1, 30),
  materials: list('材料', material, 0, 40),
} as const;

export type Application = FormValue<typeof application>;
