/** 列入名录: which organisation, on which list, on what ground. */
import { choice, text } from '../../engine/forms/form.ts';

export const lists = ['活动异常名录', '严重违法失信名单'] as const;

export const application = {
  uscc: text('统一社会信用代码', 18),
  list: choice('名录', lists),
  ground: text('情形', 200),
  facts: text('事实', 2_000),
} as const;
