/** What an organisation is founded with by the decision that registers it. */
import { choice, date, group, identity, optional, text, unit } from '../../engine/forms/form.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  name: text('名称', 60),
  type: choice('类型', ['社会团体', '民办非企业单位']),
  legalRepresentative: group('法定代表人', { name: text('姓名', 40), identity: identity() }),
  supervisingUnit: optional(unit('业务主管单位')),
  registeredOn: date('登记日期'),
} as const;
