/**
 * 重大活动、换届的备案: 业务主管单位意见, 备案审核, 举办, 报告. An election tells the organisation's file of its new term.
 * Sources and limits: docs/processes/organization-event.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { addDays, minuteMs, parseDate, startOfDay } from '../../engine/clock/time.ts';
import { list, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { appealed } from '../organization/appeal.ts';
import { rule } from '../organization/basis.ts';
import { material } from '../organization/material.ts';
import { officesFor } from '../organization/offices.ts';
import { facts } from '../organization/policy.ts';
import { registeredOf } from '../organization/subject.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';

type Event = Context<CaseInput<typeof application>>;

const limit = (c: Event, of: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(of));
const basis = rule('重大活动、换届备案审核');

/** What the filing itself shows: too late, too many people. */
function findings(c: Event): readonly string[] {
  const { kind, on, participants } = c.input.form;
  const lead = c.ruleInForce(parameters.kinds).value.find((one) => one.kind === kind)?.leadDays ?? 0;
  const crowd = c.ruleInForce(parameters.crowd);
  const latest = addDays(on, -lead);
  return [
    ...(c.today() > latest ? [`应当在${latest}之前备案（提前${lead}日）`] : []),
    ...(participants >= crowd.value
      ? [`${participants}人参加，应当取得公安机关的安全许可（${crowd.basis}）`]
      : []),
  ];
}

function* consented(c: Event, unit: string): Step<boolean> {
  const said = yield* c.decide('业务主管单位意见', {
    by: inUnit(officesFor(c.input).handler, unit),
    within: limit(c, parameters.supervisingReview),
    basis,
    outcomes: { 同意: outcome(), 不同意: outcome({ opinion: 'required' }) },
  });
  return said.outcome === '同意';
}

/** 备案审核: 已备案, 补充, 劝止. */
function* filed(c: Event): Step<boolean> {
  const found = findings(c);
  for (;;) {
    const said = yield* c.decide('备案审核', {
      by: officesFor(c.input).reviewer,
      within: limit(c, parameters.review),
      basis,
      outcomes: {
        已备案: outcome(),
        补充材料: outcome({ form: { items: list('需要补充的', text('内容', 200), 1, 20) } }),
        劝止: outcome({ opinion: 'required' }),
      },
      brief: { findings: found },
    });
    if (said.outcome === '已备案') return true;
    if (said.outcome === '劝止') {
      const { name } = registeredOf(c.input);
      c.notice('劝止告知书', {
        to: 'applicant',
        text: {
          title: '劝止举办活动告知书',
          effect: 'adverse',
          paragraphs: [`“${name}”：${c.input.form.title}不予备案，请不要举办。`, `理由：${said.opinion}`],
          remedies: appealed(c, '告知书'),
        },
      });
      return false;
    }
    const supplied = yield* c.askApplicant('补充备案材料', {
      by: officesFor(c.input).window,
      within: limit(c, parameters.supplementWindow),
      expires: '逾期未补充',
      basis,
      outcomes: {
        已补充: outcome({ form: { materials: list('补充材料', material, 1) } }),
        逾期未补充: outcome(),
      },
      brief: { items: said.form.items },
    });
    if (supplied.outcome === '逾期未补充') return false;
  }
}

export function* procedure(c: Event): Step<Result> {
  const { kind, title, on, uscc } = c.input.form;
  const { name, supervisingUnit } = registeredOf(c.input);
  const { window, reviewer } = officesFor(c.input);
  c.label('名称', name);
  c.label('活动', title);
  const isElection = c.ruleInForce(parameters.kinds).value.some((one) => one.kind === kind && one.election);
  if (supervisingUnit && !(yield* consented(c, supervisingUnit))) return c.close('业务主管单位不同意');
  if (!(yield* filed(c))) return c.close('不予备案');
  const minutes = Math.ceil((startOfDay(parseDate(on) + 1) - c.now()) / minuteMs);
  if (minutes > 0)
    yield* c.wait('等待活动结束', {
      by: reviewer,
      within: { amount: minutes, unit: 'minutes', basis },
      basis,
    });
  const reported = yield* c.askApplicant('报告活动情况', {
    by: window,
    within: limit(c, parameters.report),
    expires: '逾期未报告',
    basis,
    outcomes: {
      已举办: outcome({ form: { summary: text('成效、影响和问题', 4_000) } }),
      没有举办: outcome({ opinion: 'required' }),
      逾期未报告: outcome(),
    },
  });
  if (reported.outcome !== '已举办') return c.close(reported.outcome);
  if (isElection)
    c.tell('告知社会组织档案', { pool: 'organization', value: uscc, fact: facts.elected, data: { on } });
  return c.close('已备案并报告');
}
