/** The parameters of every matter of social organisations by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { NameRules } from './rules/name.ts';

const rule = ruleNames('organization');

export const nameRules = rule<NameRules>('name-rules');
/** 印章式样、银行账户备案. */
export const sealFiling = rule<LimitValue>('seal-filing');
/** 任期: years at most, and how many days before its end it is told. */
export const term = rule<{ readonly years: number; readonly warnDays: number }>('term');
/** 一年未开展活动: for how many months from its certificate, and within what limit it is looked into. */
export const inactivity = rule<{ readonly months: number; readonly check: LimitValue }>('inactivity');
/** 登记证书: for how many years it is good, and how many days before its end it is renewed. */
export const certificateTerm = rule<{ readonly years: number; readonly warnDays: number }>(
  'certificate-term',
);
/** 年检: on which day of the year after it opens, and by which day of the year an organisation must be registered to take part. */
export const inspectionSeason = rule<{ readonly opens: string; readonly registeredBy: string }>(
  'inspection-season',
);
/** How many years a name given up, or one of an organisation deregistered, is given to nobody else. */
export const nameRest = rule<number>('name-rest');
