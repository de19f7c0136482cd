/** 吹哨单: what a whistle must say before it sounds. */
import { choice, date, duty, file, group, list, optional, text, unit } from '../../engine/forms/form.ts';
import { whistleTypes } from './types.ts';

export const hotline = '12345热线';

export const sourceKinds = ['网格', '村（社区）', hotline, '信访', '联合党委', '巡查'] as const;

export const source = {
  kind: choice('来源', sourceKinds),
  reference: optional(text('来源编号', 60)),
  /** Of the citizen's call: taken over as it is, and never begun anew. */
  answerBy: optional(date('群众诉求的答复期限')),
} as const;

export const application = {
  type: choice('哨型', whistleTypes),
  source: group('哨源', source),
  title: text('事由', 100),
  facts: text('基本事实', 4_000),
  place: group('地点', {
    address: text('地址', 200),
    grid: optional(text('网格编号', 40)),
    position: optional(text('坐标', 60)),
  }),
  photos: list('现场照片', file('照片'), 0, 20),
  whyNot: text('乡镇不能解决的原因', 1_000),
  item: duty('职责清单事项'),
  asks: list('请求事项', group('请求', { unit: unit('部门'), what: text('请求做什么') }), 1, 20),
} as const;
