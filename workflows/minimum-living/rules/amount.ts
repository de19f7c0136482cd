/** 低保金 (57 art. 23, 27): by the gap to the standard or by county tiers, with top-ups, from the month after the decision. */

import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { amountMethod } from '../parameters.ts';
import type { IncomeComputation } from './income.ts';

export type AmountComputation = {
  readonly monthlyFen: number;
  readonly steps: readonly string[];
  readonly basis: string;
};

/** Throws RangeError if the county chose 分档 and no tier covers the household: a table to be mended, not a refusal. */
export function amount(
  computed: IncomeComputation,
  standardFen: number,
  topUpMembers: number,
  read: ReadRule,
): AmountComputation {
  const { value, basis } = read(amountMethod);
  const { members, months, totalFen, perCapitaMonthlyFen } = computed;
  // (standard − income per head per month) × members, rounded up once, in the household's favour.
  const gapFen = Math.max(0, Math.ceil(standardFen * members - totalFen / months));
  const topUpFen = Math.floor((standardFen * value.topUpPercent * topUpMembers) / 100);
  const extra =
    topUpFen > 0
      ? [`增发：${yuan(standardFen)}×${value.topUpPercent}%×${topUpMembers}人＝${yuan(topUpFen)}`]
      : [];
  if (value.method === '补差') {
    const step = `补差：（${yuan(standardFen)}－人均${yuan(perCapitaMonthlyFen)}）×${members}人＝${yuan(gapFen)}`;
    return { monthlyFen: gapFen + topUpFen, steps: [step, ...extra], basis };
  }
  const gapPerHead = standardFen - perCapitaMonthlyFen;
  const tier = value.tiers.find(({ gapAtLeastFen }) => gapPerHead >= gapAtLeastFen);
  if (!tier) throw new RangeError('分档表没有覆盖该家庭，请补充县级分档数据');
  const tierFen = tier.perHeadFen * members;
  return {
    monthlyFen: tierFen + topUpFen,
    steps: [`分档${tier.name}：${yuan(tier.perHeadFen)}×${members}人＝${yuan(tierFen)}`, ...extra],
    basis,
  };
}

/** The month after the decision's, `YYYY-MM` (57 art. 21, 25). */
export function paymentMonth(decidedOn: string): string {
  const [year, month] = [Number(decidedOn.slice(0, 4)), Number(decidedOn.slice(5, 7))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
