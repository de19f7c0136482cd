/** What is wrong with an application as a whole: who is who, by the identity number, and what cannot be. */
import { ageOn } from '../../../contract/identity-number.ts';
import type { FieldIssue } from '../../../contract/refusal.ts';
import type { Relation } from './household.ts';

type Known = {
  readonly hash: string;
  readonly birthDate: string;
  readonly byCertificate?: true | undefined;
};
type Member = { readonly name: string; readonly identity: Known; readonly relation: Relation };
type Owned = { readonly person?: string | undefined };
export type Persons = {
  readonly applicant: { readonly name: string; readonly identity: Known };
  readonly members: readonly Member[];
  readonly nearRelatives: readonly { readonly member: string }[];
  readonly materials: readonly Owned[];
  readonly income: readonly Owned[];
  readonly deductions: readonly Owned[];
  readonly appliedOn: string;
};

const issue = (field: string, text: string): readonly FieldIssue[] => [{ field, text }];
const adult = 18;

/** What nobody who stands in that relation to the applicant can be. */
function impossible(
  { relation, identity: { birthDate, byCertificate } }: Member,
  applicant: string,
  on: string,
): string | undefined {
  const age = ageOn(birthDate, on);
  if (byCertificate && relation !== '未成年子女')
    return '凭出生医学证明填的，须是还没有身份证号码的未成年子女';
  if (relation === '未成年子女' && age >= adult) return `${birthDate}出生，已满十八周岁，不是未成年子女`;
  if (relation === '不能独立生活的成年子女' && age < adult)
    return `${birthDate}出生，未满十八周岁，请选“未成年子女”`;
  if (relation.endsWith('子女') && birthDate <= applicant)
    return `${birthDate}出生，比申请人年长，不是申请人的子女`;
  if (relation === '配偶' && age < adult) return `${birthDate}出生，未满十八周岁，不是配偶`;
  return undefined;
}

function membersOf({ applicant, members }: Persons, on: string): readonly FieldIssue[] {
  const { hash, birthDate } = applicant.identity;
  const firstOf = ({ identity }: Member): number =>
    members.findIndex((other) => other.identity.hash === identity.hash);
  const twice = members.flatMap((member, i) => {
    const first = firstOf(member);
    return first < i ? issue(`members.${i}.identity`, `与第${first + 1}项是同一个人，请去掉一项`) : [];
  });
  const self = members.findIndex(({ identity }) => identity.hash === hash);
  const missing = self < 0 ? issue('members', '家庭成员里没有申请人本人，请添上，与申请人关系选“本人”') : [];
  const each = members.flatMap((member, i) => {
    if (firstOf(member) < i) return [];
    const at = `members.${i}`;
    if (i === self) {
      if (member.relation !== '本人') return issue(`${at}.relation`, '这是申请人，与申请人关系应为“本人”');
      return member.name === applicant.name ? [] : issue(`${at}.name`, '与申请人的姓名不一致，请核对');
    }
    if (member.relation === '本人')
      return issue(`${at}.relation`, '不是申请人的号码，与申请人关系不能是“本人”');
    const why = impossible(member, birthDate, on);
    return why === undefined ? [] : issue(`${at}.relation`, why);
  });
  const unborn = members.flatMap(({ identity }, i) =>
    identity.birthDate > on ? issue(`members.${i}.identity`, '出生日期在今天之后，请核对号码') : [],
  );
  return [...twice, ...missing, ...each, ...unborn];
}

/** Whatever names a member names one who is there; where there are several, money says whose it is. */
function namedOf({ members, nearRelatives, materials, income, deductions }: Persons): readonly FieldIssue[] {
  const isThere = (name: string): boolean => members.some((member) => member.name === name);
  const unknown = (field: string, name: string): readonly FieldIssue[] =>
    isThere(name) ? [] : issue(field, `家庭成员里没有“${name}”，请按家庭成员的姓名填写`);
  const owned = (list: string, items: readonly Owned[], wants: boolean): readonly FieldIssue[] =>
    items.flatMap(({ person }, i) => {
      const at = `${list}.${i}.person`;
      if (person !== undefined) return unknown(at, person);
      return wants && members.length > 1 ? issue(at, '家庭不止一人，请写明是谁的') : [];
    });
  return [
    ...nearRelatives.flatMap(({ member }, i) => unknown(`nearRelatives.${i}.member`, member)),
    ...owned('materials', materials, false),
    ...owned('income', income, true),
    ...owned('deductions', deductions, true),
  ];
}

/** `today` is the day it is handed in. */
export const personFaults = (form: Persons, today: string): readonly FieldIssue[] => [
  ...membersOf(form, today),
  ...namedOf(form),
  ...(form.appliedOn > today ? issue('appliedOn', '申请日期不能在今日之后') : []),
];
