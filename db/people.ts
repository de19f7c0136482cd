/** Units, people and their posts. */
import type { Office, Post } from '../contract/actor.ts';
import type { Fragment, Query, Sql } from './connect.ts';
import { answeringFor } from './units.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly identity: string;
};
export type SignedIn = Person & { readonly posts: readonly Post[] };

const asPost = ({ to, ...post }: Post & { to: string | null }): Post => ({ ...post, ...(to ? { to } : {}) });

export async function personByUsername(
  sql: Sql,
  username: string,
): Promise<(Person & { readonly passwordHash: string }) | undefined> {
  const [row] = await sql<(Person & { passwordHash: string })[]>`
    select id, name, username, identity, password_hash as "passwordHash" from person where username = ${username}`;
  return row;
}

/** Somebody let in, and all that was said of them then, word for word. */
export type Admitted = { readonly me: SignedIn; readonly said: string };

/** What is said of the person of a live session. Whoever has a post has it too in units that joined its own. */
const saidOf = (sql: Query, tokenHash: string): Fragment => sql`
  select json_build_object('id', p.id, 'name', p.name, 'username', p.username, 'identity', p.identity, 'posts',
    (select coalesce(json_agg(json_build_object('id', case when u.id = o.unit then o.id else o.id || '@' || u.id end,
       'unit', u.id, 'role', o.role, 'from', o.valid_from, 'to', o.valid_to) order by o.id, u.id), '[]')
     from post o join unit u on u.id = o.unit or u.joined = o.unit where o.person = p.id))::text as said
  from session s join person p on p.id = s.person
  where s.token_hash = ${tokenHash} and s.expires_at > now()`;

/** The person of a live session, and how far a case has come: most requests ask for both. Undefined once it has ended. */
export async function personBySession(
  sql: Sql,
  tokenHash: string,
  caseNo?: string,
): Promise<(Admitted & { readonly newest: number | undefined }) | undefined> {
  const [row] = await sql<{ said: string; newest: number | null }[]>`
    select said, (select max(seq) from entry where case_no = ${caseNo ?? null}) as newest from (${saidOf(sql, tokenHash)}) person`;
  if (!row) return undefined;
  const { said, newest } = row;
  const { posts, ...person } = JSON.parse(said) as Person & { posts: (Post & { to: string | null })[] };
  return { me: { ...person, posts: posts.map(asPost) }, said, newest: newest ?? undefined };
}

/** That the session is live, and of its person the same is said. */
export const isStillSaid = (sql: Query, tokenHash: string, said: string): Fragment =>
  sql`(${saidOf(sql, tokenHash)}) = ${said}`;

export async function createSession(
  sql: Sql,
  tokenHash: string,
  person: string,
  hours: number,
): Promise<void> {
  await sql`insert into session (token_hash, person, expires_at) values (${tokenHash}, ${person}, now() + ${`${hours} hours`}::interval)`;
}

export async function endSession(sql: Sql, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`;
}

/** Of a post: in force on a date. */
const inForce = (sql: Query, date: string) =>
  sql`valid_from <= ${date}::date and (valid_to is null or valid_to >= ${date}::date)`;

/** That somebody holds a post on a date: an office's, or a person's in a unit. */
export const isHeldBy = (
  sql: Query,
  { unit, role, person }: { readonly unit: Fragment; readonly role?: Fragment; readonly person?: Fragment },
  date: string,
): Fragment => sql`exists (select from post where post.unit in (${answeringFor(sql, unit)})
  ${role ? sql`and post.role = ${role}` : sql``} ${person ? sql`and post.person = ${person}` : sql``} and ${inForce(sql, date)})`;

/** A person who holds a post in a unit on a date: whom work may be handed to. */
export async function colleague(
  sql: Sql,
  person: string,
  unit: string,
  date: string,
): Promise<Pick<Person, 'identity'> | undefined> {
  const [row] = await sql<Pick<Person, 'identity'>[]>`
    select identity from person where id = ${person}
      and ${isHeldBy(sql, { unit: sql`${unit}`, person: sql`person.id` }, date)}`;
  return row;
}

/** Whether anybody holds an office on a date. */
export async function isHeld(sql: Sql, { unit, role }: Office, date: string): Promise<boolean> {
  const [row] = await sql<{ held: boolean }[]>`
    select ${isHeldBy(sql, { unit: sql`${unit}`, role: sql`${role}` }, date)} as held`;
  return row?.held === true;
}

/** Everybody who holds a post on a date, by unit. */
export async function everybody(
  sql: Sql,
  date: string,
): Promise<
  readonly (Pick<Person, 'username' | 'name'> & {
    readonly unit: string;
    readonly roles: readonly string[];
  })[]
> {
  return await sql<{ username: string; name: string; unit: string; roles: string[] }[]>`
    select username, name, unit, array_agg(role order by role) as roles
    from person join post on post.person = person.id where ${inForce(sql, date)}
    group by username, name, unit order by unit, username`;
}

/** Everybody there has been, with the offices they hold on a date. */
export const people = async (
  sql: Sql,
  date: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly offices: Office[] }[]> =>
  await sql<{ id: string; name: string; offices: Office[] }[]>`
    select person.id, name,
      coalesce(json_agg(json_build_object('unit', unit, 'role', role) order by unit, role) filter (where unit is not null), '[]') as offices
    from person left join post on post.person = person.id and ${inForce(sql, date)}
    group by person.id order by name, person.id`;

/** Who holds a post in a unit on a date, by name. */
export const workingIn = async (
  sql: Sql,
  unit: string,
  date: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly roles: string[] }[]> =>
  await sql<{ id: string; name: string; roles: string[] }[]>`
    select person.id, name, array_agg(role order by role) as roles
    from person join post on post.person = person.id where unit in (${answeringFor(sql, sql`${unit}`)}) and ${inForce(sql, date)}
    group by person.id order by name, person.id`;

export const rolesHeld = async (sql: Sql): Promise<readonly string[]> =>
  (await sql<{ role: string }[]>`select distinct role from post`).map(({ role }) => role);

/** A person and their password, with the posts they do not hold yet. */
export async function putPerson(
  sql: Sql,
  { id, name, username, identity, passwordHash }: Person & { readonly passwordHash: string },
  posts: readonly Office[],
  from: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into person (id, name, username, password_hash, identity) values (${id}, ${name}, ${username}, ${passwordHash}, ${identity})
      on conflict (id) do update set name = excluded.name, password_hash = excluded.password_hash, identity = excluded.identity`;
    for (const { unit, role } of posts)
      await tx`insert into post (id, person, unit, role, valid_from)
        select ${id} || '-' || (select count(*) + 1 from post where person = ${id}), ${id}, ${unit}, ${role}, ${from}
        where not exists (select from post where person = ${id} and unit = ${unit} and role = ${role}
          and (valid_to is null or valid_to >= ${from}::date))`;
  });
}
