/** 活动异常名录、严重违法失信名单 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { offices, owner } from '../organization/offices.ts';
import { registers } from '../organization/registers.ts';
import { inState } from '../organization/subject.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { credit } from './basis.ts';
import * as parameters from './parameters.ts';
import { policy } from './policy.ts';
import { procedure } from './process.ts';

export const organizationListing = defineProcess({
  code: 'organization-listing',
  version: 1,
  title: '社会组织信用名录',
  basis: credit(''),
  owner,
  offices: { ...offices, opener: offices.reviewer },
  headRole: offices.decider.role,
  numbering: { prefix: 'SM', word: '社录' },
  application,
  about: inState(['存续', '清算'], '已经注销的社会组织不再列入。'),
  check: ({ list, ground }, { ruleInForce }) => {
    const rule = list === '活动异常名录' ? parameters.abnormalGrounds : parameters.dishonestGrounds;
    const listed = ruleInForce(rule).value.map((one) => one.ground);
    return listed.includes(ground)
      ? []
      : [{ field: 'ground', text: `列入${list}的情形：${listed.join('；')}` }];
  },
  claims: ({ uscc, list }) => [
    {
      pool: 'organization-listing',
      value: `${uscc} ${list}`,
      instead: `该组织已在${list}或者正在办理列入。请在原办件中登记“新的情形”，期限重新计算。`,
    },
  ],
  registers,
  openedBy: 'opener',
  rules: [...Object.values(parameters), ...organRules],
  policy,
  body: procedure,
});
