/** The parameters of 变更登记 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { ChangeMaterials } from './rules/changes.ts';

const rule = ruleNames('organization-change');

export const requiredMaterials = rule<ChangeMaterials>('required-materials');
/** 自业务主管单位审查同意之日起申请的日数. */
export const applyWithin = rule<number>('apply-within');
export const acceptanceReview = rule<LimitValue>('acceptance-review');
export const supplementWindow = rule<LimitValue>('supplement');
export const review = rule<LimitValue>('review');
export const decision = rule<LimitValue>('decision');
export const decisionExtended = rule<LimitValue>('decision-extended');
export const certificate = rule<LimitValue>('certificate');
export const refusalService = rule<LimitValue>('refusal-service');
