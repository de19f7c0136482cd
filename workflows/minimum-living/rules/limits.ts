/** 低保 limits and who decides, as dated data. 57 = 民发〔2021〕57号 审核确认办法; 83 = 民发〔2022〕83号. */
import type { Rule } from '../../../contract/rule.ts';
import { limitRule } from '../../../engine/process/limit-rule.ts';

const d57 = (article: string): string => `最低生活保障审核确认办法（民发〔2021〕57号）${article}`;
const d83 = (clause: string): string => `民发〔2022〕83号${clause}`;
const county = (what: string): string => `县级配置，待县民政局确认：${what}`;

/** 县级审核确认；下放乡镇以本级名义；委托乡镇以县民政局名义。 */
export type AuthorityMode = 'COUNTY' | 'TOWNSHIP_OWN_NAME' | 'TOWNSHIP_ENTRUSTED';

export const authorityMode: Rule<AuthorityMode> = {
  name: 'minimum-living.authority-mode',
  title: '低保审核确认权限',
  version: '1',
  rows: [
    { value: 'COUNTY', from: '2021-07-01', to: '2021-12-31', basis: d57('第二条'), standing: 'law' },
    {
      value: 'TOWNSHIP_OWN_NAME',
      from: '2022-01-01',
      basis: county('平罗县“十四五”民政事业发展规划：审核确认权限下放乡镇；决定以谁的名义作出'),
      standing: 'county',
    },
  ],
};

export const totalByCounty = limitRule(
  'minimum-living.total.county',
  '审核确认期限（县级）',
  30,
  'workingDays',
  d57('第二十二条'),
);
export const totalByTownship = limitRule(
  'minimum-living.total.township',
  '审核确认期限（权限下放）',
  20,
  'workingDays',
  d83('四（一）'),
);
export const totalExtended = limitRule(
  'minimum-living.total.extended',
  '审核确认期限（特殊情况）',
  45,
  'workingDays',
  `${d57('第二十二条')}；${d83('四（一）')}`,
);
export const investigationStart = limitRule(
  'minimum-living.investigation-start',
  '启动家庭经济状况调查',
  3,
  'workingDays',
  d57('第十五条'),
);
export const verificationStart = limitRule(
  'minimum-living.verification-start',
  '启动信息核对',
  3,
  'workingDays',
  d57('第十七条'),
);
export const countyReview = limitRule(
  'minimum-living.county-review',
  '县级审核确认',
  10,
  'workingDays',
  d57('第二十条'),
);
export const publicNoticeDays = limitRule(
  'minimum-living.public-notice',
  '初审公示',
  7,
  'days',
  d57('第十九条'),
);
export const refusalNotice = limitRule(
  'minimum-living.refusal-notice',
  '不予确认同意书面告知',
  3,
  'workingDays',
  d57('第二十一条'),
);
export const intakeReview = limitRule(
  'minimum-living.intake-review',
  '材料审查',
  2,
  'workingDays',
  county('材料审查时限'),
  'county',
);
export const supplementWindow = limitRule(
  'minimum-living.supplement',
  '补正材料',
  30,
  'days',
  county('补正期限'),
  'county',
);
export const verificationFinish = limitRule(
  'minimum-living.verification-finish',
  '信息核对答复',
  10,
  'workingDays',
  county('核对答复时限'),
  'county',
);
export const homeVisit = limitRule(
  'minimum-living.home-visit',
  '入户调查',
  8,
  'workingDays',
  county('入户调查时限'),
  'county',
);
export const objectionWindow = limitRule(
  'minimum-living.verification-objection',
  '对核对结果提出异议',
  5,
  'workingDays',
  county('异议期限'),
  'county',
);
export const recheck = limitRule(
  'minimum-living.recheck',
  '复查',
  5,
  'workingDays',
  county('复查时限'),
  'county',
);
export const preliminary = limitRule(
  'minimum-living.preliminary',
  '初审',
  3,
  'workingDays',
  county('初审时限（83号文要求各地明确）'),
  'county',
);
export const townshipDecision = limitRule(
  'minimum-living.township-decision',
  '乡镇审核确认',
  3,
  'workingDays',
  county('乡镇审核确认时限'),
  'county',
);
export const publication = limitRule(
  'minimum-living.publication',
  '结果公布',
  3,
  'workingDays',
  county('公布时限'),
  'county',
);

/** 可以延长至45个工作日的情形。原文为开放列举（“等”），县里可以增列。 */
export const extensionReasons: Rule<readonly string[]> = {
  name: 'minimum-living.extension-reasons',
  title: '特殊情况',
  version: '1',
  rows: [
    {
      value: ['公示有异议', '人户分离', '异地申办', '家庭经济状况调查难度较大'],
      from: '2021-07-01',
      basis: d83('四（一）'),
      standing: 'law',
    },
  ],
};

export const limitRules: readonly Rule[] = [
  authorityMode,
  totalByCounty,
  totalByTownship,
  totalExtended,
  investigationStart,
  verificationStart,
  countyReview,
  publicNoticeDays,
  refusalNotice,
  intakeReview,
  supplementWindow,
  verificationFinish,
  homeVisit,
  objectionWindow,
  recheck,
  preliminary,
  townshipDecision,
  publication,
  extensionReasons,
];
