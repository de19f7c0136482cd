/** 社会组织登记证书换发、补发 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { rule } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { certificateTerm } from '../organization/parameters.ts';
import { inState } from '../organization/subject.ts';
import { withdrawable } from '../organization/withdrawal.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { check } from './check.ts';
import * as parameters from './parameters.ts';
import { procedure } from './process.ts';

export const organizationCertificate = defineProcess({
  code: 'organization-certificate',
  version: 1,
  title: '社会组织登记证书换发、补发',
  basis: rule('登记证书的换发、补发'),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SF', word: '社证' },
  application,
  about: inState(['存续'], '正在清算、已经注销的社会组织不换发证书。'),
  check,
  claims: ({ uscc, why }) => [
    {
      pool: 'organization-certificate',
      value: `${uscc} ${why}`,
      instead: '该组织的证书正在换发。请在原办件中办理。',
    },
  ],
  openedBy: 'window',
  rules: [...Object.values(parameters), certificateTerm, ...organRules],
  policy: withdrawable,
  body: procedure,
});
