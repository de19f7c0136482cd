/** Puts an application, what the officers found and what the case has been told together into the rule's terms. */

import type { Json, RuleName, RuleRow } from '../../contract/rule.ts';
import type { Fact } from '../../engine/process/act.ts';
import type { CaseInput, Context, RuleInForce } from '../../engine/process/definition.ts';
import type { Application, application } from './application.ts';
import { requiredMaterials } from './parameters.ts';
import { type Circumstances, type Eligibility, eligibility } from './rules/eligibility.ts';
import { mayApplyAlone } from './rules/household.ts';
import { type Gap, gaps } from './rules/materials.ts';

export type Case = Context<CaseInput<typeof application>>;
export type Read = <V extends Json>(rule: RuleName<V>) => RuleRow<V> | RuleInForce<V>;

/** What an officer assessed where it differs from the declaration. */
export type Assessed = Pick<Circumstances, 'income' | 'deductions' | 'property' | 'difficulty'>;

export const facts = {
  death: '家庭成员死亡',
  left: '家庭人口减少',
  joined: '家庭人口增加',
  complaint: '投诉举报',
  relative: '近亲属披露',
  emergency: '重大突发事件',
  income: '家庭收入变化',
  property: '家庭财产变化',
  special: '特殊情况',
} as const;

type Member = Application['members'][number];

/** Somebody of the household by their place in the case: in the application, or among who joined. */
export type Living = Pick<Member, 'name' | 'relation' | 'identity'> &
  Partial<Member> & { readonly place: string };

/** The household as it is now: the application, less who died or left, plus who joined. */
export function living(form: Application, known: readonly Fact[]): readonly Living[] {
  const gone = known.flatMap(({ name, data }) =>
    name === facts.death || name === facts.left ? [String(data['member'])] : [],
  );
  const applied = form.members.map((member, i) => ({ ...member, place: `members.${i}` }));
  const joined = known.flatMap(({ name, seq, data }) =>
    name === facts.joined ? [{ ...(data as unknown as Member), place: `joined.${seq}` }] : [],
  );
  return [...applied, ...joined].filter(({ place }) => !gone.includes(place));
}

/** Of those, whom the application is for: one who applies alone stands for nobody else. */
export function applying(form: Application, known: readonly Fact[]): readonly Living[] {
  const now = living(form, known);
  return form.alone ? now.filter(({ relation }) => relation === '本人') : now;
}

/** A line of what is declared by its place: in the application, or among what has been told of since. */
type Placed<T> = T & { readonly place: string };

/** What stands there now: each line as it was told last. */
function linesNow<T>(name: string, lines: readonly T[], known: readonly Fact[]): readonly Placed<T>[] {
  const kind = name === facts.income ? 'income' : 'property';
  const now = new Map(lines.map((line, i) => [`${kind}.${i}`, line]));
  for (const fact of known)
    if (fact.name === name)
      now.set(String(fact.data['changed'] ?? `told.${fact.seq}`), fact.data['line'] as T);
  return [...now].map(([place, line]) => ({ ...line, place }));
}

export const incomeNow = (form: Application, known: readonly Fact[]) =>
  linesNow(facts.income, form.income, known);
export const propertyNow = (form: Application, known: readonly Fact[]) =>
  linesNow(facts.property, form.property, known);

export function assess(
  form: Application,
  known: readonly Fact[],
  assessed: Assessed | undefined,
  date: string,
  read: Read,
): Eligibility {
  const { income, deductions, property } = assessed ?? {
    income: incomeNow(form, known),
    deductions: form.deductions,
    property: propertyNow(form, known),
  };
  const counted = applying(form, known);
  return eligibility(
    {
      area: form.applicant.area,
      members: counted.map((one) => ({ ...one, birthDate: one.identity.birthDate })),
      income,
      deductions,
      property,
      difficulty: assessed?.difficulty,
    },
    date,
    read,
  );
}

/** Everything missing at once, with what was handed in since. */
export function missing(
  form: Application,
  supplied: Application['materials'],
  date: string,
  read: Read,
): readonly Gap[] {
  const materials = [...form.materials, ...supplied];
  const brought = {
    date,
    people: form.members.map(({ name, identity: { birthDate } }) => ({ name, birthDate })),
    authorisedBy: materials.flatMap(({ name, person }) =>
      name === '家庭经济状况核对授权书' && person ? [person] : [],
    ),
    given: materials.map(({ name }) => name),
    byAgent: form.applicant.byAgent,
  };
  const found = gaps(brought, read(requiredMaterials).value);
  const { alone, applicant } = form;
  if (!alone) return found;
  const self = form.members.find(({ relation }) => relation === '本人');
  const allowed = mayApplyAlone({
    ...alone,
    disability: self?.disability,
    seriousIllness: self?.seriousIllness === true,
  });
  return allowed.allowed
    ? found
    : [...found, { item: `${applicant.name}的单人户申请理由`, reason: `${allowed.why}（${allowed.basis}）` }];
}
