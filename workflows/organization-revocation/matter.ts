/** 社会组织撤销登记 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { nameRest } from '../organization/parameters.ts';
import { registers } from '../organization/registers.ts';
import { inState } from '../organization/subject.ts';
import { supervised } from '../organization/withdrawal.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { check } from './check.ts';
import * as parameters from './parameters.ts';
import { procedure } from './process.ts';

export const organizationRevocation = defineProcess({
  code: 'organization-revocation',
  version: 1,
  title: '社会组织撤销登记',
  basis: ordinanceOf('社会团体', {
    社会团体: '第二十九条、第三十条',
    民办非企业单位: '第二十四条、第二十五条',
  }),
  owner,
  offices: { ...offices, opener: offices.reviewer },
  headRole: offices.decider.role,
  numbering: { prefix: 'SQ', word: '社撤' },
  application,
  about: inState(['存续', '清算'], '已经注销、撤销登记的社会组织不再撤销。'),
  check,
  claims: ({ uscc }) => [
    {
      pool: 'organization-revocation',
      value: uscc,
      instead: '该组织的撤销登记正在办理。请在原办件中办理。',
    },
  ],
  registers,
  openedBy: 'opener',
  rules: [...Object.values(parameters), nameRest, ...organRules],
  policy: supervised,
  body: procedure,
});
