/** What an award is told: by the household, by whoever finds out, and by the case that confirms it anew. */
import type { Field } from '../../contract/form.ts';
import { choice, date, integer, money, text } from '../../engine/forms/form.ts';
import type { Fact } from '../../engine/process/act.ts';
import type { CaseInput } from '../../engine/process/definition.ts';
import type { FactKind, Policy } from '../../engine/process/policy.ts';
import { d57 } from '../minimum-living/basis.ts';
import { officesFor } from '../minimum-living/offices.ts';
import { complaintFaults, complaintForm } from '../minimum-living/told.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { Application, application } from './application.ts';

export const facts = {
  death: '家庭成员死亡',
  household: '家庭人口变化',
  income: '家庭收入变化',
  property: '家庭财产变化',
  complaint: '投诉举报',
  refusedWork: '拒绝介绍的工作',
  leaving: '自愿退出',
  reconfirmed: '重新确认',
} as const;

/** Somebody the award is paid for, by their place in it. */
export type Covered = Application['members'][number] & { readonly place: string };

/** Those who are alive, as far as the award has been told. */
export function living({ members }: Application, known: readonly Fact[]): readonly Covered[] {
  const dead = known.flatMap(({ name, data }) => (name === facts.death ? [String(data['member'])] : []));
  return members
    .map((member, i) => ({ ...member, place: `members.${i}` }))
    .filter(({ place }) => !dead.includes(place));
}

const memberOf = (label: string, of: readonly Covered[]): Field<string> =>
  choice(
    label,
    of.map(({ place }) => place),
    Object.fromEntries(
      of.map(({ place, name, relation, identity }) => [
        place,
        `${name}（${relation}，尾号${identity.masked.slice(-4)}）`,
      ]),
    ),
  );

export function policy(input: CaseInput<typeof application>, known: readonly Fact[]): Policy {
  const { window, visitor, reviewer, townshipHead, countyHead, inspector } = officesFor(input);
  const by = [window, visitor, reviewer, townshipHead, countyHead, inspector];
  const now = living(input.form, known);
  const changed = (what: string): FactKind => ({
    by,
    applicant: true,
    form: { what: text(what, 1_000) },
    basis: d57('第三十条'),
  });
  return {
    supervisors: [inspector],
    facts: {
      [facts.death]: {
        by,
        applicant: true,
        form: { member: memberOf('死亡的人', now), on: date('死亡日期') },
        check: ({ on }, { at }) => notAfterToday('on', '死亡日期', String(on), at),
        basis: d57('第三十条'),
      },
      [facts.household]: changed('人口怎样变化'),
      [facts.income]: changed('收入怎样变化'),
      [facts.property]: changed('财产怎样变化'),
      [facts.complaint]: {
        by,
        bySystem: true,
        form: complaintForm,
        check: (data) => complaintFaults(data),
        basis: d57('第三十七条'),
      },
      [facts.refusedWork]: {
        by,
        form: {
          member: memberOf('谁', now),
          job: text('介绍的工作', 200),
          times: integer('连续第几次', { min: 1, max: 9 }),
        },
        basis: d57('第三十四条'),
      },
      [facts.leaving]: {
        by,
        applicant: true,
        form: { reason: text('退出的原因', 500) },
        basis: '申请人自愿',
      },
      [facts.reconfirmed]: {
        by: [],
        bySystem: true,
        form: { amountFen: money('每月发放（分）'), payFrom: text('自何月起发放', 7) },
        basis: d57('第二十一条'),
      },
    },
    terminations: {},
    suspensions: {},
  };
}
