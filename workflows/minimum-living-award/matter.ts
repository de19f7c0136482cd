/** 低保动态管理 as a matter: an award for as long as it is paid, founded by its confirmation. */
import { defineProcess } from '../../engine/process/definition.ts';
import { d57 } from '../minimum-living/basis.ts';
import { offices, owner } from '../minimum-living/offices.ts';
import { authorityMode, reviewCycle } from '../minimum-living/parameters.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import * as parameters from './parameters.ts';
import { policy } from './policy.ts';
import { procedure } from './process.ts';

export const code = 'minimum-living-award';

export const minimumLivingAward = defineProcess({
  code,
  version: 1,
  title: '最低生活保障动态管理',
  basis: d57('第三十条至第三十四条'),
  owner,
  offices,
  headRole: offices.townshipHead.role,
  numbering: { prefix: 'DZ', word: '低保在保' },
  application,
  check: ({ payFrom }) =>
    /^20\d{2}-(0[1-9]|1[0-2])$/.test(payFrom) ? [] : [{ field: 'payFrom', text: '应为年月，如 2026-04' }],
  applicantIdentity: ({ payee }) => payee.identity,
  applicantPhone: ({ payee }) => payee.phone,
  claims: ({ payee }) => [
    {
      pool: code,
      value: payee.identity.hash,
      instead: '领取人已经在保。家庭情况有变化的，请在其在保办件里登记。',
    },
  ],
  openedBy: 'reviewer',
  rules: [...Object.values(parameters), authorityMode, reviewCycle, ...organRules],
  policy,
  body: procedure,
});
