/** What every part of a whistle says: its case, offices, limits by type. */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import type { CaseInput, Context } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import type { application } from './application.ts';
import { officesFor } from './offices.ts';
import type { ByType, ForSome, WhistleType } from './types.ts';

export type Whistle = Context<CaseInput<typeof application>>;

export const offices = (c: Whistle) => officesFor(c.input);
export const limit = (c: Whistle, rule: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(rule));

export function limitFor(c: Whistle, rule: RuleName<ByType>, type: WhistleType): Limit {
  const { value, basis } = c.ruleInForce(rule);
  return asLimit({ value: value[type], basis });
}

/** Undefined where this type knows no such step. */
export function limitIfAny(c: Whistle, rule: RuleName<ForSome>, type: WhistleType): Limit | undefined {
  const { value, basis } = c.ruleInForce(rule);
  const own = value.find((one) => one.type === type);
  return own && asLimit({ value: { amount: own.amount, unit: own.unit }, basis });
}
