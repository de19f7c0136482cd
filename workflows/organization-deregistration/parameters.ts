/** The parameters of 注销登记 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('organization-deregistration');

export const requiredMaterials = rule<readonly string[]>('required-materials');
export const liquidationFiling = rule<LimitValue>('liquidation-filing');
/** 债权人申报. */
export const creditors = rule<LimitValue>('creditors');
/** 自清算结束之日起申请注销的日数. */
export const applyWithin = rule<number>('apply-within');
export const acceptanceReview = rule<LimitValue>('acceptance-review');
export const supplementWindow = rule<LimitValue>('supplement');
export const review = rule<LimitValue>('review');
export const decision = rule<LimitValue>('decision');
export const certificate = rule<LimitValue>('certificate');
export const refusalService = rule<LimitValue>('refusal-service');
