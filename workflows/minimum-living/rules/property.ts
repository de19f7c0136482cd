/** Household property against the local limits (57 art. 14; every limit is county data). */

import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { propertyLimits } from '../parameters.ts';

export const propertyKinds = [
  '存款',
  '有价证券',
  '商业保险',
  '债权',
  '互联网金融资产',
  '机动车',
  '残疾人代步车',
  '住房',
  '市场主体出资',
  '生产生活必需品',
] as const;
export type PropertyKind = (typeof propertyKinds)[number];
export type PropertyItem = {
  readonly kind: PropertyKind;
  readonly valueFen: number;
  readonly note?: string | undefined;
};
export type PropertyFinding = {
  readonly item: string;
  readonly within: boolean;
  readonly why: string;
  readonly basis: string;
};

const financial: readonly PropertyKind[] = ['存款', '有价证券', '商业保险', '债权', '互联网金融资产'];

/** One finding per limit; the household is within the rule if every finding is. */
export function property(
  items: readonly PropertyItem[],
  members: number,
  monthlyStandardFen: number,
  read: ReadRule,
): readonly PropertyFinding[] {
  const { value: limits, basis } = read(propertyLimits);
  const of = (...kinds: readonly PropertyKind[]): readonly PropertyItem[] =>
    items.filter(({ kind }) => kinds.includes(kind));
  const assets = of(...financial).reduce((sum, { valueFen }) => sum + valueFen, 0);
  const ceiling = limits.financialAssetMonths * monthlyStandardFen * members;
  const capital = of('市场主体出资').reduce((sum, { valueFen }) => sum + valueFen, 0);
  const [vehicles, houses] = [of('机动车').length, of('住房').length];
  const finding = (item: string, within: boolean, why: string): PropertyFinding => ({
    item,
    within,
    why,
    basis,
  });
  return [
    finding(
      '金融资产',
      assets <= ceiling,
      `合计${yuan(assets)}，上限${yuan(ceiling)}（${limits.financialAssetMonths}个月标准×${members}人）`,
    ),
    finding(
      '机动车',
      vehicles <= limits.vehicles,
      `${vehicles}辆，限${limits.vehicles}辆（残疾人代步车不计）`,
    ),
    finding('住房', houses <= limits.houses, `${houses}套，限${limits.houses}套`),
    finding(
      '市场主体出资',
      capital <= limits.businessCapitalFen,
      `合计${yuan(capital)}，上限${yuan(limits.businessCapitalFen)}`,
    ),
  ];
}
