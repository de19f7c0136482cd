/** 注销登记: an organisation says that it ends, and who liquidates it. */
import type { FormValue } from '../../contract/form.ts';
import { choice, date, list, optional, text } from '../../engine/forms/form.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  reason: choice('注销原因', ['完成章程规定的宗旨', '自行解散', '分立、合并', '其他原因']),
  explanation: text('说明', 500),
  resolvedOn: date('内部决议日期'),
  consentOn: optional(date('业务主管单位同意日期')),
  liquidators: list('清算组织成员', text('姓名', 40), 1, 20),
} as const;

export type Application = FormValue<typeof application>;
