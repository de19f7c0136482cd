/** What is wrong with an application for change besides what its fields say, and what it claims. */
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Claim, OpeningContext } from '../../engine/process/definition.ts';
import { nameRules } from '../organization/parameters.ts';
import { legalRepresentatives, names } from '../organization/registers.ts';
import { normalized, verdictsOn } from '../organization/rules/name.ts';
import { prefixOf } from '../organization/rules/uscc.ts';
import { registeredOf } from '../organization/subject.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { Application } from './application.ts';
import { changed, fieldOf } from './rules/changes.ts';

export function check(form: Application, { at, ruleInForce, about }: OpeningContext): readonly FieldIssue[] {
  const issue = (field: string, text: string): FieldIssue => ({ field, text });
  const registered = registeredOf(about ? { about } : {});
  const { item, name, consentOn, resolvedOn } = form;
  const field = fieldOf[item];
  const others = Object.values(fieldOf).filter((other) => other !== field && form[other] !== undefined);
  const verdicts =
    item === '名称' && name
      ? verdictsOn({ ...name, type: registered.type, people: [] }, ruleInForce(nameRules).value)
      : [];
  return [
    ...(form[field] === undefined ? [issue(field, `变更${item}，请填写新的${item}`)] : []),
    ...others.map((other) => issue(other, `本件变更的是${item}，其他事项请另行申请`)),
    ...(form[field] !== undefined && sameAs(registered, changed(registered, form))
      ? [issue(field, `与登记簿里的相同，没有变更`)]
      : []),
    ...verdicts
      .filter(({ severity }) => severity === 'block')
      .map(({ rule, text }) => issue('name', `${text}（名称管理办法${rule}）`)),
    ...(name && normalized(name.name) !== name.name ? [issue('name', '名称里不能有空白和全角字符')] : []),
    ...(registered.supervisingUnit && !consentOn ? [issue('consentOn', '请填写业务主管单位同意的日期')] : []),
    ...notAfterToday('resolvedOn', '表决日期', resolvedOn, at),
    ...notAfterToday('consentOn', '同意日期', consentOn, at),
  ];
}

const sameAs = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One change of an organisation at a time; a new name and a new legal representative are its own. */
export const claims = ({ uscc, item, name, legalRepresentative }: Application): readonly Claim[] => [
  {
    pool: 'organization-change',
    value: uscc,
    instead: '该组织有一件变更登记正在办理。请办结之后再申请下一项变更。',
  },
  ...(item === '名称' && name
    ? [
        {
          pool: names,
          value: name.name,
          instead: `“${name.name}”已经登记、正在申请，或者更名、注销未满期限。请另拟名称（社会组织名称管理办法第十六条）。`,
        },
      ]
    : []),
  ...(item === '法定代表人' && legalRepresentative && uscc.startsWith(prefixOf.社会团体)
    ? [
        {
          pool: legalRepresentatives,
          value: legalRepresentative.identity.hash,
          instead:
            '新任法定代表人已是其他社会团体的法定代表人，或者正在申请。请另行确定（社会团体登记管理条例第十二条）。',
        },
      ]
    : []),
];
