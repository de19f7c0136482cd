/** 低保标准 and the local parameters of income, property and amount. Whatever was not read in a text is county data. */
import type { Rule } from '../../../contract/rule.ts';

const d57 = (article: string): string => `最低生活保障审核确认办法（民发〔2021〕57号）${article}`;
const unconfirmed = '县级配置，待县民政局确认';
const plan = '平罗县民政事业发展“十四五”规划';

/** Monthly standard per head, in 分. */
export type Standards = { readonly RURAL: number; readonly URBAN: number };

export const standards: Rule<Standards> = {
  name: 'minimum-living.standards',
  title: '最低生活保障标准（每人每月）',
  version: '1',
  rows: [
    {
      value: { RURAL: 38_000, URBAN: 60_000 },
      from: '2020-01-01',
      to: '2020-12-31',
      basis: `${plan}：“十三五”末农村4560元/年，城市600元/月`,
      standing: 'law',
    },
    {
      value: { RURAL: 38_000, URBAN: 60_000 },
      from: '2021-01-01',
      basis: `${unconfirmed}：沿用2020年末标准，现行标准以公布为准`,
      standing: 'county',
    },
  ],
};

/** Months of income looked at, before the application. */
export const incomeWindow: Rule<number> = {
  name: 'minimum-living.income-window',
  title: '收入核算期（月）',
  version: '1',
  rows: [
    {
      value: 12,
      from: '2021-07-01',
      basis: `${d57('第十三条')}“规定期限内”；${unconfirmed}`,
      standing: 'county',
    },
  ],
};

/** Items that do not count as income while their row is in force. */
export const exemptIncome: Rule<readonly string[]> = {
  name: 'minimum-living.exempt-income',
  title: '不计入家庭收入的项目',
  version: '1',
  rows: [
    {
      value: [
        '优待抚恤金',
        '计划生育奖励与扶助金',
        '奖学金',
        '见义勇为奖励',
        '社会救助款物',
        '中央基础养老金',
        '残疾人两项补贴',
        '高龄津贴',
      ],
      from: '2021-01-01',
      to: '2025-12-31',
      basis: `${d57('第十三条')}（中央确定的城乡居民基本养老保险基础养老金限“十四五”期间；残疾人两项补贴、高龄津贴${unconfirmed}）`,
      standing: 'law',
    },
    {
      value: [
        '优待抚恤金',
        '计划生育奖励与扶助金',
        '奖学金',
        '见义勇为奖励',
        '社会救助款物',
        '残疾人两项补贴',
        '高龄津贴',
      ],
      from: '2026-01-01',
      basis: `${d57('第十三条')}；“十四五”期满后基础养老金是否计入${unconfirmed}`,
      standing: 'county',
    },
  ],
};

export type PropertyLimits = {
  /** 金融资产人均上限 = 月标准的倍数。 */
  readonly financialAssetMonths: number;
  readonly houses: number;
  /** 机动车（残疾人功能性补偿代步车除外）辆数。 */
  readonly vehicles: number;
  readonly businessCapitalFen: number;
};

export const propertyLimits: Rule<PropertyLimits> = {
  name: 'minimum-living.property-limits',
  title: '家庭财产状况规定',
  version: '1',
  rows: [
    {
      value: { financialAssetMonths: 24, houses: 1, vehicles: 0, businessCapitalFen: 0 },
      from: '2021-07-01',
      basis: `${d57('第十四条')}；各项限值${unconfirmed}`,
      standing: 'county',
    },
  ],
};

export type AmountMethod = {
  readonly method: '补差' | '分档';
  /** 分档 only: yearly classes by how far per-capita income lies under the standard, monthly 分 per head. */
  readonly tiers: readonly {
    readonly name: string;
    readonly gapAtLeastFen: number;
    readonly perHeadFen: number;
  }[];
  /** 对老年人、未成年人、重度残疾人、重病患者的增发, percent of the standard per such member. */
  readonly topUpPercent: number;
};

export const amountMethod: Rule<AmountMethod> = {
  name: 'minimum-living.amount-method',
  title: '低保金计算办法',
  version: '1',
  rows: [
    {
      value: { method: '补差', tiers: [], topUpPercent: 0 },
      from: '2021-07-01',
      basis: `${d57('第二十三条')}；分档与增发比例${unconfirmed}`,
      standing: 'county',
    },
  ],
};

/** 核对报告有效期, in days. */
export const reportValidity: Rule<number> = {
  name: 'minimum-living.report-validity',
  title: '核对报告有效期（天）',
  version: '1',
  rows: [{ value: 90, from: '2021-07-01', basis: unconfirmed, standing: 'county' }],
};

export const standardRules: readonly Rule[] = [
  standards,
  incomeWindow,
  exemptIncome,
  propertyLimits,
  amountMethod,
  reportValidity,
];
