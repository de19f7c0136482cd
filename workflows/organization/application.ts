/** What an organisation is founded with: by the decision that registers it, or by the register as it was. */
import type { FormValue } from '../../contract/form.ts';
import { choice, date, group, identity, list, money, optional, text, unit } from '../../engine/forms/form.ts';
import type { CaseInput, Context } from '../../engine/process/definition.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  name: text('名称', 60),
  type: choice('类型', ['社会团体', '民办非企业单位']),
  legalRepresentative: group('法定代表人', { name: text('姓名', 40), identity: identity() }),
  supervisingUnit: optional(unit('业务主管单位')),
  registeredOn: date('登记日期'),
  /** Of one that was registered before there was this system: what its registration would have written. */
  registered: optional(
    group('已登记的内容', {
      residence: text('住所', 200),
      purpose: text('宗旨', 500),
      scope: list('业务范围', text('业务', 100), 1, 20),
      area: optional(text('活动地域', 40)),
      capitalFen: money('注册资金（分）'),
    }),
  ),
} as const;

export type Application = FormValue<typeof application>;

export type Organization = Context<CaseInput<typeof application>>;
