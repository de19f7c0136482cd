/** 考核指标 of 低保, month by month. */
import type { Metric } from '../../contract/metric.ts';

const steps = [
  '材料审查',
  '提请信息核对',
  '入户调查',
  '县级入户调查',
  '核对报告',
  '初审',
  '审核确认',
  '送达确认通知书',
  '送达不予确认同意告知书',
  '公布',
];

export const metrics: readonly Metric[] = [
  {
    name: '按时办结率',
    formula: '按时办结的环节 ÷ 办结的环节',
    of: 'unit',
    counted: { steps, onTime: true },
    among: { steps },
  },
  {
    name: '一次受理率',
    formula: '首次审查即受理 ÷ 材料审查',
    of: 'opener',
    counted: { steps: ['材料审查'], outcomes: ['受理'] },
    among: { steps: ['材料审查'] },
  },
];
