/** 召集单: when, where, against whom, which units with which power. */
import { date, group, list, text, unit } from '../../engine/forms/form.ts';

export const application = {
  reason: text('事由', 200),
  on: date('执法日期'),
  place: text('地点', 200),
  target: text('执法对象', 200),
  units: list('执法单位', group('单位', { unit: unit('单位'), power: text('执法依据', 500) }), 2, 20),
} as const;
