/** 社会组织重大活动、换届备案 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { rule } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { inState } from '../organization/subject.ts';
import { withdrawable } from '../organization/withdrawal.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { check } from './check.ts';
import * as parameters from './parameters.ts';
import { procedure } from './process.ts';

export const organizationEvent = defineProcess({
  code: 'organization-event',
  version: 1,
  title: '社会组织重大活动备案',
  basis: rule('重大活动、换届备案审核'),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SH', word: '社活' },
  application,
  about: inState(['存续'], '正在清算、已经注销的社会组织不能举办活动。'),
  check,
  claims: ({ uscc, title, on }) => [
    {
      pool: 'organization-event',
      value: `${uscc} ${on} ${title}`,
      instead: '同一活动已经报备。请在原办件中办理。',
    },
  ],
  openedBy: 'window',
  rules: [...Object.values(parameters), ...organRules],
  policy: withdrawable,
  body: procedure,
});
