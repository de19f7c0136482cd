/** 前置意见: the name, the supervising unit's consent or the industry department's opinion. Silence is never consent. */

import { registry } from '../../contract/names.ts';
import { list, optional, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { appealed } from '../organization/appeal.ts';
import { naming, rule } from '../organization/basis.ts';
import { nameRules } from '../organization/parameters.ts';
import { names } from '../organization/registers.ts';
import { verdictsOn } from '../organization/rules/name.ts';
import * as documents from './documents.ts';
import * as parameters from './parameters.ts';
import { applied, limit, offices, ordinance, type Registration } from './terms.ts';

/** 名称管理办法第六条至第十六条：规则的意见附在后面，由人决定。 */
export function* nameCheck(c: Registration): Step<boolean> {
  const form = applied(c);
  const people = [...form.founders, ...form.officers].map(({ name }) => name);
  const verdicts = verdictsOn({ ...form, people }, c.ruleInForce(nameRules).value);
  const { region: prefix, forms } = c.ruleInForce(nameRules).value;
  const { answers } = yield* c.inquire('近似名称查询', {
    by: offices(c).reviewer,
    system: registry,
    sources: [names],
    question: { register: names, name: form.name, common: { prefix, suffixes: forms[form.type] } },
    basis: naming('第十六条'),
    outcomes: {},
  });
  const said = yield* c.decide('名称核查', {
    by: offices(c).reviewer,
    within: limit(c, parameters.nameCheck),
    basis: naming('第六条、第八条、第十六条'),
    outcomes: {
      名称可用: outcome(),
      名称不可用: outcome({ form: { reasons: list('理由', text('理由'), 1, 10) } }),
    },
    brief: { name: form.name, verdicts, alike: answers?.[names]?.['alike'] ?? [] },
  });
  if (said.outcome === '名称可用') return true;
  c.notice('名称核查意见', {
    to: 'applicant',
    text: documents.nameRefusal(form.name, said.form.reasons, appealed(c, '意见')),
  });
  return false;
}

/** 条例第三条、第九条，民非第三条：业务主管单位审查同意。 */
export function* supervisingConsent(c: Registration, unit: string): Step<boolean> {
  const { name } = applied(c);
  const said = yield* c.decide('业务主管单位审查', {
    by: inUnit(offices(c).handler, unit),
    within: limit(c, parameters.supervisingReview),
    basis: ordinance(c, { 社会团体: '第三条、第九条', 民办非企业单位: '第三条、第八条' }),
    outcomes: {
      同意: outcome({ form: { document: text('批准文件文号', 60) } }),
      不同意: outcome({ opinion: 'required' }),
    },
  });
  if (said.outcome === '同意') return true;
  c.notice('业务主管单位审查意见', {
    to: 'applicant',
    text: documents.supervisingRefusal(name, said.opinion, appealed(c, '意见')),
  });
  return false;
}

/** 直接登记：征求行业管理部门意见；逾期不复函的不视为同意，由登记机关负责人决定怎样补足。 */
export function* industryOpinion(c: Registration, unit: string): Step<void> {
  for (;;) {
    const said = yield* c.decide('征求行业管理部门意见', {
      by: inUnit(offices(c).handler, unit),
      within: limit(c, parameters.industryOpinion),
      expires: '逾期未复函',
      basis: rule('直接登记征求行业管理部门意见'),
      outcomes: {
        已复函: outcome({ form: { document: optional(text('复函文号', 60)), view: text('意见', 2_000) } }),
        逾期未复函: outcome(),
      },
    });
    if (said.outcome === '已复函') return;
    const next = yield* c.decide('逾期未复函的处理', {
      by: offices(c).decider,
      within: limit(c, parameters.nameCheck),
      basis: rule('不复函不视为同意，由登记机关负责人决定'),
      outcomes: { 再次征求: outcome(), 已另行论证: outcome({ opinion: 'required' }) },
    });
    if (next.outcome === '已另行论证') return;
  }
}
