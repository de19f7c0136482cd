/**
 * 最低生活保障审核确认. Reads as 办法 57 号 reads: 申请受理, 家庭经济状况调查, 初审公示, 审核确认, 告知公布.
 * Sources and limits: docs/processes/minimum-living.md.
 */
import type { FormInput } from '../../contract/command.ts';
import { attention } from '../../contract/names.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import { amended, touching } from '../../engine/process/amendment.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { type Accepted, acceptance } from '../stages/acceptance.ts';
import { service } from '../stages/service.ts';
import { limitInWords } from '../wording/limits.ts';
import { labelled, nobodyLeft } from './alongside.ts';
import { type Application, examinedFields, material } from './application.ts';
import { assess, type Case, facts, missing } from './assessment.ts';
import { foundAward } from './award.ts';
import { d57 } from './basis.ts';
import { answerComplaints, filedForReview } from './complaints.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import { outdated, verification, visit } from './investigation.ts';
import * as parameters from './parameters.ts';
import { publicity, type Review, reverified, review } from './publicity.ts';
import { filed, fileRelatives } from './relatives.ts';
import { despiteOf, type Eligibility } from './rules/eligibility.ts';
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

type Confirmation = {
  readonly agreed: boolean;
  readonly reasons: readonly string[];
  readonly eligibility: Eligibility;
};

/** 第二十条：自收到之日起十个工作日，县级入户调查也在其内。 */
const received = '县级审核确认';

/** 第十九条：报送县级民政部门；由乡镇审核确认的，不用报送。 */
function* submission(c: Case): Step<void> {
  if (mode(c) !== 'COUNTY') return;
  yield* c.decide('报送', {
    by: offices(c).reviewer,
    within: limit(c, parameters.submission),
    basis: d57('第十九条'),
    outcomes: { 已报送: outcome() },
  });
  c.startClock(received, limit(c, parameters.countyReview), { kind: '法定' });
}

/** 第二十条：单独登记备案或者审核确认阶段接到投诉、举报的，县级民政部门应当入户调查。 */
function* confirmation(c: Case, opinion: Review): Step<Confirmation> {
  const byCounty = mode(c) === 'COUNTY';
  const { form } = c.input;
  let mustVisit =
    form.nearRelatives.length > 0 || c.known(facts.complaint).length + c.known(facts.relative).length > 0;
  for (let reviewed = opinion; ; ) {
    if (mustVisit) yield* visit(c, '县级入户调查', offices(c).countyVisitor, d57('第二十条第二款'));
    const stage = yield* c.race({
      confirmed: c.decide('审核确认', {
        by: byCounty ? offices(c).confirmer : offices(c).townshipHead,
        ...(byCounty ? { clock: received } : { within: limit(c, parameters.townshipDecision) }),
        basis: d57('第二十条、第二十一条'),
        separateFrom: ['初审'],
        outcomes: forms.confirmOutcomes(form, reviewed.assessed, reviewed.verified.reportedOn),
        brief: {
          favours: reviewed.favours,
          reasons: reviewed.reasons,
          computation: reviewed.eligibility,
        },
      }),
      complaint: c.await(facts.complaint),
      relative: c.await(facts.relative),
      outdated: () => outdated(c, reviewed.verified),
    });
    if (stage.winner === 'confirmed') {
      const { value } = stage;
      if (byCounty) c.stopClock(received);
      const eligibility = assess(form, knownFacts(c), reviewed.assessed, c.today(), c.ruleInForce);
      const agreed = value.outcome === '同意';
      if (eligibility.eligible !== agreed)
        c.label(attention, agreed ? '测算不符合条件而同意' : '测算符合条件而不同意');
      if (!agreed) return { agreed, reasons: value.form.reasons, eligibility };
      const { despite } = value.form;
      return {
        agreed,
        reasons: [],
        eligibility: despite ? despiteOf(eligibility, despite, c.today()) : eligibility,
      };
    }
    if (stage.winner === 'outdated') reviewed = yield* reverified(c, reviewed);
    mustVisit = stage.winner !== 'outdated';
  }
}

/** 第二十一条、第二十四条、第二十五条：确认的发给确认通知，公布，自作出决定之日的下月起发放。 */
function* confirmed(c: Case, { eligibility }: Confirmation): Step<Result> {
  const { name, account } = c.input.form.applicant;
  const { amount, payFrom, headCount } = eligibility;
  if (!amount || !payFrom) throw new Error('a confirmed household has an amount');
  const by = issuer(c, deciding(c));
  c.stopClock('审核确认');
  c.notice('确认通知书', {
    to: 'applicant',
    text: documents.confirmationNotice(by, name, eligibility, c.ruleInForce(parameters.reviewCycle).value),
  });
  c.notice('公布', { to: 'public', text: documents.publicationNotice(by, name, eligibility) });
  c.send('列入发放名单', {
    kind: 'final',
    system: 'bank',
    payload: { account, payee: name, amountFen: amount.monthlyFen, fromMonth: payFrom },
  });
  foundAward(c, eligibility);
  message(c, '审核确认结果', { result: '同意' });
  answerComplaints(c);
  yield* c.race({
    done: () =>
      c.all({
        served: service(c, '送达确认通知书', {
          by: offices(c).window,
          within: limit(c, parameters.confirmationService),
          basis: d57('第二十一条'),
        }),
        published: c.decide('公布', {
          by: offices(c).reviewer,
          within: limit(c, parameters.publication),
          basis: d57('第二十四条'),
          outcomes: { 已公布: outcome({ form: { place: text('公布地点', 60) } }) },
        }),
      }),
    complaints: () => filedForReview(c),
  });
  return c.close('确认同意', { amountFen: amount.monthlyFen, payFrom, headCount });
}

/** 第二十一条：不予确认同意的，自作出决定之日起三个工作日内书面告知并说明理由。 */
function* refused(c: Case, { reasons, eligibility }: Confirmation): Step<Result> {
  c.stopClock('审核确认');
  c.notice('不予确认同意告知书', {
    to: 'applicant',
    text: documents.refusalNoticeText(
      issuer(c, deciding(c)),
      c.input.form.applicant.name,
      reasons,
      eligibility,
    ),
  });
  message(c, '审核确认结果', { result: '不同意' });
  answerComplaints(c);
  yield* c.race({
    done: service(c, '送达不予确认同意告知书', {
      by: offices(c).window,
      within: limit(c, parameters.refusalNotice),
      basis: d57('第二十一条'),
    }),
    complaints: () => filedForReview(c),
  });
  return c.close('不予确认同意', { reasons });
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
