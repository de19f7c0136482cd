/**
 * 社会组织年度检查: 报告, 业务主管单位初审, 登记管理机关审查, 结论, 整改. One that nobody files ends by itself.
 * Sources and limits: docs/processes/organization-annual-inspection.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { parseDate } from '../../engine/clock/time.ts';
import { choice, file, integer, list, money, optional, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { officesFor } from '../organization/offices.ts';
import { inspections } from '../organization/registers.ts';
import { registeredOf } from '../organization/subject.ts';
import type { application } from './application.ts';
import * as parameters from './parameters.ts';

type Inspection = Context<CaseInput<typeof application>>;
type Conclusion = { readonly grade: '合格' | '基本合格' | '不合格'; readonly situations: readonly string[] };

const limit = (c: Inspection, of: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(of));
const basisOf = (c: Inspection): string =>
  ordinanceOf(registeredOf(c.input).type, { 社会团体: '第二十八条', 民办非企业单位: '第二十三条' });

/** Days from today to a day of the year after the one inspected. */
function until(c: Inspection, monthDay: string, basis: string): Limit {
  const days = parseDate(`${c.input.form.year + 1}-${monthDay}`) - parseDate(c.today());
  return { amount: Math.max(1, days), unit: 'days', basis };
}

const report = {
  summary: text('年度工作情况', 4_000),
  incomeFen: money('年度收入（分）'),
  expenseFen: money('年度支出（分）'),
  staff: integer('工作人员数'),
  partyReport: text('党建工作述职', 4_000),
  files: list('报告和附件', file('文件'), 1, 20),
} as const;

/** 条例第二十八条：每年三月三十一日前报业务主管单位，五月三十一日前报登记管理机关。没有报的，到期自行终结。 */
function* filed(c: Inspection): Step<readonly string[] | undefined> {
  const { value, basis } = c.ruleInForce(parameters.lastDays);
  const said = yield* c.askApplicant('报送年度工作报告', {
    by: officesFor(c.input).window,
    within: until(c, value.registrar, basis),
    expires: '未按期报送',
    basis: basisOf(c),
    outcomes: { 已报送: outcome({ form: report }), 未按期报送: outcome() },
  });
  if (said.outcome === '未按期报送') return undefined;
  const due = `${c.input.form.year + 1}-${value.supervising}`;
  return c.today() > due ? [`${due}之后才报业务主管单位（${basis}）`] : [];
}

/** 业务主管单位初审；退回补充的，补充后再审。 */
function* supervised(c: Inspection, unit: string): Step<void> {
  for (;;) {
    const said = yield* c.decide('业务主管单位初审', {
      by: inUnit(officesFor(c.input).handler, unit),
      within: limit(c, parameters.supervisingReview),
      basis: basisOf(c),
      outcomes: { 同意: outcome(), 退回补充: outcome({ opinion: 'required' }) },
    });
    if (said.outcome === '同意') return;
    yield* c.askApplicant('补充年度工作报告', {
      by: officesFor(c.input).window,
      basis: basisOf(c),
      outcomes: { 已补充: outcome({ form: report }) },
      brief: { reason: said.opinion },
    });
  }
}

const grades = (c: Inspection) => {
  const situations = list('情形', choice('情形', c.ruleInForce(parameters.situations).value), 1);
  const form = { situations, note: optional(text('说明', 2_000)) };
  return { 合格: outcome(), 基本合格: outcome({ form }), 不合格: outcome({ form }) } as const;
};

/** 审查提出等次，负责人作出结论。 */
function* concluded(c: Inspection, findings: readonly string[]): Step<Conclusion> {
  const { reviewer, decider } = officesFor(c.input);
  const proposed = yield* c.decide('登记管理机关审查', {
    by: reviewer,
    within: limit(c, parameters.review),
    basis: basisOf(c),
    outcomes: grades(c),
    brief: { findings },
  });
  const said = yield* c.decide('年检结论', {
    by: decider,
    within: limit(c, parameters.conclusion),
    basis: basisOf(c),
    separateFrom: ['登记管理机关审查'],
    outcomes: grades(c),
    brief: { findings, proposed: proposed.outcome },
  });
  return { grade: said.outcome, situations: said.outcome === '合格' ? [] : said.form.situations };
}

/** 基本合格、不合格的，限期整改，复查。 */
function* rectified(c: Inspection, { grade, situations }: Conclusion): Step<'整改合格' | '逾期未整改'> {
  const within = limit(c, parameters.rectification);
  const { name } = registeredOf(c.input);
  c.notice('整改通知书', {
    to: 'applicant',
    text: {
      title: '年度检查整改通知书',
      effect: 'informs',
      paragraphs: [
        `“${name}”${c.input.form.year}年度检查结论：${grade}。`,
        ...situations.map((situation) => `情形：${situation}`),
        `请在${within.amount}个月内整改并报送整改报告（${within.basis}）。`,
      ],
    },
  });
  for (;;) {
    const said = yield* c.askApplicant('报送整改报告', {
      by: officesFor(c.input).window,
      within,
      expires: '逾期未整改',
      basis: basisOf(c),
      outcomes: {
        已整改: outcome({
          form: { summary: text('整改情况', 4_000), files: list('材料', file('文件'), 0, 20) },
        }),
        逾期未整改: outcome(),
      },
    });
    if (said.outcome === '逾期未整改') return '逾期未整改';
    const checked = yield* c.decide('复查', {
      by: officesFor(c.input).reviewer,
      within: limit(c, parameters.recheck),
      basis: basisOf(c),
      outcomes: { 整改合格: outcome(), 继续整改: outcome({ opinion: 'required' }) },
    });
    if (checked.outcome === '整改合格') return '整改合格';
  }
}

function told(c: Inspection, conclusion: string, situations: readonly string[]): void {
  const { uscc, year } = c.input.form;
  const { name } = registeredOf(c.input);
  c.record(inspections, {
    subject: `${uscc} ${year}`,
    from: c.today(),
    data: { uscc, name, year, conclusion, situations },
  });
}

export function* procedure(c: Inspection): Step<Result> {
  const { supervisingUnit, name } = registeredOf(c.input);
  const { year } = c.input.form;
  c.label('名称', name);
  c.label('年度', String(year));
  const findings = yield* filed(c);
  if (!findings) {
    told(c, '未参检', []);
    return c.close('未按期报送', { year });
  }
  if (supervisingUnit) yield* supervised(c, supervisingUnit);
  const conclusion = yield* concluded(c, findings);
  const { grade, situations } = conclusion;
  told(c, grade, situations);
  c.notice('年检结论', {
    to: 'public',
    text: {
      title: '社会组织年度检查结论',
      effect: 'informs',
      paragraphs: [`名称：${name}`, `${year}年度检查结论：${grade}`],
    },
  });
  if (grade === '合格') return c.close('合格', { year });
  const done = yield* rectified(c, conclusion);
  return c.close(done === '整改合格' ? grade : '逾期未整改', { year });
}
