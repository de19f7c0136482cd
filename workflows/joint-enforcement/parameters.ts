/** The parameters of joint enforcement by typed name. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('joint-enforcement');

export const naming = rule<LimitValue>('naming');
export const records = rule<LimitValue>('records');
export const summary = rule<LimitValue>('summary');
/** How many licensed officers each unit must send. */
export const fewestOfficers = rule<number>('fewest-officers');
