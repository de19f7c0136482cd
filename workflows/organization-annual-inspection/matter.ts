/** 社会组织年度检查 as a matter: whose it is, how it is numbered, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { registers } from '../organization/registers.ts';
import { inState } from '../organization/subject.ts';
import { supervised } from '../organization/withdrawal.ts';
import { application } from './application.ts';
import * as parameters from './parameters.ts';
import { procedure } from './process.ts';

export const organizationAnnualInspection = defineProcess({
  code: 'organization-annual-inspection',
  version: 1,
  title: '社会组织年度检查',
  basis: ordinanceOf('社会团体', { 社会团体: '第二十八条', 民办非企业单位: '第二十三条' }),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SN', word: '社检' },
  application,
  about: inState(['存续'], '正在清算、已经注销的社会组织不再年检。'),
  claims: ({ uscc, year }) => [
    {
      pool: 'organization-annual-inspection',
      value: `${uscc} ${year}`,
      instead: `该组织${year}年度检查正在办理。请在原办件中办理。`,
    },
  ],
  registers,
  rules: Object.values(parameters),
  policy: supervised,
  body: procedure,
});
