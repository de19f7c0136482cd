/**
 * 统一社会信用代码: eighteen characters, the last a check over the others, the ninth to seventeenth a body code with a
 * check of its own. Source: GB 32100-2015, GB 11714-1997.
 */

/** Without I, O, S, V, Z; a character's value is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const bodyAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

const weighed = (text: string, values: string, by: readonly number[]): number =>
  [...text].reduce((sum, sign, i) => sum + values.indexOf(sign) * (by[i] ?? 0), 0);

/** The check of a body code's first eight characters. */
export function bodyCheck(first8: string): string {
  const rest = 11 - (weighed(first8, bodyAlphabet, bodyWeights) % 11);
  return rest === 11 ? '0' : rest === 10 ? 'X' : String(rest);
}

/** The check of a code's first seventeen characters. */
export const check = (first17: string): string =>
  alphabet[(31 - (weighed(first17, alphabet, weights) % 31)) % 31] ?? '';

const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** What is wrong with a code, in words; undefined if nothing is. */
export function faultOf(code: string): string | undefined {
  if (code.length !== 18) return '应为18位';
  if (!shape.test(code)) return '有不允许的字符：应为数字和大写字母（不含 I、O、S、V、Z），第三至八位为数字';
  if (bodyCheck(code.slice(8, 16)) !== code[16]) return '第17位（主体标识码的校验码）不符';
  if (check(code.slice(0, 17)) !== code[17]) return '第18位（校验码）不符';
  return undefined;
}

export type OrganizationType = '社会团体' | '民办非企业单位';

/** How a code registered by civil affairs begins, by type. */
export const prefixOf: { readonly [type in OrganizationType]: string } = {
  社会团体: '51',
  民办非企业单位: '52',
};

/** What is wrong with a code of a type, by its prefix. */
export const faultIn =
  (prefix: string) =>
  (code: string): string | undefined =>
    faultOf(code) ?? (code.startsWith(prefix) ? undefined : `应以${prefix}开头`);
