/**
 * 社会组织登记证书换发、补发: 审核, 收回旧证（遗失的声明作废）, 发给新证. The organisation's file is told of the new one.
 * Sources and limits: docs/processes/organization-certificate.md.
 */

import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit } from '../../engine/process/limit-rule.ts';
import { appealed } from '../organization/appeal.ts';
import { licensing, rule } from '../organization/basis.ts';
import * as documents from '../organization/documents.ts';
import { officesFor } from '../organization/offices.ts';
import { certificateTerm } from '../organization/parameters.ts';
import { facts } from '../organization/policy.ts';
import { registeredOf } from '../organization/subject.ts';
import { service } from '../stages/service.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';

type Reissue = Context<CaseInput<typeof application>>;

export function* procedure(c: Reissue): Step<Result> {
  const { uscc, why, declaredIn, declaredOn } = c.input.form;
  const registered = registeredOf(c.input);
  const { reviewer, window } = officesFor(c.input);
  const what = `“${registered.name}”${why === '遗失' ? '补发' : '换发'}登记证书`;
  c.label('名称', registered.name);
  c.label('事由', why);
  const said = yield* c.decide('换发审核', {
    by: reviewer,
    within: asLimit(c.ruleInForce(parameters.review)),
    basis: rule('登记证书的换发、补发'),
    outcomes: { 同意: outcome(), 不同意: outcome({ opinion: 'required' }) },
    brief: { why, ...(declaredIn && declaredOn ? { declaredIn, declaredOn } : {}) },
  });
  if (said.outcome === '不同意') {
    const title = '不予换发登记证书通知书';
    const text = documents.refusal(
      what,
      title,
      rule('登记证书的换发、补发'),
      said.opinion,
      appealed(c, '通知书'),
    );
    c.notice('不予换发通知书', { to: 'applicant', text });
    return c.close('不予换发');
  }
  yield* service(c, why === '遗失' ? '发给补发的证书' : '收回旧证换发新证', {
    by: window,
    within: asLimit(c.ruleInForce(parameters.issue)),
    basis: licensing('第四十四条'),
  });
  const on = c.today();
  const years = c.ruleInForce(certificateTerm).value.years;
  c.notice('登记证书', { to: 'applicant', text: documents.certificate(registered, on, years) });
  c.tell('告知社会组织档案', { pool: 'organization', value: uscc, fact: facts.reissued, data: { on } });
  return c.close(why === '遗失' ? '已补发' : '已换发');
}
