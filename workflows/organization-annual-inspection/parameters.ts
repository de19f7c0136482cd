/** The parameters of 年度检查 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('organization-annual-inspection');

/** Last days of the year after, as month and day: for the report to the supervising unit, for it to reach the registrar. */
export const lastDays = rule<{ readonly supervising: string; readonly registrar: string }>('last-days');
export const supervisingReview = rule<LimitValue>('supervising-review');
export const review = rule<LimitValue>('review');
export const conclusion = rule<LimitValue>('conclusion');
export const rectification = rule<LimitValue>('rectification');
export const recheck = rule<LimitValue>('recheck');
/** 基本合格、不合格的情形. */
export const situations = rule<readonly string[]>('situations');
