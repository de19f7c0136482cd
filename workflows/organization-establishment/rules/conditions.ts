/** 登记条件: what the application itself shows, item by item; a person decides on each. Sources: 条例第十条至第十四条, 民非第八条至第十条. */
import type { OrganizationType } from '../../organization/rules/uscc.ts';

export type Conditions = {
  /** Least members of a 社会团体: individuals alone, units alone, both together. */
  readonly members: { readonly individuals: number; readonly units: number; readonly mixed: number };
  /** Least capital, 分, by type; null where the law sets none. */
  readonly capitalFen: { readonly [type in OrganizationType]: number | null };
  readonly charter: { readonly [type in OrganizationType]: readonly string[] };
  /** Years of age past which an officer of a 行业协会商会 must be looked at. */
  readonly oldestOfficer: number;
};

type Person = {
  readonly name: string;
  readonly identity: { readonly hash: string; readonly birthDate: string };
};
type Applied = {
  readonly type: OrganizationType;
  readonly category?: string | undefined;
  readonly capitalFen: number;
  readonly founders: readonly Person[];
  readonly officers: readonly Person[];
  readonly individualMembers: number;
  readonly unitMembers: number;
  readonly staff: number;
  readonly charter: readonly string[];
};

/** Whole years of age on a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** 完全民事行为能力, 主要发起人应当是拟任负责人, 年龄. */
export function people(
  { category, founders, officers }: Applied,
  of: Conditions,
  day: string,
): readonly string[] {
  const everybody = [...new Map([...founders, ...officers].map((one) => [one.identity.hash, one])).values()];
  const minors = everybody
    .filter(({ identity }) => ageOn(identity.birthDate, day) < 18)
    .map(({ name }) => `${name}未满十八周岁，不具有完全民事行为能力`);
  const old =
    category === '行业协会商会'
      ? officers
          .filter(({ identity }) => ageOn(identity.birthDate, day) > of.oldestOfficer)
          .map(({ name }) => `${name}超过${of.oldestOfficer}周岁，行业协会商会负责人须审批`)
      : [];
  const isFounder = officers.some((one) =>
    founders.some(({ identity }) => identity.hash === one.identity.hash),
  );
  return [...minors, ...old, ...(isFounder ? [] : ['拟任负责人里没有发起人：主要发起人应当是拟任负责人'])];
}

/** 条例第十条：五十个以上的个人会员或者三十个以上的单位会员，合计五十个以上。 */
export function members(
  { type, individualMembers, unitMembers, staff }: Applied,
  of: Conditions,
): readonly string[] {
  const found = staff > 0 ? [] : ['没有专职工作人员'];
  if (type !== '社会团体') return found;
  const enough =
    individualMembers >= of.members.individuals ||
    unitMembers >= of.members.units ||
    (individualMembers > 0 && unitMembers > 0 && individualMembers + unitMembers >= of.members.mixed);
  return enough
    ? found
    : [...found, `个人会员${individualMembers}个、单位会员${unitMembers}个，未达到规定数目`];
}

export function capital({ type, capitalFen }: Applied, of: Conditions): readonly string[] {
  const least = of.capitalFen[type];
  return least !== null && capitalFen < least ? [`资金${capitalFen / 100}元，不足${least / 100}元`] : [];
}

/** 条例第十四条、民非第十条：章程应当载明的事项。 */
export const charter = ({ type, charter: stated }: Applied, of: Conditions): readonly string[] =>
  of.charter[type].filter((item) => !stated.includes(item)).map((item) => `章程没有载明：${item}`);
