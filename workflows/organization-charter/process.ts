/**
 * 社会组织章程核准: 受理, 审查, 决定, 送达. The approved charter is on the register.
 * Sources and limits: docs/processes/organization-charter.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { addDays, inWords } from '../../engine/clock/time.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { appealed } from '../organization/appeal.ts';
import { licensing, ordinanceOf } from '../organization/basis.ts';
import * as documents from '../organization/documents.ts';
import { intake } from '../organization/intake.ts';
import { material } from '../organization/material.ts';
import { officesFor } from '../organization/offices.ts';
import { charters } from '../organization/registers.ts';
import { missingOf } from '../organization/rules/materials.ts';
import { registeredOf } from '../organization/subject.ts';
import { decision } from '../stages/decision.ts';
import { service } from '../stages/service.ts';
import { limitInWords } from '../wording/limits.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';
import { shortcomings } from './rules/vote.ts';

type Charter = Context<CaseInput<typeof application>>;

const limit = (c: Charter, of: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(of));

/** What the application itself shows: the vote, what the charter lacks, how late it is. */
function findings(c: Charter): readonly string[] {
  const { form } = c.input;
  const days = c.ruleInForce(parameters.applyWithin).value;
  const { consentOn } = form;
  const isLate = consentOn !== undefined && c.today() > addDays(consentOn, days);
  return [
    ...shortcomings(form, c.ruleInForce(parameters.majority).value),
    ...c
      .ruleInForce(parameters.contents)
      .value.filter((item) => !form.charter.includes(item))
      .map((item) => `章程没有载明：${item}`),
    ...(isLate ? [`自业务主管单位同意之日（${inWords(consentOn)}）起已超过${days}日`] : []),
  ];
}

export function* procedure(c: Charter): Step<Result> {
  const { form } = c.input;
  const { uscc, name, type, supervisingUnit } = registeredOf(c.input);
  const { reviewer, decider, window } = officesFor(c.input);
  const what = `“${name}”章程核准`;
  const basis = ordinanceOf(type, { 社会团体: '第十八条', 民办非企业单位: '第十五条' });
  c.label('名称', name);
  const found = findings(c);
  const taken = yield* intake(c, {
    what,
    window,
    reviewWithin: () => limit(c, parameters.acceptanceReview),
    supplementWithin: () => limit(c, parameters.supplementWindow),
    material,
    given: form.materials,
    missing: (given) => {
      const required = c.ruleInForce(parameters.requiredMaterials).value;
      const asked = required.filter((item) => supervisingUnit !== null || !item.startsWith('业务主管单位'));
      return missingOf(asked, given, '申请章程核准应当提交');
    },
  });
  if (taken !== '受理' && taken !== '逾期视为受理') return c.close(taken);
  const within = limit(c, parameters.decision);
  c.accept();
  c.startClock('核准决定', within, { kind: '法定' });
  const accepted = documents.acceptance(
    what,
    [`办理期限${limitInWords(within)}。`],
    taken === '逾期视为受理',
  );
  c.notice('受理通知书', { to: 'applicant', text: accepted });
  const deliver = { by: window, within: limit(c, parameters.delivery), basis: licensing('第四十四条') };
  const refused = yield* decision(c, {
    reviewer,
    decider,
    window,
    reviewWithin: limit(c, parameters.review),
    clock: '核准决定',
    serveWithin: deliver.within,
    basis: { review: licensing('第三十四条'), decision: basis, service: deliver.basis },
    brief: { amendments: form.amendments, findings: found },
    refusal: {
      name: '不予核准章程决定书',
      text: (reasons) =>
        documents.refusal(
          what,
          '不予核准章程决定书',
          licensing('第三十八条第二款'),
          reasons,
          appealed(c, '决定书'),
        ),
    },
  });
  if (refused !== undefined) return c.close('不予核准', { reasons: refused });
  const from = c.today();
  c.record(charters, { subject: uscc, from, data: { uscc, name, amendments: form.amendments } });
  c.notice('章程核准批复', {
    to: 'applicant',
    text: {
      title: '章程核准批复',
      effect: 'informs',
      paragraphs: [
        `核准“${name}”修改后的章程（${basis}）。`,
        `修改的内容：${form.amendments}`,
        `核准日期：${inWords(from)}`,
      ],
    },
  });
  yield* service(c, '送达章程核准批复', deliver);
  return c.close('核准', { uscc });
}
