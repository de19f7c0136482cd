/** The parameters of 低保动态管理 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';

const rule = ruleNames('minimum-living-award');

/** 核查 once its time has come or something was told. */
export const checking = rule<LimitValue>('checking');
export const decision = rule<LimitValue>('decision');
/** 减发、停发告知书的送达. */
export const service = rule<LimitValue>('service');
/** 渐退期, at most so many months. */
export const taperMonths = rule<number>('taper-months');
/** How often running somebody may refuse work that suits them. */
export const jobRefusals = rule<number>('job-refusals');
