/** Sample people of 平罗, for the local stack and the tests. Names, numbers and passwords are made up. */
import { hash } from '@node-rs/argon2';
import { type ApiClient, signIn, type TextFetch } from '../client/client.ts';
import type { Unit } from '../contract/county.ts';
import { checkCharacter } from '../contract/identity-number.ts';
import { bureau, command, departments, government, partyWork, townships } from '../county/pingluo/units.ts';
import type { Sql } from '../db/connect.ts';
import type { IdentityVault } from '../security/identity-vault.ts';

export const samplePassword = 'pingluo-2026';

export type SamplePerson = {
  readonly username: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
};

const bureauPeople: readonly SamplePerson[] = [
  { username: 'hedui', name: '马核对', unit: bureau, roles: ['核对'] },
  { username: 'xianren', name: '王确认', unit: bureau, roles: ['审核确认'] },
  { username: 'xianfang', name: '李入户', unit: bureau, roles: ['调查'] },
  { username: 'juzhang', name: '杨局长', unit: bureau, roles: ['负责人'] },
  { username: 'ducha', name: '丁督查', unit: bureau, roles: ['督查'] },
  { username: 'shezu-shouli', name: '贺受理', unit: bureau, roles: ['受理'] },
  { username: 'shezu-shencha', name: '纪审查', unit: bureau, roles: ['登记审查'] },
  { username: 'shezu-dangjian', name: '党建员', unit: partyWork, roles: ['党建'] },
];

const countyPeople: readonly SamplePerson[] = [
  { username: 'diaodu', name: '何调度', unit: command, roles: ['调度'] },
  { username: 'zhihui', name: '田主任', unit: command, roles: ['负责人'] },
  { username: 'fenguan', name: '周副县长', unit: government, roles: ['分管领导'] },
  { username: 'xianducha', name: '白督查', unit: government, roles: ['督查'] },
];

const townshipPeople = Object.entries(townships).flatMap(([unit, name]): readonly SamplePerson[] => [
  { username: `${unit}-chuangkou`, name: `${name.slice(0, -1)}窗口员`, unit, roles: ['受理'] },
  { username: `${unit}-diaocha`, name: `${name.slice(0, -1)}调查员`, unit, roles: ['调查'] },
  { username: `${unit}-chushen`, name: `${name.slice(0, -1)}初审员`, unit, roles: ['初审'] },
  { username: `${unit}-fuze`, name: `${name.slice(0, -1)}负责人`, unit, roles: ['负责人'] },
  { username: `${unit}-chuishao`, name: `${name.slice(0, -1)}吹哨员`, unit, roles: ['吹哨'] },
  { username: `${unit}-zhiban`, name: `${name.slice(0, -1)}值班领导`, unit, roles: ['值班领导'] },
]);

const departmentPeople = Object.entries(departments).flatMap(([unit, name]): readonly SamplePerson[] => [
  { username: unit, name: `${name.slice(1, 3)}经办员`, unit, roles: ['经办'] },
  { username: `${unit}-fenguan`, name: `${name.slice(1, 3)}分管负责人`, unit, roles: ['分管负责人'] },
  { username: `${unit}-fuze`, name: `${name.slice(1, 3)}负责人`, unit, roles: ['负责人'] },
]);

export const samplePeople: readonly SamplePerson[] = [
  ...bureauPeople,
  ...countyPeople,
  ...townshipPeople,
  ...departmentPeople,
];

/** A made-up identity number with a true check character. */
export function sampleIdentity(n: number, birth = `${1980 + Math.floor(n / 1_000)}0101`): string {
  const first17 = `640221${birth}${String(n % 1_000).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

/** Puts a county's units and sample people in, once. */
export async function seedCounty(
  sql: Sql,
  vault: IdentityVault,
  units: readonly Unit[],
  samples = samplePeople,
): Promise<boolean> {
  const [known] = await sql`select 1 from unit limit 1`;
  if (known) return false;
  // One hash for all, and a quick one: the sample password is no secret.
  const passwordHash = await hash(samplePassword, { memoryCost: 64, timeCost: 1 });
  const people = samples.map(({ username, name }, i) => ({
    id: username,
    name,
    username,
    password_hash: passwordHash,
    identity: vault.hash(sampleIdentity(500 + i, '19850607')),
  }));
  const posts = samples.flatMap(({ username, unit, roles }) =>
    roles.map((role, i) => ({
      id: `${username}-${i + 1}`,
      person: username,
      unit,
      role,
      valid_from: '2020-01-01',
    })),
  );
  await sql.begin(async (tx) => {
    await tx`insert into unit ${tx(units as Unit[])}`;
    await tx`insert into person ${tx(people)}`;
    await tx`insert into post ${tx(posts)}`;
  });
  return true;
}

/** Signs a sample person in. */
export const signInSample = (fetch: TextFetch, username: string): Promise<ApiClient> =>
  signIn(fetch, username, samplePassword);
