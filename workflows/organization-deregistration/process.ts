/**
 * 社会组织注销登记: 清算（其他活动随即停止）, 债权人公告, 清算报告, 受理, 审查, 决定, 收缴证书和印章.
 * Sources and limits: docs/processes/organization-deregistration.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { inWords, parseDate } from '../../engine/clock/time.ts';
import { date, list, text } from '../../engine/forms/form.ts';
import { type CheckContext, outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { appealed } from '../organization/appeal.ts';
import { licensing, ordinanceOf } from '../organization/basis.ts';
import * as documents from '../organization/documents.ts';
import { enter } from '../organization/enter.ts';
import { intake } from '../organization/intake.ts';
import { material } from '../organization/material.ts';
import { officesFor } from '../organization/offices.ts';
import { nameRest } from '../organization/parameters.ts';
import { facts } from '../organization/policy.ts';
import { strikeOff } from '../organization/strike-off.ts';
import { registeredOf } from '../organization/subject.ts';
import { decision } from '../stages/decision.ts';
import { publicNotice } from '../stages/public-notice.ts';
import { service } from '../stages/service.ts';
import { notAfterToday } from '../wording/dates.ts';
import { limitInWords } from '../wording/limits.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';
import { missingMaterials } from './rules/liquidation.ts';

export type Deregistration = Context<CaseInput<typeof application>>;

type Material = { readonly name: string; readonly file: string };
type Report = { readonly endedOn: string; readonly summary: string; readonly materials: readonly Material[] };

const limit = (c: Deregistration, of: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(of));
const whatOf = (c: Deregistration): string => `“${registeredOf(c.input).name}”注销登记`;
const articles = (c: Deregistration, of: Parameters<typeof ordinanceOf>[1]): string =>
  ordinanceOf(registeredOf(c.input).type, of);

/** The register's row in another state, from this day on. */
export const enterAs = (c: Deregistration, state: '清算' | '存续'): void =>
  enter(c, { ...registeredOf(c.input), state });

/** 条例第二十条、民非第十六条：成立清算组织，清算期间不得开展清算以外的活动；公告债权人。 */
function* liquidation(c: Deregistration): Step<Report | undefined> {
  const { reviewer, window } = officesFor(c.input);
  const { liquidators, explanation } = c.input.form;
  const basis = articles(c, { 社会团体: '第二十条', 民办非企业单位: '第十六条' });
  const filed = yield* c.decide('登记清算', {
    by: reviewer,
    within: limit(c, parameters.liquidationFiling),
    basis,
    outcomes: { 进入清算: outcome(), 不进入清算: outcome({ form: { reasons: text('理由', 1_000) } }) },
    brief: { liquidators, explanation },
  });
  if (filed.outcome === '不进入清算') {
    const title = '不进入清算告知书';
    const told = documents.refusal(whatOf(c), title, basis, filed.form.reasons, appealed(c, '告知书'));
    c.notice(title, { to: 'applicant', text: told });
    return undefined;
  }
  enterAs(c, '清算');
  const within = limit(c, parameters.creditors);
  const { name } = registeredOf(c.input);
  yield* publicNotice(c, {
    by: reviewer,
    basis,
    within,
    document: {
      name: '清算公告',
      text: {
        title: '清算公告',
        effect: 'informs',
        paragraphs: [
          `“${name}”进入清算，清算组织成员：${liquidators.join('、')}。`,
          `请债权人自公告之日起${limitInWords(within)}内申报债权。清算期间，该组织不得开展清算以外的活动（${basis}）。`,
        ],
      },
    },
  });
  const reported = yield* c.askApplicant('提交清算报告', {
    by: window,
    basis,
    outcomes: {
      已提交: outcome({
        form: {
          endedOn: date('清算结束日期'),
          summary: text('清算情况和剩余财产的处理', 4_000),
          materials: list('材料', material, 1, 40),
        },
        check: ({ endedOn }, { at }: CheckContext) => notAfterToday('endedOn', '清算结束日期', endedOn, at),
      }),
    },
  });
  return reported.form;
}

