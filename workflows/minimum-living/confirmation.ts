/** 审核确认: 报送, a visit by the county where one is due, and the decision. */
import { attention } from '../../contract/names.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { assess, type Case, facts } from './assessment.ts';
import { d57 } from './basis.ts';
import * as forms from './forms.ts';
import { outdated, visit } from './investigation.ts';
import * as parameters from './parameters.ts';
import { type Review, reverified } from './publicity.ts';
import { despiteOf, type Eligibility } from './rules/eligibility.ts';
import { knownFacts, limit, mode, offices } from './terms.ts';

export type Confirmation = {
  readonly agreed: boolean;
  readonly reasons: readonly string[];
  readonly eligibility: Eligibility;
};

/** 第二十条：自收到之日起十个工作日，县级入户调查也在其内。 */
const received = '县级审核确认';

/** 第十九条：报送县级民政部门；由乡镇审核确认的，不用报送。 */
export function* submission(c: Case): Step<void> {
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
export function* confirmation(c: Case, opinion: Review): Step<Confirmation> {
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
