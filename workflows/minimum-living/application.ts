/** What a household fills in to apply for 低保. */
import type { Fields, FormValue } from '../../contract/form.ts';
import {
  among,
  choice,
  date,
  file,
  group,
  identity,
  identityOrCertificate,
  integer,
  list,
  listed,
  money,
  optional,
  text,
  yesNo,
} from '../../engine/forms/form.ts';
import { incomeItems, propertyItems } from './parameters.ts';
import { aloneReasons, exclusions, relations } from './rules/household.ts';
import { deductionKinds, incomeKinds } from './rules/kinds.ts';
import { materialNames } from './rules/materials.ts';

export const disability = group('残疾情况', {
  type: choice('残疾类别', ['视力', '听力', '言语', '肢体', '智力', '精神', '多重']),
  grade: integer('残疾等级', { min: 1, max: 4 }),
});

/** Whose it is; in a household of one it need not be said. */
const person = optional(among('所属成员', 'members', 'name'));

export const incomeLine = group('收入项', {
  person,
  kind: choice('收入类别', incomeKinds),
  item: listed('具体项目', incomeItems),
  amountFen: money('核算期内金额（分）'),
  costFen: money('相关成本和支出（分）'),
  source: choice('来源', ['申报', '核实', '估算']),
  evidence: optional(file('凭证')),
  unlisted: optional(text('不在名录里的理由', 200)),
});
/** 第十四条：生产生活必需的可以豁免；what has been counted as income is not counted again as what is left of it. */
export const exemptions = ['维持生产生活所必需', '一次性补偿已计入收入', '其他'] as const;
export const deduction = group('扣减项', {
  person,
  kind: choice('扣减类别', deductionKinds),
  amountFen: money('金额（分）'),
  evidence: optional(file('凭证')),
});
export const propertyItem = group('财产项', {
  kind: listed('财产类别', propertyItems),
  valueFen: money('价值（分）'),
  exempt: optional(choice('豁免的理由', exemptions)),
  unlisted: optional(text('不在名录里的理由', 200)),
  note: optional(text('说明')),
});

export const material = group('材料', {
  name: choice('材料名称', materialNames),
  person: optional(among('所属人员', 'members', 'name')),
  file: file('文件'),
});

export const application = {
  applicant: group('申请人', {
    name: text('姓名', 40),
    identity: identity(),
    phone: text('联系电话', 20),
    village: text('村（社区）', 40),
    area: choice('城乡类别', ['农村', '城市']),
    registeredElsewhere: yesNo('人户分离'),
    account: text('收款账户', 40),
    byAgent: yesNo('由他人代为申请'),
  }),
  members: list(
    '共同生活家庭成员',
    group('成员', {
      name: text('姓名', 40),
      identity: identityOrCertificate(),
      relation: choice('与申请人关系', relations),
      exclusion: optional(choice('不计入的情形', exclusions)),
      disability: optional(disability),
      seriousIllness: optional(yesNo('患重病')),
    }),
    1,
  ),
  alone: optional(
    group('单人户申请', {
      reason: choice('理由', aloneReasons),
      inMarginFamily: yesNo('所在家庭为低保边缘家庭'),
      clergyYears: integer('在宗教场所居住年数', { max: 100 }),
      adultUnemployed: yesNo('成年无业'),
    }),
  ),
  nearRelatives: list(
    '近亲属备案',
    group('近亲属', {
      member: text('家庭成员', 40),
      official: text('低保经办人员或村（居）委会成员', 40),
      relation: choice('关系', ['配偶', '父母', '子女', '兄弟姐妹', '祖父母、外祖父母', '孙子女、外孙子女']),
      identity: optional(identity('经办人员身份证号码')),
    }),
  ),
  income: list('收入申报', incomeLine),
  deductions: list('扣减申报', deduction),
  property: list('财产申报', propertyItem),
  materials: list('材料', material),
  appliedOn: date('申请日期'),
} as const satisfies Fields;

/** What 核对, 调查, 初审 and 公示 rest on: put right after 受理, they are done anew. */
export const examinedFields = [
  'applicant.name',
  'applicant.village',
  'applicant.area',
  'members',
  'alone',
  'income',
  'deductions',
  'property',
] as const;

export type Application = FormValue<typeof application>;
