/** 社会组织成立登记 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { offices, owner } from '../organization/offices.ts';
import { certificateTerm, nameRules } from '../organization/parameters.ts';
import { registers } from '../organization/registers.ts';
import { faultIn, prefixOf } from '../organization/rules/uscc.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { check, claims } from './check.ts';
import * as parameters from './parameters.ts';
import { policy } from './policy.ts';
import { poolOf, procedure } from './process.ts';

export const organizationEstablishment = defineProcess({
  code: 'organization-establishment',
  version: 1,
  title: '社会组织成立登记',
  basis: ordinanceOf('社会团体', { 社会团体: '', 民办非企业单位: '' }),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'SC', word: '社登' },
  application,
  check,
  claims,
  registers,
  pools: Object.fromEntries(Object.values(prefixOf).map((prefix) => [poolOf(prefix), faultIn(prefix)])),
  openedBy: 'window',
  online: 'owner',
  applicantIdentity: ({ legalRepresentative }) => legalRepresentative.identity,
  applicantPhone: ({ legalRepresentative }) => legalRepresentative.phone,
  rules: [...Object.values(parameters), certificateTerm, nameRules, ...organRules],
  policy,
  body: procedure,
});
