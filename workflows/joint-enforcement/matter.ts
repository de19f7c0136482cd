/** 联合执法 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { defineProcess } from '../../engine/process/definition.ts';
import { application } from './application.ts';
import { law } from './basis.ts';
import { offices, owner } from './offices.ts';
import * as parameters from './parameters.ts';
import { policy } from './policy.ts';
import { procedure } from './process.ts';

export const jointEnforcement = defineProcess({
  code: 'joint-enforcement',
  version: 1,
  title: '联合执法',
  basis: law(''),
  owner,
  offices,
  headRole: offices.head.role,
  numbering: { prefix: 'ZF', word: '联执' },
  application,
  openedBy: 'convener',
  rules: Object.values(parameters),
  policy,
  body: procedure,
});
