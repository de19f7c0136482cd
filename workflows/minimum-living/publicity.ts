/** 初审公示: the opinion of 初审, posted for its days; what is objected is looked into, answered, and opined on once more. */
import { outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { answerObjectors, type Objection, publicNotice } from '../stages/public-notice.ts';
import { notAfterToday } from '../wording/dates.ts';
import { type Assessed, assess, type Case } from './assessment.ts';
import { d57 } from './basis.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import { outdated, type Verified, verification, visit } from './investigation.ts';
import * as parameters from './parameters.ts';
import type { Eligibility } from './rules/eligibility.ts';
import { issuer, knownFacts, limit, messageTo, offices } from './terms.ts';

export type Review = {
  readonly favours: boolean;
  readonly assessed: Assessed | undefined;
  readonly reasons: readonly string[];
  readonly eligibility: Eligibility;
  /** What it rests on. */
  readonly verified: Verified;
};

/** 第十九条：提出初审意见；其间核对报告过了有效期的，重新核对后再提。 */
export function* review(c: Case, verified: Verified): Step<Review> {
  const stage = yield* c.race({
    reviewed: () => opinion(c, verified),
    outdated: () => outdated(c, verified),
  });
  return stage.winner === 'reviewed' ? stage.value : yield* review(c, yield* verification(c));
}

/** 第十七条：核对报告过了有效期的，重新核对；查到的变了的重新初审，意见变了的重新公示。 */
export function* reverified(c: Case, reviewed: Review): Step<Review> {
  const verified = yield* verification(c);
  const found = ({ ineligible }: Verified) => ineligible.join('\n');
  if (found(verified) === found(reviewed.verified)) return { ...reviewed, verified };
  const again = yield* review(c, verified);
  return again.favours === reviewed.favours ? again : yield* publicity(c, again);
}

function* opinion(c: Case, verified: Verified): Step<Review> {
  const { form } = c.input;
  // From when it is paid is for 审核确认 to say; a review asked again next month is the same question.
  const { payFrom: _later, ...computation } = assess(
    form,
    knownFacts(c),
    undefined,
    c.today(),
    c.ruleInForce,
  );
  const said = yield* c.decide('初审', {
    by: offices(c).reviewer,
    within: limit(c, parameters.preliminary),
    basis: d57('第十九条'),
    outcomes: forms.reviewOutcomes(form, verified.reportedOn),
    brief: {
      ineligible: verified.ineligible,
      computation,
    },
  });
  const { assessed } = said.form;
  const eligibility = assess(form, knownFacts(c), assessed, c.today(), c.ruleInForce);
  return {
    favours: said.outcome === '拟同意',
    assessed,
    reasons: said.outcome === '拟同意' ? [] : said.form.reasons,
    eligibility,
    verified,
  };
}

/** 第十九条：有异议的重新调查或者民主评议，答复每个异议人，再提出初审意见，不再公示。 */
function* objected(c: Case, objections: readonly Objection[], { verified }: Review): Step<Review> {
  const by = offices(c).reviewer;
  const basis = d57('第十九条');
  const way = yield* c.decide('异议处理', {
    by,
    within: limit(c, parameters.objectionHandling),
    basis,
    outcomes: { 重新调查: outcome({ opinion: 'required' }), 民主评议: outcome({ opinion: 'required' }) },
    brief: { objections: objections.map(({ objector, content }) => `${objector}：${content}`) },
  });
  if (way.outcome === '重新调查') yield* visit(c, '重新调查', offices(c).visitor, d57('第十六条、第十九条'));
  else
    yield* c.decide('民主评议', {
      by,
      within: limit(c, parameters.peerReview),
      basis,
      outcomes: {
        已评议: outcome({
          form: forms.peerReviewForm,
          check: ({ heldOn }, { at }) => notAfterToday('heldOn', '评议日期', heldOn, at),
        }),
      },
    });
  yield* answerObjectors(c, objections, {
    by,
    within: limit(c, parameters.objectionAnswer),
    basis,
    told: (phone, reply) => messageTo(c, phone, '异议答复', { reply }),
  });
  // What 核对 found is still in hand.
  return yield* review(c, verified);
}

/** 第十九条：公示七天，自张贴之日起。 */
export function* publicity(c: Case, first: Review): Step<Review> {
  const { name, village } = c.input.form.applicant;
  const within = limit(c, parameters.publicNoticeDays);
  const { headCount } = first.eligibility;
  const conclusion = first.favours ? '拟同意' : '拟不同意';
  const text = documents.preliminaryPublicNotice(issuer(c, c.input.unit), {
    name,
    village,
    headCount,
    conclusion,
    days: within.amount,
  });
  c.notice('初审公示（张贴用）', { to: 'file', text });
  yield* c.decide('张贴公示', {
    by: offices(c).reviewer,
    within: limit(c, parameters.posting),
    basis: d57('第十九条'),
    outcomes: forms.postingOutcomes(c.today()),
  });
  // Its whole seven days, from when it is up.
  const objections = yield* publicNotice(c, {
    by: offices(c).reviewer,
    basis: d57('第十九条'),
    within,
    document: { name: '初审公示', text },
  });
  return objections.length === 0 ? first : yield* objected(c, objections, first);
}
