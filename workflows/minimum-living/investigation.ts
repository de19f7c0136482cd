/** 家庭经济状况调查: 信息核对 and 入户调查, side by side. */
import type { Office } from '../../contract/actor.ts';
import { parseDate } from '../../engine/clock/time.ts';
import { allAnswered, outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { limitInWords, toDay } from '../wording/limits.ts';
import { type Case, living } from './assessment.ts';
import { d57 } from './basis.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import * as parameters from './parameters.ts';
import { issuer, knownFacts, limit, message, offices } from './terms.ts';

/** What 核对 has found against the household, and the day of its report. */
export type Verified = { readonly ineligible: readonly string[]; readonly reportedOn: string };

/** 第十七条、第十八条：提请核对，核对结果不符的告知申请人，有异议并提供证明的复查。 */
export function* verification(c: Case): Step<Verified> {
  yield* c.decide('提请信息核对', {
    by: offices(c).visitor,
    within: limit(c, parameters.investigationStart),
    basis: d57('第十五条、第十七条'),
    outcomes: { 已提请: outcome() },
  });
  const answered = yield* c.inquire('信息核对', {
    by: offices(c).verifier,
    system: 'verification',
    sources: c.ruleInForce(parameters.verificationSources).value,
    question: {
      scope: '家庭经济状况',
      people: living(c.input.form, knownFacts(c)).map(({ name, identity }) => ({ name, identity })),
    },
    within: limit(c, parameters.verificationFinish),
    basis: d57('第十七条'),
    outcomes: { 按已有结果继续: outcome({ opinion: 'required', after: 'due' }) },
  });
  const report = yield* c.decide('核对报告', {
    by: offices(c).verifier,
    within: limit(c, parameters.verificationReport),
    basis: d57('第十七条、第十八条'),
    outcomes: forms.verificationOutcomes,
    brief: { complete: answered.outcome === allAnswered, answers: answered.answers },
  });
  const reportedOn = c.today();
  if (report.outcome === '相符') return { ineligible: [], reportedOn };
  const { findings } = report.form;
  c.notice('核对结果告知书', {
    to: 'applicant',
    text: documents.verificationNotice(
      issuer(c, c.input.unit),
      c.input.form.applicant.name,
      findings,
      limitInWords(limit(c, parameters.objectionWindow)),
    ),
  });
  message(c, '核对结果告知', {});
  const objection = yield* c.askApplicant('核对结果异议', {
    by: offices(c).window,
    within: limit(c, parameters.objectionWindow),
    expires: '逾期未提出',
    basis: d57('第十八条'),
    outcomes: forms.objectionOutcomes,
  });
  if (objection.outcome !== '提出异议') return { ineligible: findings, reportedOn };
  const recheck = yield* c.decide('复查', {
    by: offices(c).visitor,
    within: limit(c, parameters.recheck),
    basis: d57('第十八条'),
    outcomes: forms.recheckOutcomes,
    brief: { statement: objection.form.statement, evidence: objection.form.evidence },
  });
  return { ineligible: recheck.outcome === '异议成立' ? [] : findings, reportedOn };
}

/** 第十七条：核对报告过了有效期；没有过的，等到过了。过了的重新核对。 */
export function* outdated(c: Case, { reportedOn }: Verified): Step<void> {
  const { value, basis } = c.ruleInForce(parameters.reportValidity);
  const lastDay = parseDate(reportedOn) + value;
  if (parseDate(c.today()) > lastDay) return;
  yield* c.wait('核对报告有效期', {
    by: offices(c).verifier,
    within: toDay(c, lastDay + 1, basis),
    basis: d57('第十七条'),
  });
}

export function* visit(c: Case, name: string, by: Office, basis: string): Step<unknown> {
  return yield* c.decide(name, {
    by,
    within: limit(c, parameters.homeVisit),
    basis,
    outcomes: forms.visitOutcomes(c.today()),
  });
}
