/** Limits as rules: a number, its unit and the clause. */
import type { Limit, LimitUnit } from '../../contract/limit.ts';
import type { RuleRow } from '../../contract/rule.ts';

export type LimitValue = { readonly amount: number; readonly unit: LimitUnit };

export const asLimit = ({ value, basis }: Pick<RuleRow<LimitValue>, 'value' | 'basis'>): Limit => ({
  ...value,
  basis,
});
