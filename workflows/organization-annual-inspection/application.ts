/** 年度检查: of which organisation, for which year. The organisation's own file opens it when its season comes. */
import { integer, text } from '../../engine/forms/form.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  year: integer('年度', { min: 2000, max: 2200 }),
} as const;
