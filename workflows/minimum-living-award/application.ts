/** What an award is founded with: who is paid what, for whom, from which month. */
import type { Fields, FormValue } from '../../contract/form.ts';
import {
  choice,
  group,
  identity,
  identityOrCertificate,
  list,
  money,
  text,
  yesNo,
} from '../../engine/forms/form.ts';
import { relations } from '../minimum-living/rules/household.ts';

export const application = {
  payee: group('领取人', {
    name: text('姓名', 40),
    identity: identity(),
    phone: text('联系电话', 20),
    village: text('村（社区）', 40),
    account: text('收款账户', 40),
  }),
  members: list(
    '保障对象',
    group('人员', {
      name: text('姓名', 40),
      identity: identityOrCertificate(),
      relation: choice('与申请人关系', relations),
    }),
    1,
  ),
  ableToWork: yesNo('收入来源不固定、有劳动能力'),
  amountFen: money('每月发放（分）'),
  payFrom: text('自何月起发放（如 2026-04）', 7),
} as const satisfies Fields;

export type Application = FormValue<typeof application>;
