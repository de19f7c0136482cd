/** The county's rules and calendar as they stand: the newest recorded version of each, else what the county ships. */
import type { Calendar } from '../contract/calendar.ts';
import type { Rule } from '../contract/rule.ts';
import type { Sql } from './connect.ts';

export type CountyTables = { readonly calendar: Calendar; readonly rules: ReadonlyMap<string, Rule> };

export async function countyTables(sql: Sql, shipped: Calendar): Promise<CountyTables> {
  const [calendar] = await sql<
    { body: Calendar }[]
  >`select body from calendar order by recorded_at desc, version desc limit 1`;
  const rules = await sql<
    { body: Rule }[]
  >`select distinct on (name) body from rule order by name, recorded_at desc, version desc`;
  return { calendar: calendar?.body ?? shipped, rules: new Map(rules.map(({ body }) => [body.name, body])) };
}

/** False if that version has been recorded before: what was recorded is never changed. */
export async function recordCalendar(
  sql: Sql,
  calendar: Calendar,
  by: string,
  why: string,
): Promise<boolean> {
  const { count } = await sql`
    insert into calendar (version, body, recorded_by, why)
    values (${calendar.version}, ${sql.json(calendar as never)}, ${by}, ${why}) on conflict do nothing`;
  return count === 1;
}

/** False if that version has been recorded before. */
export async function recordRule(sql: Sql, rule: Rule, by: string, why: string): Promise<boolean> {
  const { count } = await sql`
    insert into rule (name, version, body, recorded_by, why)
    values (${rule.name}, ${rule.version}, ${sql.json(rule as never)}, ${by}, ${why}) on conflict do nothing`;
  return count === 1;
}

/** Live cases, whose clocks a changed calendar moves. */
export async function liveCases(
  sql: Sql,
  after: string,
  limit: number,
): Promise<readonly { readonly caseNo: string; readonly matter: string }[]> {
  return await sql<{ caseNo: string; matter: string }[]>`
    select case_no as "caseNo", matter from case_head where state <> 'closed' and case_no > ${after} order by case_no limit ${limit}`;
}
