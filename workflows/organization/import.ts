/** The register as it was before there was this system: a row to an organisation. */
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import type { Claim, Imports, OpeningContext } from '../../engine/process/definition.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { Application } from './application.ts';
import { legalRepresentatives, names, organizations } from './registers.ts';
import { faultIn, prefixOf } from './rules/uscc.ts';

const columns = [
  '统一社会信用代码',
  '名称',
  '类型',
  '住所',
  '宗旨',
  '业务范围',
  '活动地域',
  '注册资金（元）',
  '法定代表人',
  '法定代表人身份证号码',
  '业务主管单位',
  '登记日期',
] as const;

/** 元 as written, in 分; what is no amount stays as it is, for the form to refuse. */
const fen = (text: string): Json => (/^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : text);
const unlessBlank = (name: string, text: string): { readonly [name: string]: string } =>
  text === '' ? {} : { [name]: text };

export const imports: Imports = {
  columns,
  form(row) {
    const at = (column: (typeof columns)[number]): string => row[column] ?? '';
    return {
      uscc: at('统一社会信用代码'),
      name: at('名称'),
      type: at('类型'),
      legalRepresentative: { name: at('法定代表人'), identity: at('法定代表人身份证号码') },
      ...unlessBlank('supervisingUnit', at('业务主管单位')),
      registeredOn: at('登记日期'),
      registered: {
        residence: at('住所'),
        purpose: at('宗旨'),
        scope: at('业务范围')
          .split(/[；;]/)
          .map((item) => item.trim())
          .filter(Boolean),
        ...unlessBlank('area', at('活动地域')),
        capitalFen: fen(at('注册资金（元）')),
      },
    };
  },
  unique(form) {
    // Asked of forms that have passed their fields.
    const { uscc, name, type, legalRepresentative } = form as unknown as Application;
    const claim = (pool: string, value: string, instead: string): Claim => ({ pool, value, instead });
    return [
      claim(organizations, uscc, `统一社会信用代码${uscc}已在登记簿`),
      claim(names, name, `名称“${name}”已在登记簿`),
      ...(type === '社会团体'
        ? [
            claim(
              legalRepresentatives,
              legalRepresentative.identity.hash,
              `${legalRepresentative.name}已是其他社会团体的法定代表人`,
            ),
          ]
        : []),
    ];
  },
};

/** What is wrong with an organisation's file besides what its fields say. */
export function check(
  { uscc, type, registeredOn }: Application,
  { at }: OpeningContext,
): readonly FieldIssue[] {
  const fault = faultIn(prefixOf[type])(uscc);
  return [
    ...(fault ? [{ field: 'uscc', text: `统一社会信用代码${fault}` }] : []),
    ...notAfterToday('registeredOn', '登记日期', registeredOn, at),
  ];
}
