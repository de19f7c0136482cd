/** 在保: what a confirmation founds, to be paid, looked into and changed for as long as it lasts. */
import { ageOn } from '../../contract/identity-number.ts';
import { applying, type Case } from './assessment.ts';
import type { Eligibility } from './rules/eligibility.ts';
import { knownFacts } from './terms.ts';

const matter = 'minimum-living-award';

/** The applicant's award, however often they are confirmed. */
export const awardOf = (c: Case) => ({ pool: matter, value: c.input.form.applicant.identity.hash });

const [workingFrom, workingTo] = [16, 60];

/** 第三十一条：有劳动能力的半年核查一次：somebody of working age whom no disability or illness keeps from work. */
const ableToWork = (c: Case): boolean =>
  applying(c.input.form, knownFacts(c)).some(({ identity, disability, seriousIllness }) => {
    const age = ageOn(identity.birthDate, c.today());
    const kept = seriousIllness === true || (disability !== undefined && disability.grade <= 2);
    return age >= workingFrom && age < workingTo && !kept;
  });

export function foundAward(c: Case, { household, amount, payFrom }: Eligibility): void {
  const { name, identity, phone, village, account } = c.input.form.applicant;
  const money = { amountFen: amount?.monthlyFen ?? 0, payFrom: payFrom ?? '' };
  const counted = new Set(household.flatMap((one) => (one.counted ? [one.name] : [])));
  c.found('在保', {
    matter,
    unit: c.input.unit,
    form: {
      payee: { name, identity, phone, village, account },
      members: applying(c.input.form, knownFacts(c))
        .filter((one) => counted.has(one.name))
        .map((one) => ({ name: one.name, identity: one.identity, relation: one.relation })),
      ableToWork: ableToWork(c),
      ...money,
    },
    instead: { fact: '重新确认', data: money },
  });
}
