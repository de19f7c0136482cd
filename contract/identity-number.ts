/** 居民身份证号码 (GB 11643): is it one, whose birthday, and how it is shown. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';

export type IdentityFacts = { readonly birthDate: string; readonly sex: '男' | '女' };

/** Undefined if the number is not valid: 18 places, a real date of birth, the right check character. */
export function readIdentity(number: string): IdentityFacts | undefined {
  const text = number.trim().toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return undefined;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  if (checks[sum % 11] !== text[17]) return undefined;
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const at = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== birthDate) return undefined;
  return { birthDate, sex: Number(text[16]) % 2 === 1 ? '男' : '女' };
}

/** A child without a number yet, by their 出生医学证明: its number, with the day of birth and the sex that it states. */
export type BirthCertificate = IdentityFacts & { readonly number: string };

/** Typed as `R640123456/2025-01-01/女`; undefined if it is not that. */
export function readBirthCertificate(text: string): BirthCertificate | undefined {
  const [, number, birthDate = '', sex] =
    /^([A-Z]\d{9})\/(\d{4}-\d{2}-\d{2})\/(男|女)$/.exec(text.trim().toUpperCase()) ?? [];
  const at = new Date(`${birthDate}T00:00:00Z`);
  if (!number || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== birthDate) return undefined;
  return { number, birthDate, sex: sex as IdentityFacts['sex'] };
}

/** R64****456 */
export const maskCertificate = (number: string): string => `${number.slice(0, 3)}****${number.slice(-3)}`;

/** The last character of an 18-place number from its first 17. */
export function checkCharacter(first17: string): string {
  return checks[weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0) % 11] ?? '';
}

/** 640221********1234 */
export const maskIdentity = (number: string): string =>
  `${number.slice(0, 6)}${'*'.repeat(8)}${number.slice(14)}`;

/** Whole years of age on a date. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
