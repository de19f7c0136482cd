/** Limits as rules: one row of one number, its unit and the clause. */
import type { Limit, LimitUnit } from '../../contract/limit.ts';
import type { Rule, RuleRow } from '../../contract/rule.ts';

export type LimitValue = { readonly amount: number; readonly unit: LimitUnit };

export const limitRule = (
  name: string,
  title: string,
  amount: number,
  unit: LimitUnit,
  basis: string,
  standing: RuleRow['standing'] = 'law',
): Rule<LimitValue> => ({
  name,
  title,
  version: '1',
  rows: [{ value: { amount, unit }, from: '2021-07-01', basis, standing }],
});

export const asLimit = ({ value, basis }: Pick<RuleRow<LimitValue>, 'value' | 'basis'>): Limit => ({
  ...value,
  basis,
});
