/** 联席会议: called while departments are at work; whatever it decides somebody carries out by a date, and the whistle waits for it. */
import type { Fields, FormValue } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { date, file, group, list, text, unit } from '../../engine/forms/form.ts';
import { type CheckContext, type Fact, outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { until } from '../wording/limits.ts';
import { rule } from './basis.ts';
import { offices, type Whistle } from './terms.ts';

export const meeting = '联席会议';
export const minutes = {
  issue: text('议题', 200),
  resolutions: list(
    '决定',
    group('决定', { what: text('决定什么', 500), unit: unit('责任单位'), by: date('完成日期') }),
    1,
    20,
  ),
} as const satisfies Fields;

type Minutes = FormValue<typeof minutes>;
/** Each by a day that is still to come. */
export const inTime = ({ resolutions }: Minutes, { at }: Pick<CheckContext, 'at'>): readonly FieldIssue[] =>
  resolutions.flatMap(({ by }, i) =>
    by > dateOf(at) ? [] : [{ field: `resolutions.${i}.by`, text: '完成日期应在今天之后' }],
  );

export type Resolution = Minutes['resolutions'][number] & {
  readonly name: string;
  readonly issue: string;
};

export function resolutionsOf(data: Fact['data'], nth: number): readonly Resolution[] {
  const { issue, resolutions } = data as unknown as Minutes;
  return resolutions.map((one, i) => ({ ...one, issue, name: `第${nth}次会议决定${i + 1}` }));
}

export function* carriedOut(c: Whistle, { unit: owner, what, issue, by }: Resolution): Step<void> {
  const basis = rule('协调：联席会议的每项决定定责任单位和完成日期，逐项落实');
  yield* c.decide('落实会议决定', {
    by: inUnit(offices(c).handler, owner),
    within: until(c, by, basis),
    basis,
    outcomes: {
      已落实: outcome({
        form: { how: text('如何落实', 1_000), evidence: list('佐证', file('材料'), 0, 20) },
      }),
    },
    brief: { what, issue },
  });
}
