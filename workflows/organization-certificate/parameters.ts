/** The parameters of 证书换发、补发 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('organization-certificate');

export const review = rule<LimitValue>('review');
export const issue = rule<LimitValue>('issue');
