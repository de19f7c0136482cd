/** The parameters of 撤销登记 by typed name; their dated rows are data. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { OrganizationType } from '../organization/rules/uscc.ts';

const rule = ruleNames('organization-revocation');

/** For which an organisation of a type is struck off, and by which article. */
export const grounds =
  rule<readonly { readonly type: OrganizationType; readonly ground: string; readonly article: string }[]>(
    'grounds',
  );
export const notice = rule<LimitValue>('notice');
/** 陈述、申辩，要求听证. */
export const defence = rule<LimitValue>('defence');
export const hearing = rule<LimitValue>('hearing');
export const decision = rule<LimitValue>('decision');
export const seizure = rule<LimitValue>('seizure');
