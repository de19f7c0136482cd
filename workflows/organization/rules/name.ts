/** 社会组织名称: what the rules say of a proposed name, each verdict with its clause. Source: 民政部令第69号, 条例第十条. */
import type { OrganizationType } from './uscc.ts';

export type ProposedName = {
  readonly type: OrganizationType;
  readonly name: string;
  /** 字号; a 社会团体 has none. */
  readonly distinctive?: string | undefined;
  /** 行（事）业领域, or 会员组成. */
  readonly field: string;
  /** 组织形式. */
  readonly form: string;
  /** Founders and officers, for natural persons' names. */
  readonly people: readonly string[];
};

export type NameRules = {
  /** 行政区划名称 of the registrar. */
  readonly region: string;
  readonly forms: { readonly [type in OrganizationType]: readonly string[] };
  /** Nowhere in a local name. */
  readonly forbidden: readonly string[];
  /** Only as a genuine qualifier of the field. */
  readonly doubtful: readonly string[];
  /** Words of state organs, public institutions, enterprises. */
  readonly misleading: readonly string[];
};

export type Verdict = {
  readonly rule: string;
  /** `block`: the name cannot be registered. `warn`: a person decides. */
  readonly severity: 'block' | 'warn';
  readonly text: string;
};

const holding = (name: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => name.includes(word));

/** Everything the rules find in a name; nothing if it is in order. */
export function verdictsOn(proposed: ProposedName, rules: NameRules): readonly Verdict[] {
  const { type, name, distinctive = '', field, form, people } = proposed;
  const block = (rule: string, text: string): Verdict => ({ rule, severity: 'block', text });
  const warn = (rule: string, text: string): Verdict => ({ rule, severity: 'warn', text });
  const due = rules.region + distinctive + field + form;
  const found: Verdict[] = [];
  if (!/^\p{Script=Han}+$/u.test(name)) found.push(block('第六条', '名称应当使用规范汉字'));
  if (!name.startsWith(rules.region)) found.push(block('第八条', `名称应当以“${rules.region}”开头`));
  if (!rules.forms[type].includes(form))
    found.push(block('第八条', `${type}的组织形式应为：${rules.forms[type].join('、')}`));
  if (name.startsWith(rules.region) && name !== due)
    found.push(
      block(
        '第八条',
        `名称应当由行政区划、${type === '社会团体' ? '' : '字号、'}行（事）业领域、组织形式依次组成：“${due}”`,
      ),
    );
  if (type === '社会团体' && distinctive) found.push(block('第八条', '社会团体名称不含字号'));
  if (type === '民办非企业单位' && [...distinctive].length < 2)
    found.push(block('第八条', '民办非企业单位名称应当有两个字以上的字号'));
  for (const word of holding(name, rules.forbidden))
    found.push(block('第十条', `地方社会组织名称不得使用“${word}”`));
  for (const word of holding(name.slice(rules.region.length), rules.misleading))
    found.push(block('第九条', `“${word}”易使人误认为机关、事业单位或者企业`));
  for (const word of holding(name, rules.doubtful))
    found.push(warn('第十条', `“${word}”只能是行（事）业领域的真实限定语，请核实`));
  for (const person of new Set(people.filter((one) => name.includes(one))))
    found.push(warn('第十五条', `含自然人姓名“${person}”：须本人同意，并核实其未受剥夺政治权利的处罚`));
  return found;
}

/** A name as it is compared with others: without blanks, in one form of its characters. */
export const normalized = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
