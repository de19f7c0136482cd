/**
 * 社会组织撤销登记: 告知, 陈述申辩或者听证, 决定, 送达, 收缴证书和印章, 公告. The organisation's life ends with it.
 * Sources and limits: docs/processes/organization-revocation.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { appealed } from '../organization/appeal.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { officesFor } from '../organization/offices.ts';
import { nameRest } from '../organization/parameters.ts';
import { facts } from '../organization/policy.ts';
import { strikeOff } from '../organization/strike-off.ts';
import { registeredOf } from '../organization/subject.ts';
import { service } from '../stages/service.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';

type Revocation = Context<CaseInput<typeof application>>;

const limit = (c: Revocation, of: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(of));
const penalty = (article: string): string => `行政处罚法（2021年修订）${article}`;

/** The article of the ordinance that lists the ground. */
function articleOf(c: Revocation): string {
  const { type } = registeredOf(c.input);
  const { ground } = c.input.form;
  const listed = c
    .ruleInForce(parameters.grounds)
    .value.find((one) => one.type === type && one.ground === ground);
  return ordinanceOf(type, { 社会团体: listed?.article ?? '', 民办非企业单位: listed?.article ?? '' });
}

/** 处罚法第四十四条、第四十五条、第六十三条：决定之前告知，听取陈述、申辩；要求听证的，组织听证. Answers what was said. */
function* heard(c: Revocation): Step<string> {
  const { ground, facts: found } = c.input.form;
  const { name } = registeredOf(c.input);
  const { window, inspector } = officesFor(c.input);
  const within = limit(c, parameters.defence);
  c.notice('拟撤销登记告知书', {
    to: 'applicant',
    text: {
      title: '拟撤销登记告知书',
      effect: 'informs',
      paragraphs: [
        `“${name}”：拟撤销你单位的登记（${articleOf(c)}）。`,
        `情形：${ground}`,
        `事实：${found}`,
        `可以自收到之日起${within.amount}个工作日内陈述、申辩，或者要求听证；逾期不提出的，视为放弃（${penalty('第四十四条、第四十五条、第六十三条')}）。`,
      ],
    },
  });
  yield* service(c, '送达拟撤销登记告知书', {
    by: window,
    within: limit(c, parameters.notice),
    basis: penalty('第四十四条'),
  });
  const said = yield* c.askApplicant('陈述申辩', {
    by: window,
    within,
    expires: '逾期未提出',
    basis: penalty('第四十五条、第六十三条'),
    outcomes: {
      陈述申辩: outcome({ form: { statement: text('陈述、申辩的内容', 4_000) } }),
      要求听证: outcome({ form: { statement: text('理由', 4_000) } }),
      逾期未提出: outcome(),
    },
  });
  if (said.outcome === '逾期未提出') return '没有提出';
  if (said.outcome === '陈述申辩') return said.form.statement;
  // 第六十四条第四项：由非本案调查人员主持。
  const hearing = yield* c.decide('组织听证', {
    by: inspector,
    within: limit(c, parameters.hearing),
    basis: penalty('第六十四条'),
    outcomes: { 已听证: outcome({ form: { record: text('听证笔录', 10_000) } }) },
    brief: { statement: said.form.statement },
  });
  return hearing.form.record;
}

/** 条例第三十三条、民非第二十八条：收缴登记证书和印章；登记簿随之写明，公告. */
function* struckOff(c: Revocation, decision: string): Step<Result> {
  const registered = registeredOf(c.input);
  const { uscc, name, type } = registered;
  const { ground } = c.input.form;
  const { window } = officesFor(c.input);
  c.notice('撤销登记决定书', {
    to: 'applicant',
    text: {
      title: '撤销登记决定书',
      effect: 'adverse',
      paragraphs: [`撤销“${name}”的登记（${articleOf(c)}）。`, `情形：${ground}`, `文号：${decision}`],
      remedies: appealed(c, '决定书'),
    },
  });
  const on = c.today();
  strikeOff(c, registered, '撤销登记', c.ruleInForce(nameRest).value);
  c.tell('告知社会组织档案', {
    pool: 'organization',
    value: uscc,
    fact: facts.revoked,
    data: { ground, on },
  });
  yield* service(c, '送达撤销登记决定书', {
    by: window,
    within: limit(c, parameters.notice),
    basis: penalty('第六十一条'),
  });
  yield* c.decide('收缴登记证书和印章', {
    by: window,
    within: limit(c, parameters.seizure),
    basis: ordinanceOf(type, { 社会团体: '第三十三条', 民办非企业单位: '第二十八条' }),
    outcomes: {
      已收缴: outcome({ form: { items: text('收缴清单', 1_000) } }),
      收缴不到: outcome({ opinion: 'required' }),
    },
  });
  c.notice('撤销登记公告', {
    to: 'public',
    text: {
      title: '社会组织撤销登记公告',
      effect: 'informs',
      paragraphs: [`名称：${name}`, `统一社会信用代码：${uscc}`, `情形：${ground}`, `文号：${decision}`],
    },
  });
  return c.close('撤销登记', { uscc, decision });
}

export function* procedure(c: Revocation): Step<Result> {
  const { ground, facts: found, evidence } = c.input.form;
  const { name } = registeredOf(c.input);
  c.label('名称', name);
  c.accept();
  c.startClock('撤销登记决定', limit(c, parameters.decision), { kind: '法定' });
  const statement = yield* heard(c);
  const said = yield* c.decide('撤销决定', {
    by: officesFor(c.input).decider,
    clock: '撤销登记决定',
    basis: articleOf(c),
    outcomes: {
      撤销登记: outcome({ form: { decision: text('决定书文号', 60) }, opinion: 'required' }),
      不予撤销: outcome({ opinion: 'required' }),
    },
    brief: { ground, facts: found, statement, evidence: evidence.map((one) => one.name) },
  });
  c.stopClock('撤销登记决定');
  return said.outcome === '不予撤销' ? c.close('不予撤销') : yield* struckOff(c, said.form.decision);
}
