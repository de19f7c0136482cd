/** 考核指标 of whistles, both ways: of the departments that are called, of the townships that call. */
import { type Metric, opened, recurred, type Score } from '../../contract/metric.ts';
import { hotline } from './application.ts';
import * as parameters from './parameters.ts';
import { merged } from './sources.ts';

/** The label that says which department leads. */
export const lead = '主办';

const visit = '群众回访';
const reached = ['满意', '基本满意', '不满意'];
const answered = { steps: [visit], said: { field: 'answer', among: reached } };
const signing = { steps: ['签收', '应急签收·值班', '应急签收·分管负责人', '应急签收·主要负责人'] };

/** Both of the township that blew and of the department that led. */
const ofCase = [
  {
    name: '一次解决率',
    formula: '确认通过 ÷（乡镇确认 + 复发）：销号后又复发的，再算一次没有解决',
    counted: { steps: ['乡镇确认'], outcomes: ['通过'] },
    among: { steps: ['乡镇确认', recurred] },
  },
  {
    name: '挂账率',
    formula: '同意挂账 ÷（确认通过 + 同意挂账）',
    counted: { steps: ['挂账审批'], outcomes: ['同意挂账'] },
    among: { steps: ['乡镇确认', '挂账审批'], outcomes: ['通过', '同意挂账'] },
  },
];

/** 三率: to the department that led and the township that blew, each its share. What was left out (剔除) was not visited. */
const threeRates = [
  {
    name: '响应率',
    formula: '按时联系上群众 ÷ 应当回访；剔除的不算',
    counted: { steps: [visit], onTime: true, said: { field: 'answer', among: reached } },
    among: { steps: [visit], outcomes: ['已回访', '逾期未评价'] },
  },
  {
    name: '解决率',
    formula: '群众说已解决 ÷ 联系上的回访',
    counted: { steps: [visit], said: { field: 'solved', among: ['已解决'] } },
    among: answered,
  },
  {
    name: '满意率',
    formula: '满意 ÷ 联系上的回访',
    counted: { steps: [visit], said: { field: 'answer', among: ['满意'] } },
    among: answered,
  },
  {
    name: '基本满意率',
    formula: '基本满意 ÷ 联系上的回访',
    counted: { steps: [visit], said: { field: 'answer', among: ['基本满意'] } },
    among: answered,
  },
] as const;

const marks = {
  ofDepartment: { steps: ['乡镇评价部门'], outcomes: ['已评价'] },
  ofTownship: { steps: ['部门评价乡镇'], outcomes: ['已评价'] },
};
/** What people ask for, however it came: with the whistle, or into one that was under way. */
const demands = { steps: [opened, merged] };

