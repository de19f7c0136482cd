/** 人员管理: who holds which post from when to when, and every change of it with who and why. */
import type { Office } from '../contract/actor.ts';
import type { Query, Sql } from './connect.ts';

export type StaffPost = Office & {
  readonly id: string;
  /** YYYY-MM-DD, the first and the last day. */
  readonly from: string;
  readonly to: string | null;
};
export type Staff = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly posts: readonly StaffPost[];
};

/** Everybody who holds, held or will hold a post in these units, with all their posts. */
export async function staffOf(sql: Sql, units: readonly string[]): Promise<readonly Staff[]> {
  return await sql<Staff[]>`
    select p.id, p.username, p.name,
      json_agg(json_build_object('id', o.id, 'unit', o.unit, 'role', o.role, 'from', o.valid_from, 'to', o.valid_to)
        order by o.valid_from, o.id) as posts
    from person p join post o on o.person = p.id
    where exists (select from post mine where mine.person = p.id and mine.unit = any(${units as string[]}))
    group by p.id order by p.username`;
}

export async function staffMember(sql: Query, id: string): Promise<Staff | undefined> {
  const [row] = await sql<Staff[]>`
    select p.id, p.username, p.name,
      (select coalesce(json_agg(json_build_object('id', o.id, 'unit', o.unit, 'role', o.role, 'from', o.valid_from, 'to', o.valid_to)
        order by o.valid_from, o.id), '[]') from post o where o.person = p.id) as posts
    from person p where p.id = ${id}`;
  return row;
}

export type Change = {
  /** County time, epoch ms. */
  readonly at: number;
  readonly by: string;
  readonly unit: string;
  readonly what: string;
  readonly why: string;
};

export const entered = async (tx: Query, { at, by, unit, what, why }: Change): Promise<void> =>
  void (await tx`insert into administration (at, by_person, unit, what, why) values (${at}, ${by}, ${unit}, ${what}, ${why})`);

type NewPerson = Omit<Staff, 'posts' | 'id'> & { readonly identity: string; readonly passwordHash: string };

/** False if somebody has that user name, or is known by that identity number already. */
export async function addPerson(
  sql: Sql,
  { username, name, identity, passwordHash }: NewPerson,
  post: Omit<StaffPost, 'id'>,
  change: Change,
): Promise<boolean> {
  return await sql.begin(async (tx) => {
    const { count } = await tx`
      insert into person (id, name, username, password_hash, identity)
      select ${username}, ${name}, ${username}, ${passwordHash}, ${identity}
      where not exists (select from person where identity = ${identity})
      on conflict do nothing`;
    if (count === 0) return false;
    await insertPost(tx, username, post);
    await entered(tx, change);
    return true;
  });
}

const insertPost = async (
  tx: Query,
  person: string,
  { unit, role, from, to }: Omit<StaffPost, 'id'>,
): Promise<void> =>
  void (await tx`
    insert into post (id, person, unit, role, valid_from, valid_to)
    select ${person} || '-' || (select count(*) + 1 from post where person = ${person}), ${person}, ${unit}, ${role}, ${from}, ${to}`);

/** False if the person holds that office on some day of it already. */
export async function addPost(
  sql: Sql,
  person: string,
  post: Omit<StaffPost, 'id'>,
  change: Change,
): Promise<boolean> {
  return await sql.begin(async (tx) => {
    await tx`select from person where id = ${person} for update`;
    const [held] = await tx`
      select from post where person = ${person} and unit = ${post.unit} and role = ${post.role}
        and daterange(valid_from, valid_to, '[]') && daterange(${post.from}::date, ${post.to}::date, '[]')`;
    if (held) return false;
    await insertPost(tx, person, post);
    await entered(tx, change);
    return true;
  });
}

/** Its last day is set; what was in hand goes back to the office once that day is over. */
export async function endPost(sql: Sql, post: string, to: string, change: Change): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update post set valid_to = ${to} where id = ${post}`;
    await entered(tx, change);
  });
}

/** Whoever was signed in with the old one is signed out; the session kept is the one it was changed in. */
export async function setPassword(
  sql: Sql,
  person: string,
  passwordHash: string,
  change: Change,
  kept: string | null,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update person set password_hash = ${passwordHash} where id = ${person}`;
    await tx`delete from session where person = ${person} and token_hash is distinct from ${kept}`;
    await entered(tx, change);
  });
}

/** Newest first. */
export const changesOf = async (
  sql: Sql,
  units: readonly string[],
  limit: number,
): Promise<readonly (Change & { readonly name: string })[]> =>
  await sql<(Change & { name: string })[]>`
    select a.at, a.by_person as by, p.name, a.unit, a.what, a.why
    from administration a join person p on p.id = a.by_person
    where a.unit = any(${units as string[]}) order by a.id desc limit ${limit}`;
