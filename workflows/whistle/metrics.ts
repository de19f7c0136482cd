/** 考核指标 of whistles, both ways: of the departments that are called, of the townships that call. */
import type { Metric } from '../../contract/metric.ts';

const signing = { steps: ['签收', '应急签收·值班', '应急签收·分管负责人', '应急签收·主要负责人'] };

export const metrics: readonly Metric[] = [
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
    name: '一次解决率',
    formula: '确认通过 ÷ 乡镇确认',
    of: 'opener',
    counted: { steps: ['乡镇确认'], outcomes: ['通过'] },
    among: { steps: ['乡镇确认'] },
  },
];
