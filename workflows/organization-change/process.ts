/**
 * 社会组织变更登记: 受理, 审查, 决定, 换发证书. What the register says changes with the new certificate.
 * Sources and limits: docs/processes/organization-change.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { addDays, dateOf, inWords } from '../../engine/clock/time.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { appealed } from '../organization/appeal.ts';
import { licensing, ordinanceOf } from '../organization/basis.ts';
import * as documents from '../organization/documents.ts';
import { enter } from '../organization/enter.ts';
import { intake } from '../organization/intake.ts';
import { material } from '../organization/material.ts';
import { officesFor } from '../organization/offices.ts';
import { certificateTerm, nameRest } from '../organization/parameters.ts';
import { facts } from '../organization/policy.ts';
import { legalRepresentatives, names } from '../organization/registers.ts';
import { nameUntil } from '../organization/rest.ts';
import { type Registered, registeredOf, shown } from '../organization/subject.ts';
import { decision } from '../stages/decision.ts';
import { service } from '../stages/service.ts';
import { limitInWords } from '../wording/limits.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';
import { changed, missingMaterials } from './rules/changes.ts';

type Change = Context<CaseInput<typeof application>>;

const limit = (c: Change, rule: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(rule));
const basisOf = ({ type }: Registered): string =>
  ordinanceOf(type, { 社会团体: '第十八条', 民办非企业单位: '第十五条' });
const whatOf = (c: Change): string => `“${registeredOf(c.input).name}”变更${c.input.form.item}`;

/** 许可法第四十二条：二十日内决定；经本机关负责人批准，可以延长十日，告知申请人。 */
function accept(c: Change, isDeemed: boolean): void {
  const [within, to] = [limit(c, parameters.decision), limit(c, parameters.decisionExtended)];
  c.accept();
  c.startClock('变更决定', within, {
    kind: '法定',
    extension: {
      to,
      reasons: ['需要进一步核实', '需要征求有关部门意见'],
      approver: officesFor(c.input).decider,
      notice: (reason) => ({
        title: '延长办理期限告知书',
        effect: 'informs',
        paragraphs: [`${whatOf(c)}，因${reason}，办理期限延长至${limitInWords(to)}（${to.basis}）。`],
      }),
    },
  });
  const text = documents.acceptance(whatOf(c), [`办理期限${limitInWords(within)}。`], isDeemed);
  c.notice('受理通知书', { to: 'applicant', text });
}

/** 条例第十八条：自业务主管单位审查同意之日起三十日内申请。 */
function lateness(c: Change): readonly string[] {
  const { consentOn } = c.input.form;
  const days = c.ruleInForce(parameters.applyWithin).value;
  if (!consentOn || dateOf(c.now()) <= addDays(consentOn, days)) return [];
  return [`自业务主管单位同意之日（${inWords(consentOn)}）起已超过${days}日`];
}

/** 收回旧证，换发新证；登记簿随之改写，名称、法定代表人的占用随之交替。 */
function* reissued(c: Change, before: Registered, after: Registered): Step<void> {
  const { uscc, name, legalRepresentativeId } = before;
  c.startClock('换发证书', limit(c, parameters.certificate), { kind: '法定' });
  yield* service(c, '收回旧证换发新证', {
    by: officesFor(c.input).window,
    clock: '换发证书',
    basis: licensing('第四十四条'),
  });
  c.stopClock('换发证书');
  const from = c.today();
  c.notice('登记证书', {
    to: 'applicant',
    text: documents.certificate(after, from, c.ruleInForce(certificateTerm).value.years),
  });
  enter(c, after);
  if (after.name !== name) {
    const to = nameUntil(from, c.ruleInForce(nameRest).value);
    c.record(names, { subject: name, from, to, data: { uscc, state: '更名' } });
    c.record(names, { subject: after.name, from, data: { uscc, state: '登记' } });
  }
  if (after.type === '社会团体' && after.legalRepresentativeId !== legalRepresentativeId) {
    c.record(legalRepresentatives, { subject: legalRepresentativeId, from, to: from, data: { uscc } });
    c.record(legalRepresentatives, { subject: after.legalRepresentativeId, from, data: { uscc } });
  }
  c.tell('告知社会组织档案', {
    pool: 'organization',
    value: uscc,
    fact: facts.changed,
    data: { name: after.name, item: c.input.form.item, on: from },
  });
}

export function* procedure(c: Change): Step<Result> {
  const { form } = c.input;
  const before = registeredOf(c.input);
  const after = changed(before, form);
  const { item } = form;
  c.label('名称', before.name);
  c.label('变更事项', item);
  const findings = lateness(c);
  const { reviewer, decider, window } = officesFor(c.input);
  const taken = yield* intake(c, {
    what: whatOf(c),
    window,
    reviewWithin: () => limit(c, parameters.acceptanceReview),
    supplementWithin: () => limit(c, parameters.supplementWindow),
    material,
    given: form.materials,
    missing: (given) => {
      const required = c.ruleInForce(parameters.requiredMaterials).value;
      return missingMaterials(item, before.supervisingUnit !== null, given, required);
    },
  });
  if (taken !== '受理' && taken !== '逾期视为受理') return c.close(taken);
  accept(c, taken === '逾期视为受理');
  const refused = yield* decision(c, {
    reviewer,
    decider,
    window,
    reviewWithin: limit(c, parameters.review),
    clock: '变更决定',
    serveWithin: limit(c, parameters.refusalService),
    basis: {
      review: licensing('第三十四条'),
      decision: `${basisOf(before)}；${licensing('第四十九条')}`,
      service: licensing('第三十八条第二款、第四十四条'),
    },
    brief: { item, before: shown(before), after: shown(after), findings },
    refusal: {
      name: '不予变更登记决定书',
      text: (reasons) =>
        documents.refusal(
          whatOf(c),
          '不予变更登记决定书',
          licensing('第三十八条第二款'),
          reasons,
          appealed(c, '决定书'),
        ),
    },
  });
  if (refused !== undefined) return c.close('不予变更登记', { reasons: refused });
  yield* reissued(c, before, after);
  if (item === '名称' || item === '住所' || item === '法定代表人')
    c.notice('变更公告', {
      to: 'public',
      text: {
        title: '社会组织变更登记公告',
        effect: 'informs',
        paragraphs: [
          `名称：${after.name}`,
          `统一社会信用代码：${after.uscc}`,
          `变更事项：${item}`,
          ...(item === '名称' ? [`原名称：${before.name}`] : []),
          ...(item === '住所' ? [`新住所：${after.residence}`] : []),
          ...(item === '法定代表人' ? [`新法定代表人：${after.legalRepresentative}`] : []),
        ],
      },
    });
  return c.close('变更登记', { uscc: after.uscc, item });
}
