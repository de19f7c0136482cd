/** What an application must bring (57 art. 9, 10). Whatever a platform can show must not be demanded again. */
import { ageOn } from '../../../contract/identity-number.ts';

export const materialNames = [
  '申请书',
  '诚信承诺书',
  '家庭经济状况核对授权书',
  '家庭收入财产申报表',
  '残疾人证',
  '疾病诊断证明',
  '学籍证明',
  '离婚或抚养证明',
  '委托书',
  '其他',
] as const;
export type MaterialName = (typeof materialNames)[number];

export type Gap = { readonly item: string; readonly reason: string };

export type Completeness = {
  readonly date: string;
  readonly people: readonly { readonly name: string; readonly birthDate: string }[];
  /** Names of the people whose authorisation is there. */
  readonly authorisedBy: readonly string[];
  readonly given: readonly MaterialName[];
  readonly byAgent: boolean;
};

/** What must be brought, when, and why: the county's list. */
export type Required = {
  readonly item: MaterialName;
  readonly when: (typeof occasions)[number];
  readonly reason: string;
};
export const occasions = ['一律', '由他人代为申请的'] as const;

/** Every gap at once (一次性告知). */
export function gaps(of: Completeness, required: readonly Required[]): readonly Gap[] {
  const missing: Gap[] = [];
  for (const { item, when, reason } of required)
    if ((when === '一律' || of.byAgent) && !of.given.includes(item)) missing.push({ item, reason });
  for (const [i, { name, birthDate }] of of.people.entries()) {
    const adult = ageOn(birthDate, of.date) >= 18;
    // Two people called the same are two people: each has signed.
    const before = of.people.slice(0, i).filter((other) => other.name === name).length;
    if (of.authorisedBy.filter((signed) => signed === name).length <= before) {
      missing.push({
        item: `${name}的核对授权书`,
        reason: adult ? '须由本人签字授权' : '未成年人由监护人签字授权',
      });
    }
  }
  return missing;
}
