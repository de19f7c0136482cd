/** Figures of a county's work: what is overdue and at risk now, what was decided in time, where the time went. */
import type { Party } from '../engine/clock/responsibility-span.ts';
import { type Overseeing, overseenActs, overseenCases } from './acts.ts';
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
    from open_act a join case_head h on h.case_no = a.case_no
    where ${overseenActs(sql, overseeing)}
    group by grouping sets ((a.matter), (a.unit), (a.matter, a.name), (a.assignee))
    having grouping(a.assignee) = 1 or a.assignee is not null
    order by overdue desc, "atRisk" desc, open desc, 1, 2, 3, 4, 5`;
}

export type Decided = Pick<Standing, 'matter' | 'unit' | 'step'> & {
  readonly by: Exclude<Grouping, 'person'>;
  readonly decided: number;
  /** Of those, how many had a limit, and how many of these were decided before it ended. */
  readonly limited: number;
  readonly onTime: number;
};
type Period = { readonly from: number; readonly to: number };

/** Acts of offices that were decided in [from, to), county time; a limit that ran out by itself was not kept. */
export async function decided(
  sql: Sql,
  overseeing: Overseeing,
  { from, to }: Period,
): Promise<readonly Decided[]> {
  return await sql<Decided[]>`
    with done as (
      select h.matter, e.event #>> '{account,unit}' as unit, e.event #>> '{account,name}' as step, e.at,
        (e.event #>> '{account,due}')::bigint as due
      from entry e join case_head h on h.case_no = e.case_no
      where e.event ->> 'type' = 'decided' and e.at >= ${from} and e.at < ${to} and e.event ? 'account'
        and (${overseenCases(sql, overseeing)} or e.event #>> '{account,unit}' = any(${overseeing.headed as string[]}))
    )
    select case grouping(matter, unit, step) when 3 then 'matter' when 5 then 'unit' else 'step' end as by,
      matter, unit, step, count(*)::int as decided, count(due)::int as limited,
      count(*) filter (where at < due)::int as "onTime"
    from done group by grouping sets ((matter), (unit), (matter, step))
    order by 1, decided desc, 2, 3, 4`;
}

/** A span of one case's time and who bore it. */
export type Borne = { readonly party: Party; readonly from: number; readonly to: number };

/** The spans entered in [from, to), county time: each in the month in which it ended. */
export async function* borne(
  sql: Sql,
  overseeing: Overseeing,
  { from, to }: Period,
): AsyncGenerator<readonly Borne[]> {
  const spans = sql<Borne[]>`
    select e.derived #> '{bearer,party}' as party, p.at as from, e.at as to
    from entry e join entry p on p.case_no = e.case_no and p.seq = e.seq - 1 join case_head h on h.case_no = e.case_no
    where e.at >= ${from} and e.at < ${to} and e.derived ? 'bearer' and ${overseenCases(sql, overseeing)}`;
  yield* spans.cursor(5_000);
}

export async function namesOf(sql: Sql, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from person where id = any(${people as string[]})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
