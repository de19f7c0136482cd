/** What is overdue and at risk now, by matter, unit, step and person. */
import { type Overseeing, overseenActs } from './acts.ts';
import type { Sql } from './connect.ts';

export type Grouping = 'matter' | 'unit' | 'step' | 'person';

/** Open acts of one matter, unit, step or person. */
export type Standing = {
  readonly by: Grouping;
  readonly matter: string | null;
  readonly unit: string | null;
  readonly step: string | null;
  readonly person: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly atRisk: number;
  readonly earliestDueAt: number | null;
};

/** `now` is county time. Acts in nobody's hand count for no person. */
export async function standing(sql: Sql, overseeing: Overseeing, now: number): Promise<readonly Standing[]> {
  // Every act is counted once, and those counts are put together by each of the four.
  return await sql<Standing[]>`
    with alike as (
      select a.matter, a.unit, a.name as step, a.assignee as person, count(*) as open,
        count(*) filter (where a.due_at <= ${now}) as overdue,
        count(*) filter (where a.due_at > ${now} and a.risk_at <= ${now}) as at_risk, min(a.due_at) as earliest
      from open_act a ${overseeing.everything ? sql`` : sql`join case_head h on h.case_no = a.case_no`}
      where ${overseenActs(sql, overseeing)}
      group by a.matter, a.unit, a.name, a.assignee
    )
    select case grouping(matter, unit, step, person)
        when 7 then 'matter' when 11 then 'unit' when 5 then 'step' else 'person' end as by,
      matter, unit, step, person, sum(open)::int as open, sum(overdue)::int as overdue, sum(at_risk)::int as "atRisk",
      min(earliest) as "earliestDueAt"
    from alike group by grouping sets ((matter), (unit), (matter, step), (person))
    having grouping(person) = 1 or person is not null
    order by overdue desc, "atRisk" desc, open desc, 1, 2, 3, 4, 5`;
}

/** The same by the unit that opened the case: a township's own cases, whoever has them in hand. */
export async function standingByOrigin(
  sql: Sql,
  overseeing: Overseeing,
  now: number,
): Promise<
  readonly (Omit<Standing, 'by' | 'matter' | 'step' | 'person' | 'unit'> & { readonly from: string })[]
> {
  return await sql`
    select h.unit as from, count(*)::int as open, count(*) filter (where a.due_at <= ${now})::int as overdue,
      count(*) filter (where a.due_at > ${now} and a.risk_at <= ${now})::int as "atRisk", min(a.due_at) as "earliestDueAt"
    from open_act a join case_head h on h.case_no = a.case_no
    where ${overseenActs(sql, overseeing)} group by h.unit order by overdue desc, "atRisk" desc, open desc, 1`;
}

export async function namesOf(sql: Sql, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from person where id = any(${people as string[]})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
