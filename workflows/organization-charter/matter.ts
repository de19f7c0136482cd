/** 社会组织章程核准 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { registers } from '../organization/registers.ts';
import { inState } from '../organization/subject.ts';
import { withdrawable } from '../organization/withdrawal.ts';
import { organRules } from '../organs/organs.ts';
import { notAfterToday } from '../wording/dates.ts';
import { application } from './application.ts';
import * as parameters from './parameters.ts';
import { procedure } from './process.ts';

export const organizationCharter = defineProcess({
  code: 'organization-charter',
  version: 1,
  title: '社会组织章程核准',
  basis: ordinanceOf('社会团体', { 社会团体: '第十八条', 民办非企业单位: '第十五条' }),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SZ', word: '社章' },
  application,
  about: inState(['存续'], '正在清算、已经注销的社会组织不能修改章程。'),
  check: ({ due, present, favour, resolvedOn }, { at }) => [
    ...(present > due ? [{ field: 'present', text: '实到人数不能多于应到人数' }] : []),
    ...(favour > present ? [{ field: 'favour', text: '赞成人数不能多于实到人数' }] : []),
    ...notAfterToday('resolvedOn', '会议日期', resolvedOn, at),
  ],
  claims: ({ uscc }) => [
    {
      pool: 'organization-charter',
      value: uscc,
      instead: '该组织的章程核准正在办理。请在原办件中办理。',
    },
  ],
  registers,
  openedBy: 'window',
  rules: [...Object.values(parameters), ...organRules],
  policy: withdrawable,
  body: procedure,
});
