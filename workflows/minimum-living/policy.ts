/** What can happen to a 低保 case besides its acts: facts told to it, 撤回, 终止; who may do each. */

import { date, text } from '../../engine/forms/form.ts';
import type { Fact } from '../../engine/process/act.ts';
import type { CaseInput } from '../../engine/process/definition.ts';
import type { Policy } from '../../engine/process/policy.ts';
import { objecting, objections } from '../stages/public-notice.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { application } from './application.ts';
import { facts, living } from './assessment.ts';
import { d57 } from './basis.ts';
import { officesFor } from './offices.ts';
import { type Earned, incomeFaults, type Owned, propertyFaults } from './rules/listed.ts';
import * as told from './told.ts';

/** 审核确认 is the last to read what the case is told; a relative disclosed later still concerns who has decided. */
const until = (instead: string) => ({ act: '审核确认', instead });

export function policy(input: CaseInput<typeof application>, known: readonly Fact[]): Policy {
  const now = living(input.form, known);
  const { window, visitor, reviewer, inspector, townshipHead, countyHead, verifier } = officesFor(input);
  const anyone = [window, visitor, reviewer, townshipHead, inspector, countyHead, verifier];
  return {
    supervisors: [inspector],
    facts: {
      [facts.complaint]: {
        by: anyone,
        form: told.complaintForm,
        check: (data) => told.complaintFaults(data),
        basis: d57('第二十条、第三十七条'),
      },
      [facts.relative]: { by: anyone, form: told.relativeForm(now), basis: d57('第十一条') },
      [facts.death]: {
        by: anyone,
        applicant: true,
        form: told.deathForm(now),
        check: ({ on }, { at }) => notAfterToday('on', '死亡日期', String(on), at),
        basis: '民发〔2022〕83号一（三）',
        until: until('请在这一家的低保动态管理办件里登记。'),
      },
      [facts.left]: {
        by: anyone,
        applicant: true,
        form: told.leftForm(now),
        basis: d57('第三十条'),
        until: until('请在这一家的低保动态管理办件里登记。'),
      },
      [facts.joined]: {
        by: anyone,
        applicant: true,
        form: told.joinedForm,
        check: ({ identity }) => told.newcomer(now, identity),
        basis: d57('第三十条'),
        until: until('请在这一家的低保动态管理办件里登记。'),
      },
      [facts.income]: {
        by: anyone,
        applicant: true,
        form: told.incomeForm(input.form, known),
        check: ({ line }, { ruleInForce }) => [
          ...told.earner(now, line),
          ...incomeFaults('line', line as unknown as Earned, ruleInForce),
        ],
        basis: d57('第三十条'),
        until: until('请在这一家的低保动态管理办件里登记。'),
      },
      [facts.property]: {
        by: anyone,
        applicant: true,
        form: told.propertyForm(input.form, known),
        check: ({ line }, { ruleInForce }) => propertyFaults('line', line as unknown as Owned, ruleInForce),
        basis: d57('第三十条'),
        until: until('请在这一家的低保动态管理办件里登记。'),
      },
      [facts.special]: {
        by: [visitor, reviewer, townshipHead],
        form: told.specialForm,
        basis: '民发〔2022〕83号四（一）',
        until: until('审核确认已经作出，不再延期。'),
      },
      [objecting]: objections([window, reviewer], d57('第十九条')),
      [facts.emergency]: {
        by: [countyHead, townshipHead],
        form: { name: text('突发事件', 60), basis: text('依据文件', 100) },
        basis: d57('第十六条'),
        until: until('之后的入户调查由在保复核安排。'),
      },
    },
    withdrawal: { outcome: '申请人撤回', by: [window], applicant: true, form: {}, basis: '申请人自愿' },
    terminations: {
      无正当理由拒不配合: {
        outcome: '终止审核确认程序',
        by: [townshipHead],
        form: { remindedOn: date('书面提醒日期'), finding: text('无正当理由的认定', 2_000) },
        basis: d57('第二十九条'),
      },
    },
    suspensions: {},
    amendments: {
      by: [window, visitor, reviewer],
      basis: d57('第九条、第三十条'),
      never: {
        'applicant.identity': '申请人的号码写错的，请撤回后重新登记。',
        nearRelatives: '请登记情况“近亲属披露”。',
      },
      check: (changes) => told.amendmentFaults(input.form, changes),
      until: {
        act: '审核确认',
        still: ['applicant.phone'],
        instead: '家庭情况、收款账户有误的，请在这一家的低保动态管理办件里登记。',
      },
    },
  };
}

/** 第十一条：those filed or disclosed without a number. */
export const relativesNamed = (
  { nearRelatives }: CaseInput<typeof application>['form'],
  known: readonly Fact[],
): readonly string[] => [
  ...nearRelatives.flatMap(({ official, identity }) => (identity ? [] : [official])),
  ...known.flatMap(({ name, data }) =>
    name === facts.relative && !data['identity'] ? [String(data['official'])] : [],
  ),
];
