/** 统一社会信用代码和名称规则：已知的真假代码、逐条规则。 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type NameRules,
  normalized,
  type ProposedName,
  verdictsOn,
} from '../../../workflows/organization/rules/name.ts';
import { bodyCheck, check, faultOf } from '../../../workflows/organization/rules/uscc.ts';

test.each([
  '12100000400002259P',
  '91350200MA2YJ1XR9G',
  '91330100799655058B',
  '91440101MA5CJQ4N59',
  '9135021359498494XQ',
  '123502001549897397',
  '51640221MJX0000189',
  '52640221MJX0000261',
  '53640000MJX0000341',
  '59640221MJX0000421',
  '51640221MJX123456M',
  '52640221MJX6789025',
  '51640221MJX00000X9',
  '51640221MJX000050L',
  '51640221MJX000034Y',
  '51640221MJX0001570',
])('%s 两个校验码都对', (code) => {
  expect(faultOf(code)).toBeUndefined();
});

test.each([
  ['91350203M0001QAY9B', '第18位'],
  ['51640221MJX0000289', '第17位'],
  ['51640221MJX000018', '18位'],
  ['51640221MJX00O0189', '不允许的字符'],
  ['5164022AMJX0000189', '不允许的字符'],
])('%s：%s 不符', (code, why) => {
  expect(faultOf(code)).toContain(why);
});

test('错一个字符、相邻两个字符对调，都查得出', () => {
  const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const sign = fc.constantFrom(...signs);
  fc.assert(
    fc.property(
      fc.array(sign, { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 0, max: 16 }),
      sign,
      (body, place, other) => {
        const first8 = body.join('');
        const first17 = `51640221${first8}${bodyCheck(first8)}`;
        const code = first17 + check(first17);
        const at = (i: number): string => code[i] ?? '';
        fc.pre(faultOf(code) === undefined);
        const changed = code.slice(0, place) + other + code.slice(place + 1);
        const swapped = code.slice(0, place) + at(place + 1) + at(place) + code.slice(place + 2);
        if (changed !== code) expect(faultOf(changed)).toBeDefined();
        if (swapped !== code) expect(faultOf(swapped)).toBeDefined();
      },
    ),
  );
});

const rules: NameRules = {
  region: '平罗县',
  forms: { 社会团体: ['协会', '商会', '学会'], 民办非企业单位: ['中心', '院', '学校'] },
  forbidden: ['中国', '全国', '中华'],
  doubtful: ['国际', '世界'],
  misleading: ['公司', '集团', '政府'],
};
const society: ProposedName = {
  type: '社会团体',
  name: '平罗县枸杞产业协会',
  field: '枸杞产业',
  form: '协会',
  people: ['王建国'],
};
const service: ProposedName = {
  type: '民办非企业单位',
  name: '平罗县康馨养老服务中心',
  distinctive: '康馨',
  field: '养老服务',
  form: '中心',
  people: [],
};
const found = (proposed: ProposedName) =>
  verdictsOn(proposed, rules).map(({ rule, severity }) => `${rule} ${severity}`);

test('合规的名称没有意见', () => {
  expect(found(society)).toEqual([]);
  expect(found(service)).toEqual([]);
});

test.each<[string, ProposedName, readonly string[]]>([
  ['不以行政区划开头', { ...society, name: '石嘴山枸杞产业协会' }, ['第八条 block']],
  ['各部分次序不对', { ...society, name: '平罗县产业枸杞协会' }, ['第八条 block']],
  ['组织形式不在名录', { ...society, name: '平罗县枸杞产业公社', form: '公社' }, ['第八条 block']],
  ['社会团体不含字号', { ...society, name: '平罗县康馨枸杞产业协会', distinctive: '康馨' }, ['第八条 block']],
  [
    '民办非企业单位须有字号',
    { ...service, name: '平罗县养老服务中心', distinctive: undefined },
    ['第八条 block'],
  ],
  ['地方名称不用中国', { ...society, name: '平罗县中国枸杞协会', field: '中国枸杞' }, ['第十条 block']],
  ['不得误认为企业', { ...service, name: '平罗县康馨公司养老中心', field: '公司养老' }, ['第九条 block']],
  ['国际须核实', { ...society, name: '平罗县国际枸杞协会', field: '国际枸杞' }, ['第十条 warn']],
  ['自然人姓名须核实', { ...society, name: '平罗县王建国书画协会', field: '王建国书画' }, ['第十五条 warn']],
  ['只用规范汉字', { ...society, name: '平罗县ABC协会', field: 'ABC' }, ['第六条 block']],
])('%s', (_what, proposed, said) => {
  expect(found(proposed)).toEqual(said);
});

test('比较名称时不计空白和全半角', () => {
  expect(normalized('平罗县 枸杞　产业协会')).toBe('平罗县枸杞产业协会');
});
