/** 低保 eligibility on a date: income strictly under the standard and property within the local rule (社会救助暂行办法 art. 9). */

import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { standards } from '../parameters.ts';
import { type AmountComputation, amount, paymentMonth } from './amount.ts';
import { household, type Member, type MemberFinding } from './household.ts';
import { type Deduction, type IncomeComputation, type IncomeLine, income, isBelow } from './income.ts';
import type { Difficulty } from './kinds.ts';
import { type PropertyFinding, type PropertyItem, property } from './property.ts';

export type Circumstances = {
  readonly area: '农村' | '城市';
  readonly members: readonly Member[];
  readonly income: readonly IncomeLine[];
  readonly deductions: readonly Deduction[];
  readonly property: readonly PropertyItem[];
  /** As found by whoever looked into it. */
  readonly difficulty?: Difficulty | undefined;
};

export type Eligibility = {
  readonly eligible: boolean;
  /** Why not; empty if eligible. */
  readonly reasons: readonly string[];
  readonly standardFen: number;
  readonly standardBasis: string;
  readonly household: readonly MemberFinding[];
  readonly headCount: number;
  readonly income: IncomeComputation;
  readonly property: readonly PropertyFinding[];
  readonly amount?: AmountComputation;
  readonly payFrom?: string;
};

/** 同意 against the computation: why, and what is paid each month. */
export type Despite = { readonly reason: string; readonly monthlyFen: number };

/** A household that the computation finds not eligible, and that is paid all the same, from the month after the decision's. */
export const despiteOf = (
  of: Eligibility,
  { reason, monthlyFen }: Despite,
  decidedOn: string,
): Eligibility => ({
  ...of,
  amount: {
    monthlyFen,
    steps: [`按规定计算：${of.reasons.join('；')}`, `因${reason}，核定每月${yuan(monthlyFen)}`],
    basis: of.standardBasis,
  },
  payFrom: paymentMonth(decidedOn),
});

/** `read` gives each rule as the case carries it, in force on `date`. */
export function eligibility(of: Circumstances, date: string, read: ReadRule): Eligibility {
  const { value, basis } = read(standards);
  const standardFen = of.area === '农村' ? value.RURAL : value.URBAN;
  const findings = household(of.members);
  const counted = of.members.filter((_, i) => findings[i]?.counted);
  // Nobody counted is nobody paid; what is shown is worked out as for one.
  const headCount = Math.max(1, counted.length);
  const names = new Set(counted.map(({ name }) => name));
  const uncounted = of.members.flatMap(({ name }) => (names.has(name) ? [] : [name]));
  const computed = income(of.income, of.deductions, headCount, read, uncounted);
  const owned = property(of.property, headCount, standardFen, read);
  const reasons = [
    ...(counted.length > 0 ? [] : ['没有计算在内的共同生活家庭成员']),
    ...(isBelow(computed, standardFen)
      ? []
      : [`家庭人均月收入${yuan(computed.perCapitaMonthlyFen)}，不低于当地标准${yuan(standardFen)}`]),
    ...owned.filter(({ within }) => !within).map(({ item, why }) => `${item}超过规定：${why}`),
  ];
  return {
    eligible: reasons.length === 0,
    reasons,
    standardFen,
    standardBasis: basis,
    household: findings,
    headCount,
    income: computed,
    property: owned,
    ...(reasons.length === 0
      ? {
          amount: amount(computed, counted, standardFen, date, read, of.difficulty),
          payFrom: paymentMonth(date),
        }
      : {}),
  };
}
