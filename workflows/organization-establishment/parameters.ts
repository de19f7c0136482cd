/** The parameters of registration by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { OrganizationType } from '../organization/rules/uscc.ts';
import type { Conditions } from './rules/conditions.ts';
import type { RequiredMaterials } from './rules/materials.ts';

const rule = ruleNames('organization-establishment');

export const conditions = rule<Conditions>('conditions');
export const requiredMaterials = rule<RequiredMaterials>('required-materials');
/** 直接登记的类别; everything else goes the dual way. */
export const directCategories = rule<readonly string[]>('direct-categories');
export const refusalGrounds =
  rule<{ readonly [type in OrganizationType]: readonly string[] }>('refusal-grounds');
export const nameCheck = rule<LimitValue>('name-check');
export const supervisingReview = rule<LimitValue>('supervising-review');
export const industryOpinion = rule<LimitValue>('industry-opinion');
export const acceptanceReview = rule<LimitValue>('acceptance-review');
export const supplementWindow = rule<LimitValue>('supplement');
export const substantiveReview = rule<LimitValue>('substantive-review');
export const hearing = rule<LimitValue>('hearing');
export const publicNoticeDays = rule<LimitValue>('public-notice');
export const decision = rule<LimitValue>('decision');
export const promise = rule<LimitValue>('promise');
export const certificate = rule<LimitValue>('certificate');
export const refusalService = rule<LimitValue>('refusal-service');
export const announcement = rule<LimitValue>('announcement');
export const objectionAnswer = rule<LimitValue>('objection-answer');
/** 党组织设置: from how many full members which kind is due, ascending. */
export const partyStructure =
  rule<readonly { readonly from: number; readonly kind: string }[]>('party-structure');
