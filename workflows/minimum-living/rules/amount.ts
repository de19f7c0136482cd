/** 低保金 (57 art. 23, 27): by the gap to the standard or by county tiers, with top-ups, from the month after the decision. */

import { ageOn } from '../../../contract/identity-number.ts';
import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { type AmountMethod, amountMethod, type TopUpCategory } from '../parameters.ts';
import type { Member } from './household.ts';
import type { IncomeComputation } from './income.ts';
import type { Difficulty } from './kinds.ts';

export type AmountComputation = {
  readonly monthlyFen: number;
  readonly steps: readonly string[];
  readonly basis: string;
};

const adult = 18;

/** The categories of 增发 somebody belongs to on a date. */
function categoriesOf(
  { birthDate, relation, disability, seriousIllness }: Member,
  date: string,
  elderFrom: number,
): readonly TopUpCategory[] {
  const age = birthDate === undefined ? undefined : ageOn(birthDate, date);
  const isMinor = age === undefined ? relation === '未成年子女' : age < adult;
  const grade = disability?.grade ?? Number.POSITIVE_INFINITY;
  const ofTheMind = disability?.type === '智力' || disability?.type === '精神';
  return [
    ...(age !== undefined && age >= elderFrom ? ['老年人' as const] : []),
    ...(isMinor ? ['未成年人' as const] : []),
    ...(grade <= 2 ? ['一级、二级残疾人' as const] : []),
    ...(grade === 3 && ofTheMind ? ['三级智力、精神残疾人' as const] : []),
    ...(seriousIllness ? ['重病患者' as const] : []),
  ];
}

/** Each with the highest of their categories, so that nobody is topped up twice. */
function topUpsOf(
  members: readonly Member[],
  standardFen: number,
  date: string,
  { topUps, elderFrom }: AmountMethod,
) {
  return members.flatMap((member) => {
    const mine = topUps
      .filter(
        ({ category, percent }) => percent > 0 && categoriesOf(member, date, elderFrom).includes(category),
      )
      .toSorted((a, b) => b.percent - a.percent);
    const [highest] = mine;
    if (!highest) return [];
    const fen = Math.floor((standardFen * highest.percent) / 100);
    const step = `增发：${member.name}（${highest.category}）${yuan(standardFen)}×${highest.percent}%＝${yuan(fen)}`;
    return [{ fen, step }];
  });
}

/** What is paid for the gap itself, and how it comes about, so that what is printed adds up to the 分. */
function forGap(
  computed: IncomeComputation,
  standardFen: number,
  { method, tiers }: AmountMethod,
  difficulty: Difficulty,
): { readonly fen: number; readonly step: string } {
  const { members, months, totalFen, perCapitaMonthlyFen } = computed;
  if (method === '分档') {
    const gapPerHead = standardFen - perCapitaMonthlyFen;
    const tier = tiers.find(
      (one) =>
        gapPerHead >= one.gapAtLeastFen && (one.difficulty === undefined || one.difficulty === difficulty),
    );
    if (!tier) throw new RangeError('分档表没有覆盖该家庭，请补充县级分档数据');
    const fen = tier.perHeadFen * members;
    return { fen, step: `分档${tier.name}：${yuan(tier.perHeadFen)}×${members}人＝${yuan(fen)}` };
  }
  // (standard − income per head per month) × members, rounded up once, in the household's favour.
  const exact = standardFen * members - totalFen / months;
  const fen = Math.max(0, Math.ceil(exact));
  const isWhole = totalFen % (months * members) === 0;
  return {
    fen,
    step: isWhole
      ? `补差：（${yuan(standardFen)}－人均${yuan(perCapitaMonthlyFen)}）×${members}人＝${yuan(fen)}`
      : `补差：${yuan(standardFen)}×${members}人－家庭收入${yuan(totalFen)}÷${months}个月＝${yuan(fen)}（不足一分的进为一分）`,
  };
}

/**
 * By the gap to the standard or by tiers, with top-ups for those of `members` who count. Throws RangeError if no tier covers
 * the household: a table that was recorded without being checked.
 */
export function amount(
  computed: IncomeComputation,
  members: readonly Member[],
  standardFen: number,
  date: string,
  read: ReadRule,
  difficulty: Difficulty = '一般',
): AmountComputation {
  const { value, basis } = read(amountMethod);
  const gap = forGap(computed, standardFen, value, difficulty);
  const topUps = topUpsOf(members, standardFen, date, value);
  const sum = gap.fen + topUps.reduce((total, { fen }) => total + fen, 0);
  const least = Math.max(sum, value.leastFen);
  const monthlyFen = Math.ceil(least / value.unitFen) * value.unitFen;
  return {
    monthlyFen,
    steps: [
      gap.step,
      ...topUps.map(({ step }) => step),
      ...(topUps.length > 0 ? [`合计${yuan(sum)}`] : []),
      ...(least > sum ? [`不足最低发放额的，按${yuan(least)}`] : []),
      ...(monthlyFen > least ? [`进到${yuan(value.unitFen)}的整倍数：${yuan(monthlyFen)}`] : []),
    ],
    basis,
  };
}

/** The month after the decision's, `YYYY-MM` (57 art. 21, 25). */
export function paymentMonth(decidedOn: string): string {
  const [year, month] = [Number(decidedOn.slice(0, 4)), Number(decidedOn.slice(5, 7))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
