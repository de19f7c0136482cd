/** 社会组织注销登记 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { nameRest } from '../organization/parameters.ts';
import { registers } from '../organization/registers.ts';
import { inState } from '../organization/subject.ts';
import { withdrawable } from '../organization/withdrawal.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { check } from './check.ts';
import * as parameters from './parameters.ts';
import { procedure, tellOfEnding } from './process.ts';

export const organizationDeregistration = defineProcess({
  code: 'organization-deregistration',
  version: 1,
  title: '社会组织注销登记',
  basis: ordinanceOf('社会团体', { 社会团体: '第十九条', 民办非企业单位: '第十六条' }),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SX', word: '社注' },
  application,
  about: inState(['存续'], '正在清算、已经注销的社会组织不能再申请注销。'),
  check,
  claims: ({ uscc }) => [
    {
      pool: 'organization-deregistration',
      value: uscc,
      instead: '该组织的注销登记正在办理。请在原办件中办理。',
    },
    {
      pool: 'organization-change',
      value: uscc,
      instead: '该组织有一件变更登记正在办理。请办结或者撤回之后再申请注销。',
    },
  ],
  registers,
  openedBy: 'window',
  rules: [...Object.values(parameters), nameRest, ...organRules],
  policy: withdrawable,
  body: procedure,
  onEnding: tellOfEnding,
});
