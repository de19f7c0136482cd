/** The parameters of 重大活动备案 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('organization-event');

/** What must be filed, each kind with how many days ahead. */
export const kinds =
  rule<readonly { readonly kind: string; readonly leadDays: number; readonly election: boolean }[]>('kinds');
/** From how many people on the police must have agreed. */
export const crowd = rule<number>('crowd');
export const supervisingReview = rule<LimitValue>('supervising-review');
export const review = rule<LimitValue>('review');
export const supplementWindow = rule<LimitValue>('supplement');
export const report = rule<LimitValue>('report');
