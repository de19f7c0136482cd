/** The parameters of 名录 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('organization-listing');

/** How an entry on a ground ends: by putting right what was wrong, or by itself after its term. */
export type Ground = { readonly ground: string; readonly ends: '整改' | '期满' };

export const abnormalGrounds = rule<readonly Ground[]>('abnormal-grounds');
export const dishonestGrounds = rule<readonly Ground[]>('dishonest-grounds');
export const notice = rule<LimitValue>('notice');
/** 陈述、申辩. */
export const defence = rule<LimitValue>('defence');
export const decision = rule<LimitValue>('decision');
export const removal = rule<LimitValue>('removal');
/** Months after which an entry with nothing to put right ends by itself. */
export const abnormalMonths = rule<number>('abnormal-months');
/** Years on the list of abnormal activity after which it is one of 严重违法失信. */
export const escalationYears = rule<number>('escalation-years');
/** Years without a new ground after which removal from 严重违法失信名单 may be asked for. */
export const dishonestYears = rule<number>('dishonest-years');
