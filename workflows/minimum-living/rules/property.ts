/** Household property against the local limits (57 art. 14; every limit is county data). */

import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { propertyItems, propertyLimits } from '../parameters.ts';
import type { PropertyLimit } from './kinds.ts';

export type PropertyItem = {
  /** By the list. */
  readonly kind: string;
  /** Why it is not held against the household. */
  readonly exempt?: string | undefined;
  readonly valueFen: number;
  readonly note?: string | undefined;
};
export type PropertyFinding = {
  readonly item: string;
  readonly within: boolean;
  readonly why: string;
  readonly basis: string;
};

/** One finding per limit; the household is within the rule if every finding is. */
export function property(
  items: readonly PropertyItem[],
  members: number,
  monthlyStandardFen: number,
  read: ReadRule,
): readonly PropertyFinding[] {
  const { value: limits, basis } = read(propertyLimits);
  const list = read(propertyItems).value;
  // What nobody has listed is worth what it is worth.
  const limitOf = (name: string) => list.find(({ item }) => item === name)?.of ?? '金融资产';
  const held = items.filter(({ exempt }) => exempt === undefined);
  const of = (limit: PropertyLimit) => held.filter(({ kind }) => limitOf(kind) === limit);
  const assets = of('金融资产').reduce((sum, { valueFen }) => sum + valueFen, 0);
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
    ...items.flatMap(({ kind, valueFen, exempt }) =>
      exempt === undefined ? [] : [finding(kind, true, `豁免${yuan(valueFen)}：${exempt}`)],
    ),
  ];
}
