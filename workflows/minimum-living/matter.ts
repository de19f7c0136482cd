/** 最低生活保障审核确认 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import { dateOf } from '../../engine/clock/time.ts';
import { text } from '../../engine/forms/form.ts';
import { defineProcess } from '../../engine/process/definition.ts';
import { organRules } from '../organs/organs.ts';
import { application } from './application.ts';
import { d57 } from './basis.ts';
import { metrics } from './metrics.ts';
import { offices, owner } from './offices.ts';
import * as parameters from './parameters.ts';
import { policy, relativesNamed } from './policy.ts';
import { procedure, tellOfEnding } from './process.ts';
import { registers } from './relatives.ts';
import { listFaults } from './rules/listed.ts';
import { personFaults } from './rules/persons.ts';

export const minimumLiving = defineProcess({
  code: 'minimum-living',
  version: 1,
  title: '最低生活保障审核确认',
  basis: d57(''),
  owner,
  offices,
  headRole: offices.townshipHead.role,
  numbering: { prefix: 'DB', word: '低保' },
  application,
  check: (form, { at, ruleInForce }) => [...personFaults(form, dateOf(at)), ...listFaults(form, ruleInForce)],
  applicantIdentity: (form) => form.applicant.identity,
  applicantPhone: (form) => form.applicant.phone,
  relativesNamed,
  lookedUp: parameters.lookedUp,
  registers,
  openedBy: 'window',
  online: 'townships',
  correctable: { sms: { to: text('联系电话', 20) }, bank: { account: text('收款账户', 40) } },
  metrics,
  rules: [...Object.values(parameters), ...organRules],
  policy,
  body: procedure,
  onEnding: tellOfEnding,
});
