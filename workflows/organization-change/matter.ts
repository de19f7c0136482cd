/** 社会组织变更登记 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { certificateTerm, nameRest, nameRules } from '../organization/parameters.ts';
import { registers } from '../organization/registers.ts';
import { inState } from '../organization/subject.ts';
import { withdrawable } from '../organization/withdrawal.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { check, claims } from './check.ts';
import * as parameters from './parameters.ts';
import { procedure } from './process.ts';

export const organizationChange = defineProcess({
  code: 'organization-change',
  version: 1,
  title: '社会组织变更登记',
  basis: ordinanceOf('社会团体', { 社会团体: '第十八条', 民办非企业单位: '第十五条' }),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SB', word: '社变' },
  application,
  about: inState(['存续'], '正在清算、已经注销的社会组织不能变更登记。'),
  check,
  claims,
  registers,
  openedBy: 'window',
  rules: [...Object.values(parameters), certificateTerm, nameRest, nameRules, ...organRules],
  policy: withdrawable,
  body: procedure,
});
