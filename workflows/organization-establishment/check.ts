/** What is wrong with an application besides what its fields say: told at the window, before there is a case. */
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Claim, OpeningContext } from '../../engine/process/definition.ts';
import { nameRules } from '../organization/parameters.ts';
import { legalRepresentatives, names } from '../organization/registers.ts';
import { normalized, verdictsOn } from '../organization/rules/name.ts';
import type { Application } from './application.ts';
import * as parameters from './parameters.ts';
import { isRegistrable } from './terms.ts';

const elsewhere: { readonly [type in Application['type']]?: string } = {
  基金会: '基金会由省级以上民政部门登记，请向自治区民政厅申请（基金会管理条例第六条）',
  境外非政府组织代表机构:
    '境外非政府组织代表机构由公安机关登记，请向自治区公安厅申请（境外非政府组织境内活动管理法）',
};

export function check(form: Application, { ruleInForce }: OpeningContext): readonly FieldIssue[] {
  const issue = (field: string, text: string): FieldIssue => ({ field, text });
  const guidance = elsewhere[form.type];
  if (guidance || !isRegistrable(form)) return [issue('type', guidance ?? '不在登记范围')];
  const { route, category, supervisingUnit, industryUnit, founders, officers, legalRepresentative } = form;
  const people = [...founders, ...officers].map(({ name }) => name);
  const direct = ruleInForce(parameters.directCategories).value;
  const twice = (list: typeof founders): boolean =>
    new Set(list.map(({ identity }) => identity.hash)).size < list.length;
  return [
    ...verdictsOn({ ...form, people }, ruleInForce(nameRules).value)
      .filter(({ severity }) => severity === 'block')
      .map(({ rule, text }) => issue('name', `${text}（名称管理办法${rule}）`)),
    ...(normalized(form.name) === form.name ? [] : [issue('name', '名称里不能有空白和全角字符')]),
    ...(route === '双重管理' && !supervisingUnit
      ? [issue('supervisingUnit', '双重管理的，请填写业务主管单位')]
      : []),
    ...(route === '直接登记' && !industryUnit
      ? [issue('industryUnit', '直接登记的，请填写行业管理部门')]
      : []),
    ...(route === '直接登记' && !(category && direct.includes(category))
      ? [issue('category', `可以直接登记的类别：${direct.join('、')}；其他的请按双重管理申请`)]
      : []),
    ...(twice(founders) ? [issue('founders', '同一人不能填写两次')] : []),
    ...(twice(officers) ? [issue('officers', '同一人不能填写两次')] : []),
    ...(officers.some(({ identity }) => identity.hash === legalRepresentative.identity.hash)
      ? []
      : [issue('legalRepresentative', '拟任法定代表人应当是拟任负责人之一')]),
  ];
}

/** 名称管理办法第五条、第十六条；条例第十二条：名称、社会团体法定代表人只能有一个。 */
export const claims = ({ type, name, legalRepresentative }: Application): readonly Claim[] => [
  {
    pool: names,
    value: name,
    instead: `“${name}”已经登记、正在申请，或者更名、注销未满期限。请另拟名称（社会组织名称管理办法第十六条）。`,
  },
  ...(type === '社会团体'
    ? [
        {
          pool: legalRepresentatives,
          value: legalRepresentative.identity.hash,
          instead:
            '拟任法定代表人已是其他社会团体的法定代表人，或者正在申请。请另行确定（社会团体登记管理条例第十二条）。',
        },
      ]
    : []),
];
