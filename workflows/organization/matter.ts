/** 社会组织 as a matter: an organisation, founded by its registration. */
import { defineProcess } from '../../engine/process/definition.ts';
import { application } from './application.ts';
import { ordinanceOf } from './basis.ts';
import { check, imports } from './import.ts';
import { offices, owner } from './offices.ts';
import * as parameters from './parameters.ts';
import { policy } from './policy.ts';
import { procedure } from './process.ts';
import { registers } from './registers.ts';

export const organization = defineProcess({
  code: 'organization',
  version: 1,
  title: '社会组织档案',
  basis: ordinanceOf('社会团体', { 社会团体: '', 民办非企业单位: '' }),
  owner,
  offices,
  headRole: offices.decider.role,
  numbering: { prefix: 'ZZ', word: '社档' },
  application,
  claims: ({ uscc }) => [
    { pool: 'organization', value: uscc, instead: `统一社会信用代码${uscc}已有社会组织档案。` },
  ],
  check,
  imports,
  registers,
  rules: Object.values(parameters),
  policy,
  body: procedure,
});
