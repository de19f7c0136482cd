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
  return await sql<Standing[]>`
    select case grouping(a.matter, a.unit, a.name, a.assignee)
        when 7 then 'matter' when 11 then 'unit' when 5 then 'step' else 'person' end as by,
      a.matter, a.unit, a.name as step, a.assignee as person, count(*)::int as open,
      count(*) filter (where a.due_at <= ${now})::int as overdue,
      count(*) filter (where a.due_at > ${now} and a.risk_at <= ${now})::int as "atRisk",
      min(a.due_at) as "earliestDueAt"
    from open_act a ${overseeing.everything ? sql`` : sql`join case_head h on h.case_no = a.case_no`}
    where ${overseenActs(sql, overseeing)}
    group by grouping sets ((a.matter), (a.unit), (a.matter, a.name), (a.assignee))
    having grouping(a.assignee) = 1 or a.assignee is not null
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
