/** What may be told of a household while its case is open, and put right in its application: the forms, and what is wrong with them. */
import type { FormInput } from '../../contract/command.ts';
import type { Field, Fields, SealedIdentity } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import {
  choice,
  date,
  file,
  identity,
  identityOrCertificate,
  optional,
  text,
} from '../../engine/forms/form.ts';
import type { Fact } from '../../engine/process/act.ts';
import { yuan } from '../wording/money.ts';
import { type Application, incomeLine, propertyItem } from './application.ts';
import { incomeNow, type Living, propertyNow } from './assessment.ts';
import { relations } from './rules/household.ts';

const issue = (field: string, said: string): readonly FieldIssue[] => [{ field, text: said }];

/** One of the household as it is now, chosen by their place in the case: a name as typed is nobody. */
const memberOf = (label: string, of: readonly Living[]): Field<string> =>
  choice(
    label,
    of.map(({ place }) => place),
    Object.fromEntries(
      of.map(({ place, name, relation, identity: { masked } }) => [
        place,
        `${name}（${relation}，尾号${masked.slice(-4)}）`,
      ]),
    ),
  );

export const relativeForm = (of: readonly Living[]) =>
  ({
    member: memberOf('家庭成员', of),
    official: text('经办人员', 40),
    identity: optional(identity('经办人员身份证号码')),
  }) as const;

export const deathForm = (of: readonly Living[]) =>
  ({ member: memberOf('死亡的家庭成员', of), on: date('死亡日期') }) as const;

/** The applicant does not leave: who no longer applies withdraws. */
export const leftForm = (of: readonly Living[]) =>
  ({
    member: memberOf(
      '离开的家庭成员',
      of.filter(({ relation }) => relation !== '本人'),
    ),
    reason: optional(text('原因')),
  }) as const;

export const joinedForm = {
  name: text('姓名', 40),
  identity: identityOrCertificate(),
  relation: choice(
    '与申请人关系',
    relations.filter((relation) => relation !== '本人'),
  ),
  authorisation: file('核对授权书'),
  reason: optional(text('原因')),
} as const;

/** The line that has changed, if it is not a new one: chosen by its place, never by its words. */
const lineOf = (label: string, lines: readonly { readonly place: string; readonly says: string }[]) =>
  lines.length === 0
    ? {}
    : {
        changed: optional(
          choice(
            label,
            lines.map(({ place }) => place),
            Object.fromEntries(lines.map(({ place, says }) => [place, says])),
          ),
        ),
      };

export const incomeForm = (form: Application, known: readonly Fact[]): Fields => ({
  ...lineOf(
    '变化的收入项（新增的不选）',
    incomeNow(form, known).map(({ place, person, kind, item, amountFen }) => ({
      place,
      says: `${person ? `${person}·` : ''}${kind}·${item} ${yuan(amountFen)}`,
    })),
  ),
  line: { ...incomeLine, label: '现在的收入项' },
  reason: text('变化的原因'),
});

export const propertyForm = (form: Application, known: readonly Fact[]): Fields => ({
  ...lineOf(
    '变化的财产项（新增的不选）',
    propertyNow(form, known).map(({ place, kind, valueFen }) => ({
      place,
      says: `${kind} ${yuan(valueFen)}`,
    })),
  ),
  line: { ...propertyItem, label: '现在的财产项' },
  reason: text('变化的原因'),
});

/** Whose income it is, where there are several to have it. */
export function earner(of: readonly Living[], line: Json | undefined): readonly FieldIssue[] {
  const { person } = line as { readonly person?: string };
  if (person === undefined) return of.length > 1 ? issue('line.person', '家庭不止一人，请写明是谁的') : [];
  return of.some(({ name }) => name === person)
    ? []
    : issue('line.person', `家庭成员里没有“${person}”，请按家庭成员的姓名填写`);
}

export const specialForm = {
  kind: choice('情形', ['人户分离', '异地申办', '家庭经济状况调查难度较大', '其他']),
  other: optional(text('其他情形（照县里规定的写）', 60)),
  reason: text('说明', 500),
} as const;

/** 第三十七条：实名的要有姓名和电话，才答复得了。 */
export const complaintForm = {
  content: text('内容', 2_000),
  named: choice('实名或匿名', ['实名', '匿名']),
  name: optional(text('投诉人', 40)),
  phone: optional(text('联系电话', 20)),
} as const;

export const complaintFaults = ({ named, name, phone }: FormInput): readonly FieldIssue[] =>
  named === '实名'
    ? [
        ...(name ? [] : issue('name', '实名的请写明投诉人')),
        ...(phone ? [] : issue('phone', '实名的请写明联系电话，办理结果要告知本人')),
      ]
    : [];

/** Whoever is added has to authorise 核对 as well, which an amendment does not ask for; of materials only whose they are. */
export const amendmentFaults = (
  { members }: Application,
  changes: { readonly [path: string]: Json },
): readonly FieldIssue[] =>
  Object.keys(changes).flatMap((path) => {
    if (path === 'members' || path === `members.${members.length}`)
      return issue(path, '新添的家庭成员请登记情况“家庭人口增加”，附核对授权书；其他的请逐项更正');
    return path.startsWith('materials') && !/^materials\.\d+\.person$/.test(path)
      ? issue(path, '材料请在“补正材料”中提交')
      : [];
  });

/** Nobody is in the household twice. */
export function newcomer(of: readonly Living[], identity: Json | undefined): readonly FieldIssue[] {
  const { hash } = identity as unknown as SealedIdentity;
  return of.some((one) => one.identity.hash === hash) ? issue('identity', '已经是家庭成员，不用再添') : [];
}
