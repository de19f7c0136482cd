/** The parameters of 章程核准 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { Majority } from './rules/vote.ts';

const rule = ruleNames('organization-charter');

export const requiredMaterials = rule<readonly string[]>('required-materials');
/** What a charter must state, of either type. */
export const contents = rule<readonly string[]>('contents');
export const majority = rule<Majority>('majority');
/** 自业务主管单位审查同意之日起申请的日数. */
export const applyWithin = rule<number>('apply-within');
export const acceptanceReview = rule<LimitValue>('acceptance-review');
export const supplementWindow = rule<LimitValue>('supplement');
export const review = rule<LimitValue>('review');
export const decision = rule<LimitValue>('decision');
export const delivery = rule<LimitValue>('delivery');