export const metrics: readonly Metric[] = [
  ...threeRates.map((metric): Metric => ({ ...metric, of: 'shared', shares: parameters.shares })),
  ...ofCase.flatMap((metric): readonly Metric[] => [
    { ...metric, of: 'opener' },
    { ...metric, of: 'lead' },
  ]),
  {
    name: '乡镇评价得分率',
    formula: '乡镇评价的得分（报到及时25、人员到位15、处置力度30、实效30）÷ 满分',
    of: 'branch',
    counted: { ...marks.ofDepartment, points: ['arrival', 'people', 'effort', 'effect'] },
    among: marks.ofDepartment,
  },
  {
    name: '部门评价得分率',
    formula: '部门评价的得分（是否该吹40、材料齐全20、前期处置20、协同20）÷ 满分',
    of: 'opener',
    counted: { ...marks.ofTownship, points: ['justified', 'materials', 'firstSteps', 'cooperation'] },
    among: marks.ofTownship,
  },
  {
    name: '按时签收率',
    formula: '按时签收或者退单 ÷ 应当签收',
    of: 'unit',
    counted: { ...signing, onTime: true },
    among: signing,
  },
  {
    name: '按时报到率',
    formula: '按时报到 ÷ 报到',
    of: 'unit',
    counted: { steps: ['报到'], onTime: true },
    among: { steps: ['报到'] },
  },
  {
    name: '部门响应率',
    formula: '按时签收并且按时报到 ÷ 应当签收',
    of: 'branch',
    counted: { steps: ['报到'], allOnTime: true },
    among: signing,
  },
  {
    name: '退单成立率',
    formula: '退单成立（调度、联席会议、裁定）÷ 退单',
    of: 'branch',
    counted: {
      steps: ['退单审核', '联席会议裁定', '职责裁定'],
      outcomes: ['退单成立'],
    },
    among: { steps: ['签收'], outcomes: ['退单'] },
  },
  {
    name: '按时办结率',
    formula: '按时反馈 ÷ 反馈（挂起不算反馈）',
    of: 'unit',
    counted: { steps: ['处置反馈'], outcomes: ['已处置', '难以解决'], onTime: true },
    among: { steps: ['处置反馈'], outcomes: ['已处置', '难以解决'] },
  },
  {
    name: '返工率',
    formula: '返工反馈 ÷（处置反馈 + 返工反馈）',
    of: 'unit',
    counted: { steps: ['返工反馈'] },
    among: { steps: ['处置反馈', '返工反馈'], outcomes: ['已处置', '难以解决'] },
  },
  {
    name: '退单率',
    formula: '退单 ÷ 应当签收',
    of: 'unit',
    counted: { steps: ['签收'], outcomes: ['退单'] },
    among: { steps: ['签收'] },
  },
  {
    name: '吹哨率',
    formula: '吹哨 ÷ 常住人口（千人）',
    of: 'opener',
    counted: { steps: ['乡镇审核', '应急吹哨'], outcomes: ['吹哨'] },
    among: { per: parameters.residents, each: 1 },
  },
  {
    name: '万人诉求比',
    formula: '诉求（吹哨单和并入的哨源中来自12345热线的）÷ 常住人口（万人）',
    of: 'opener',
    counted: [
      { steps: [opened], said: { field: 'source.kind', among: [hotline] } },
      { steps: [merged], said: { field: 'kind', among: [hotline] } },
    ],
    among: { per: parameters.residents, each: 10 },
  },
  {
    name: '重复诉求率',
    formula: '（并入的哨源 + 复发）÷（吹哨单 + 并入的哨源）',
    of: 'opener',
    counted: { steps: [merged, recurred] },
    among: demands,
  },
  {
    name: '剔除率',
    formula: '同意剔除 ÷（同意剔除 + 应当回访）',
    of: 'opener',
    counted: { steps: ['剔除审批'], outcomes: ['同意剔除'] },
    among: { steps: [visit, '剔除审批'], outcomes: ['已回访', '逾期未评价', '同意剔除'] },
  },
  {
    name: '有效吹哨率',
    formula: '派单 ÷（派单 + 不予吹哨 + 不属吹哨事项）',
    of: 'opener',
    counted: { steps: ['分派'], outcomes: ['派单'] },
    among: { steps: ['乡镇审核', '应急吹哨', '分派'], outcomes: ['派单', '不予吹哨', '不属吹哨事项'] },
  },
  {
    name: '乱吹率',
    formula: '不属吹哨事项 ÷ 分派',
    of: 'opener',
    counted: { steps: ['分派'], outcomes: ['不属吹哨事项'] },
    among: { steps: ['分派'] },
  },
  {
    name: '复发率',
    formula: '主办的哨销号后复发 ÷（已处置的反馈 + 复发）',
    of: 'unit',
    counted: { steps: [recurred] },
    among: { steps: ['处置反馈', recurred], outcomes: ['已处置'] },
  },
];

const peers = parameters.peerGroups;
export const scores: readonly Score[] = [
  { name: '三率综合分', of: 'shared', weights: parameters.threeRates, peers, small: 'unranked' },
  {
    name: '乡镇评价折算分',
    of: 'branch',
    weights: parameters.annualWeight,
    peers,
    yearly: true,
    small: 'pooled',
  },
];
