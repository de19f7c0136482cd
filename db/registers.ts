/** Registers: what holds about a subject on a day, and how it came to. */
import type { Json } from '../contract/rule.ts';
import type { Query, Sql } from './connect.ts';
import type { Period } from './periods.ts';

export type RegisterRow = {
  readonly subject: string;
  readonly from: string;
  readonly to: string | null;
  readonly data: { readonly [field: string]: Json };
  readonly caseNo: string;
  readonly at: number;
};

type Visible = { readonly units: readonly string[]; readonly matters: readonly string[] };
/** Of `case_head h`. */
const isVisible = (sql: Sql, { units, matters }: Visible) =>
  sql`(h.unit = any(${units as string[]}) or h.matter = any(${matters as string[]}))`;

const columns = (sql: Query) =>
  sql`subject, valid_from as "from", valid_to as "to", data, case_no as "caseNo", at`;

/**
 * What stands in a register on a day, by subject: of each its newest row by then, unless that has ended. Since a day: what
 * has changed from then on, ended or not.
 */
export async function standingIn(
  sql: Sql,
  query: {
    readonly register: string;
    readonly on: string;
    readonly words?: string | undefined;
    readonly state?: string | undefined;
    readonly since?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
    /** Written by cases of these units and of these matters alone. */
    readonly visible?: Visible | undefined;
  },
): Promise<readonly RegisterRow[]> {
  const { register, on, words, state, since, after, limit, visible } = query;
  const seen = visible
    ? sql`and exists (select from case_head h where h.case_no = newest.case_no and ${isVisible(sql, visible)})`
    : sql``;
  const pattern = words && `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return await sql<RegisterRow[]>`
    select ${columns(sql)} from (
      select distinct on (subject) * from register_row
      where register = ${register} and valid_from <= ${on} ${after ? sql`and subject > ${after}` : sql``}
      order by subject, valid_from desc, at desc, case_no desc, seq desc
    ) newest
    where ${since ? sql`valid_from >= ${since}` : sql`(valid_to is null or valid_to >= ${on})`}
      ${state ? sql`and data ->> 'state' = ${state}` : sql``} ${pattern ? sql`and words ilike ${pattern}` : sql``} ${seen}
    order by subject limit ${limit}`;
}

/** Every subject that stands in a register on a day. */
export async function subjectsIn(sql: Sql, register: string, on: string): Promise<readonly string[]> {
  const rows = await sql<{ subject: string }[]>`
    select subject from (
      select distinct on (subject) subject, valid_to from register_row where register = ${register} and valid_from <= ${on}
      order by subject, valid_from desc, at desc, case_no desc, seq desc
    ) newest where valid_to is null or valid_to >= ${on}`;
  return rows.map(({ subject }) => subject);
}

/** Every row about a subject, oldest first. */
export async function historyIn(
  sql: Sql,
  register: string,
  subject: string,
): Promise<readonly RegisterRow[]> {
  return await sql<RegisterRow[]>`
    select ${columns(sql)} from register_row where register = ${register} and subject = ${subject}
    order by valid_from, at, case_no, seq`;
}

/** The newest row about a subject on a day, unless it has ended; no other transaction changes it meanwhile. */
export async function standingRow(
  tx: Query,
  register: string,
  subject: string,
  on: string,
): Promise<RegisterRow | undefined> {
  const [row] = await tx<RegisterRow[]>`
    select ${columns(tx)} from register_row
    where register = ${register} and subject = ${subject} and valid_from <= ${on}
    order by valid_from desc, at desc, case_no desc, seq desc limit 1 for share`;
  return row && (row.to === null || row.to >= on) ? row : undefined;
}

export const standingOf = async (
  tx: Query,
  register: string,
  subject: string,
  on: string,
): Promise<RegisterRow['data'] | undefined> => (await standingRow(tx, register, subject, on))?.data;

/** What was written into a register in a month by cases of these units and of these matters, oldest first. */
export async function rowsOfMonth(
  sql: Sql,
  register: string,
  { from, to }: Period,
  visible: Visible,
  limit: number,
): Promise<readonly (RegisterRow & { readonly matter: string })[]> {
  return await sql<(RegisterRow & { matter: string })[]>`
    select r.subject, r.valid_from as "from", r.valid_to as "to", r.data, r.case_no as "caseNo", r.at, h.matter
    from register_row r join case_head h on h.case_no = r.case_no
    where r.register = ${register} and r.at >= ${from} and r.at < ${to}
      and ${isVisible(sql, visible)}
    order by r.at, r.case_no, r.seq limit ${limit}`;
}