/** 条例第二十二条、第二十三条，民非第十七条、第十八条：发给注销证明文件，收缴证书、印章和财务凭证，公告。 */
function* struckOff(c: Deregistration): Step<Result> {
  const registered = registeredOf(c.input);
  const { uscc, name } = registered;
  const { reason } = c.input.form;
  c.startClock('发给注销证明文件', limit(c, parameters.certificate), { kind: '法定' });
  yield* c.decide('收缴证书、印章和财务凭证', {
    by: officesFor(c.input).window,
    clock: '发给注销证明文件',
    basis: articles(c, { 社会团体: '第二十二条', 民办非企业单位: '第十七条' }),
    outcomes: { 已收缴: outcome({ form: { items: text('收缴清单', 1_000) } }) },
  });
  yield* service(c, '送达注销证明文件', {
    by: officesFor(c.input).window,
    clock: '发给注销证明文件',
    basis: licensing('第四十四条'),
  });
  c.stopClock('发给注销证明文件');
  const from = c.today();
  strikeOff(c, registered, '注销', c.ruleInForce(nameRest).value);
  c.tell('告知社会组织档案', {
    pool: 'organization',
    value: uscc,
    fact: facts.deregistered,
    data: { reason, on: from },
  });
  c.notice('注销公告', {
    to: 'public',
    text: {
      title: '社会组织注销公告',
      effect: 'informs',
      paragraphs: [
        `名称：${name}`,
        `统一社会信用代码：${uscc}`,
        `注销原因：${reason}`,
        `注销日期：${inWords(from)}`,
      ],
    },
  });
  return c.close('注销登记', { uscc, reason });
}

/** Not struck off: the organisation goes on as it was. */
function goesOn(c: Deregistration, outcomeName: string): Result {
  enterAs(c, '存续');
  return c.close(outcomeName);
}

export function* procedure(c: Deregistration): Step<Result> {
  c.label('名称', registeredOf(c.input).name);
  const report = yield* liquidation(c);
  if (!report) return c.close('不进入清算');
  const late = parseDate(c.today()) - parseDate(report.endedOn);
  const days = c.ruleInForce(parameters.applyWithin).value;
  const findings = late > days ? [`清算结束后第${late}日才申请，超过${days}日`] : [];
  const { reviewer, decider, window } = officesFor(c.input);
  const taken = yield* intake(c, {
    what: whatOf(c),
    window,
    reviewWithin: () => limit(c, parameters.acceptanceReview),
    supplementWithin: () => limit(c, parameters.supplementWindow),
    material,
    given: report.materials,
    missing: (given) => {
      const required = c.ruleInForce(parameters.requiredMaterials).value;
      return missingMaterials(registeredOf(c.input).supervisingUnit !== null, given, required);
    },
  });
  if (taken !== '受理' && taken !== '逾期视为受理') return goesOn(c, taken);
  const within = limit(c, parameters.decision);
  c.accept();
  c.startClock('注销决定', within, { kind: '法定' });
  const limits = [`办理期限${limitInWords(within)}。`];
  const told = documents.acceptance(whatOf(c), limits, taken === '逾期视为受理');
  c.notice('受理通知书', { to: 'applicant', text: told });
  const refused = yield* decision(c, {
    reviewer,
    decider,
    window,
    reviewWithin: limit(c, parameters.review),
    clock: '注销决定',
    serveWithin: limit(c, parameters.refusalService),
    basis: {
      review: licensing('第三十四条'),
      decision: articles(c, { 社会团体: '第十九条至第二十二条', 民办非企业单位: '第十六条、第十七条' }),
      service: licensing('第三十八条第二款、第四十四条'),
    },
    brief: { report, findings },
    refusal: {
      name: '不予注销登记决定书',
      text: (reasons) =>
        documents.refusal(
          whatOf(c),
          '不予注销登记决定书',
          licensing('第三十八条第二款'),
          reasons,
          appealed(c, '决定书'),
        ),
    },
  });
  return refused === undefined ? yield* struckOff(c) : goesOn(c, '不予注销登记');
}

/** 撤回注销申请的，恢复存续。 */
export function tellOfEnding(c: Deregistration): void {
  enterAs(c, '存续');
}
