/**
 * 最低生活保障审核确认. Reads as 办法 57 号 reads: 申请受理, 家庭经济状况调查, 初审公示, 审核确认, 告知公布.
 * Sources and limits: docs/processes/minimum-living.md.
 */
import type { FormInput } from '../../contract/command.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { amended, touching } from '../../engine/process/amendment.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { type Accepted, acceptance } from '../stages/acceptance.ts';
import { limitInWords } from '../wording/limits.ts';
import { labelled, nobodyLeft } from './alongside.ts';
import { type Application, examinedFields, material } from './application.ts';
import { type Case, facts, missing } from './assessment.ts';
import { d57 } from './basis.ts';
import { confirmed, refused } from './conclusion.ts';
import { type Confirmation, confirmation, submission } from './confirmation.ts';
import * as documents from './documents.ts';
import { verification, visit } from './investigation.ts';
import * as parameters from './parameters.ts';
import { publicity, review } from './publicity.ts';
import { filed, fileRelatives } from './relatives.ts';
import { deciding, groundMissing, issuer, knownFacts, limit, message, mode, offices } from './terms.ts';

/** 第十条：材料不齐的，一次性告知补正；不属于受理范围的，不予受理并说明理由。 */
function* intake(c: Case): Step<Accepted> {
  const name = () => c.input.form.applicant.name;
  return yield* acceptance(c, {
    by: offices(c).window,
    basis: d57('第十条'),
    rejectionBasis: d57('第四条、第十条'),
    reviewWithin: () => limit(c, parameters.intakeReview),
    supplementWithin: () => limit(c, parameters.supplementWindow),
    material,
    missing: (supplied, { at, application, ruleInForce }) =>
      missing(application as unknown as Application, supplied, dateOf(at), ruleInForce),
    rejected: (reason) => {
      c.notice('不予受理告知书', {
        to: 'applicant',
        text: documents.rejectionNotice(issuer(c, c.input.unit), name(), reason),
      });
      message(c, '不予受理', { reason });
    },
    told: (gaps) => {
      const within = limitInWords(limit(c, parameters.supplementWindow));
      c.notice('一次性告知书', {
        to: 'applicant',
        text: documents.supplementNotice(issuer(c, c.input.unit), name(), gaps, within),
      });
      message(c, '补正告知', { items: String(gaps.length) });
    },
  });
}

/** 第十五条至第二十一条，一次：核对、调查，初审、公示，审核确认。 */
function* examined(c: Case): Step<Confirmation> {
  const { verified } = yield* c.all({
    verified: () => verification(c),
    visited: () => visit(c, '入户调查', offices(c).visitor, d57('第十五条、第十六条')),
  });
  const reviewed = yield* publicity(c, yield* review(c, verified));
  yield* submission(c);
  return yield* confirmation(c, reviewed);
}

/** 受理之后家庭成员、收入、财产变化和申报更正的：不经核对、调查的不能领到低保金，核对、调查、初审、公示都重新办。 */
function* decided(c: Case): Step<Confirmation> {
  for (;;) {
    // What is known by now is what is examined.
    knownFacts(c);
    const stage = yield* c.race({
      examined: () => examined(c),
      joined: () => c.await(facts.joined),
      left: () => c.await(facts.left),
      died: () => c.await(facts.death),
      earned: () => c.await(facts.income),
      owned: () => c.await(facts.property),
      corrected: () => c.await(amended, touching(examinedFields)),
    });
    if (stage.winner === 'examined') return stage.value;
  }
}

function* course(c: Case): Step<Result> {
  const taken = yield* intake(c);
  if (taken === '逾期未补正') {
    const within = limitInWords(limit(c, parameters.supplementWindow));
    c.notice('逾期未补正告知书', {
      to: 'applicant',
      text: documents.notSuppliedNotice(issuer(c, c.input.unit), c.input.form.applicant.name, within),
    });
  }
  if (taken !== '受理') return c.close(taken);
  const byCounty = mode(c) === 'COUNTY';
  const total = limit(c, byCounty ? parameters.totalByCounty : parameters.totalByTownship);
  const extended = limit(c, parameters.totalExtended);
  c.accept();
  fileRelatives(c);
  c.startClock('审核确认', total, {
    kind: '法定',
    extension: {
      to: extended,
      reasons: c.ruleInForce(parameters.extensionReasons).value,
      stands: groundMissing,
      approver: byCounty ? offices(c).countyHead : offices(c).townshipHead,
      notice: (reason, lastDay) =>
        documents.extensionNotice(
          issuer(c, deciding(c)),
          c.input.form.applicant.name,
          reason,
          extended.amount,
          lastDay,
        ),
    },
  });
  c.notice('受理通知书', {
    to: 'applicant',
    text: documents.acceptanceNotice(
      issuer(c, c.input.unit),
      c.input.form.applicant.name,
      total.amount,
      total.basis,
    ),
  });
  message(c, '受理', { days: String(total.amount) });
  const decision = yield* decided(c);
  return decision.agreed ? yield* confirmed(c, decision) : yield* refused(c, decision);
}

export function* procedure(c: Case): Step<Result> {
  const { value } = yield* c.race({
    course: () => course(c),
    nobodyLeft: () => nobodyLeft(c),
    labelled: () => labelled(c),
    filed: () => filed(c),
  });
  return value;
}

/** 第二十九条：终止审核确认程序的，书面告知。 */
export function tellOfEnding(
  c: Case,
  { name, form }: { readonly name: string; readonly form: FormInput },
): void {
  if (name === '撤回') return;
  c.notice('终止审核确认程序告知书', {
    to: 'applicant',
    text: documents.terminationNotice(issuer(c, deciding(c)), c.input.form.applicant.name, name, {
      remindedOn: String(form['remindedOn']),
      finding: String(form['finding']),
    }),
  });
  message(c, '程序终止', {});
}
