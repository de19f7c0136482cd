/** 告知公布: what follows from the decision, for the applicant, the public and the bank. */
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { service } from '../stages/service.ts';
import type { Case } from './assessment.ts';
import { foundAward } from './award.ts';
import { d57 } from './basis.ts';
import { answerComplaints, filedForReview } from './complaints.ts';
import type { Confirmation } from './confirmation.ts';
import * as documents from './documents.ts';
import * as parameters from './parameters.ts';
import { deciding, issuer, limit, message, offices } from './terms.ts';

/** 第二十一条、第二十四条、第二十五条：确认的发给确认通知，公布，自作出决定之日的下月起发放。 */
export function* confirmed(c: Case, { eligibility }: Confirmation): Step<Result> {
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
export function* refused(c: Case, { reasons, eligibility }: Confirmation): Step<Result> {
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
