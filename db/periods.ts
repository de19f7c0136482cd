/** The figures of a month, from the ledger alone, and as they were frozen. */
import { createHash } from 'node:crypto';
import type { Calendar } from '../contract/calendar.ts';
import { canonical } from '../contract/hash.ts';
import { type Counted, type Metric, opened, recurred, type Tally } from '../contract/metric.ts';
import { workingSpans } from '../engine/clock/deadline.ts';
import type { Party } from '../engine/clock/responsibility-span.ts';
import { minuteMs } from '../engine/clock/time.ts';
import type { Fragment, Sql } from './connect.ts';

/** Raised with every change of what a figure means. */
export const formula = 3;

/** A month of the county, like 2026-11, or a year, as [from, to) of county time. */
export type Period = { readonly from: number; readonly to: number };
const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00+08:00`);
export function monthAfter(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
export const isYear = (period: string): boolean => period.length === 4;
export const periodOf = (period: string): Period =>
  isYear(period)
    ? { from: startOf(`${period}-01`), to: startOf(`${Number(period) + 1}-01`) }
    : { from: startOf(period), to: startOf(monthAfter(period)) };

/** Acts of offices decided in the period, alike in all that is said of them. */
export type Count = {
  /** Whose they are, where each case is counted for itself. */
  readonly caseNo?: string;
  readonly matter: string;
  readonly unit: string;
  /** The unit that opened the case. */
  readonly opener: string;
  /** What its innermost branch was for; where it has none, nothing. */
  readonly branch: string;
  /** The unit that led the case; nothing, where none is said to. */
  readonly lead: string;
  readonly step: string;
  readonly outcome: string;
  readonly decided: number;
  /** Of those, how many had a limit, and how many of these were decided before it ended. */
  readonly limited: number;
  readonly onTime: number;
  /** Of which the acts before them in their branch were in time, too. */
  readonly allOnTime: number;
  /** What their forms say, in the fields that were asked for. */
  readonly said: { readonly [field: string]: string } | null;
  /** What their forms give in points, where they were asked for. */
  readonly points: number;
};
/** A field of the form of an act, or of what was told, that a figure depends on: its words, or its points. */
export type Asked = { readonly step: string; readonly field: string; readonly points: boolean };

export const tallied = (tally: Tally): readonly Counted[] => ('steps' in tally ? [tally] : tally);

/** The fields that metrics depend on, each once. */
export const askedBy = (metrics: readonly Metric[]): readonly Asked[] => [
  ...new Map(
    metrics
      .flatMap(({ counted, among }) => [...tallied(counted), ...('per' in among ? [] : tallied(among))])
      .flatMap(({ steps, said, points = [] }) =>
        steps.flatMap((step) => [
          ...(said ? [{ step, field: said.field, points: false }] : []),
          ...points.map((field) => ({ step, field, points: true })),
        ]),
      )
      .map((asked) => [JSON.stringify(asked), asked] as const),
  ).values(),
];

/** By step, and of most steps nothing: those are not looked into. */
const askedIn = (sql: Sql, asked: readonly Asked[]): Fragment => sql`
  asked as (
    select step, array_agg(field) filter (where not points) as words, array_agg(field) filter (where points) as marks
    from jsonb_to_recordset(${sql.json([...asked])}) as a (step text, field text, points boolean) group by step)`;
/** Of a form, what was asked of it, `asked a` being what is asked of its step. */
const saidIn = (sql: Sql, form: Fragment): Fragment => sql`
  case when a.words is not null then (select jsonb_object_agg(field, ${form} #>> string_to_array(field, '.'))
    from unnest(a.words) field where ${form} #>> string_to_array(field, '.') is not null) end as said,
  case when a.marks is not null then (select sum((${form} #>> string_to_array(field, '.'))::int)
    from unnest(a.marks) field) end as points`;

/** What is counted: `of` restricts `entry e` and its `case_head h`. */
export type Counting = Period & {
  readonly of: Fragment;
  /** Each case for itself. */
  readonly byCase?: boolean;
  readonly asked?: readonly Asked[];
  /** By matter, the label that says who led a case. */
  readonly leads?: { readonly [matter: string]: string };
};
const caseIn = (sql: Sql, byCase: boolean): { readonly caseNo: Fragment; readonly alike: Fragment } =>
  byCase ? { caseNo: sql`case_no as "caseNo",`, alike: sql`case_no,` } : { caseNo: sql``, alike: sql`` };

/** A limit that ran out by itself was not kept. */
export async function counts(
  sql: Sql,
  { of, from, to, byCase = false, asked = [], leads = {} }: Counting,
): Promise<readonly Count[]> {
  const { caseNo, alike } = caseIn(sql, byCase);
  return await sql<Count[]>`
    with ${askedIn(sql, asked)},
    done as (
      select e.case_no, h.matter, e.event #>> '{account,unit}' as unit, h.unit as opener, e.event #>> '{account,name}' as step,
        e.event ->> 'outcome' as outcome, e.at, (e.event #>> '{account,due}')::bigint as due,
        split_part(e.event ->> 'act', '/', -2) as branch,
        coalesce(h.labels ->> (${sql.json(leads)}::jsonb ->> h.matter), '') as lead,
        bool_and(e.at < coalesce((e.event #>> '{account,due}')::bigint, e.at + 1)) over (
          partition by e.case_no, left(e.event ->> 'act', -length(split_part(e.event ->> 'act', '/', -1)))
          order by e.seq) as kept,
        ${saidIn(sql, sql`(e.event -> 'form')`)}
      from entry e join case_head h on h.case_no = e.case_no
        left join asked a on a.step = e.event #>> '{account,name}'
      where e.event ->> 'type' = 'decided' and e.at >= ${from} and e.at < ${to} and e.event ? 'account' and ${of}
    )
    select ${caseNo} matter, unit, opener, branch, lead, step, outcome, said, count(*)::int as decided, count(due)::int as limited,
      count(*) filter (where at < due)::int as "onTime", count(*) filter (where kept)::int as "allOnTime",
      coalesce(sum(points), 0)::int as points
    from done group by ${alike} matter, unit, opener, branch, lead, step, outcome, said
    order by matter, unit, opener, branch, lead, step, outcome, said::text`;
}

/** What was brought up in the period, each with the unit that opened its case: cases opened, facts told that are asked for. */
export async function brought(
  sql: Sql,
  { of, from, to, byCase = false, asked = [] }: Counting,
): Promise<readonly Count[]> {
  const { caseNo, alike } = caseIn(sql, byCase);
  return await sql<Count[]>`
    with ${askedIn(sql, asked)},
    came as (
      select e.case_no, h.matter, h.unit, n.step, ${saidIn(sql, sql`n.form`)}
      from entry e join case_head h on h.case_no = e.case_no
        cross join lateral (select coalesce(e.event ->> 'fact', ${opened}) as step,
          coalesce(e.event -> 'data', e.event #> '{input,form}') as form) n
        left join asked a on a.step = n.step
      where e.event ->> 'type' in ('opened', 'supplemented') and e.at >= ${from} and e.at < ${to} and ${of}
    )
    select ${caseNo} matter, unit, unit as opener, '' as branch, '' as lead, step, '' as outcome, count(*)::int as decided,
      0 as limited, 0 as "onTime", 0 as "allOnTime", said, coalesce(sum(points), 0)::int as points
    from came group by ${alike} matter, unit, step, said order by matter, unit, step, said::text`;
}

/** Cases opened in the period that say of an earlier one that it has not lasted; counted of that one. */
export async function recurrences(
  sql: Sql,
  { of, from, to, byCase = false }: Counting,
): Promise<readonly Count[]> {
  const { caseNo, alike } = caseIn(sql, byCase);
  return await sql<Count[]>`
    with again as (
      select before.case_no, h.matter, e.event #>> '{input,recurrence,lead}' as lead, before.unit as opener
      from entry e join case_head h on h.case_no = e.case_no
        join case_head before on before.case_no = e.event #>> '{input,recurrence,caseNo}'
      where e.seq = 1 and e.at >= ${from} and e.at < ${to} and e.event #> '{input,recurrence}' is not null
        and ${of})
    select ${caseNo} matter, lead as unit, opener, lead as branch, lead, ${recurred} as step, '' as outcome,
      count(*)::int as decided, 0 as limited, 0 as "onTime", 0 as "allOnTime", null as said, 0 as points
    from again group by ${alike} matter, lead, opener order by matter, lead, opener`;
}

export type Borne = { readonly party: Party; readonly minutes: number };

/** Minutes by who bore them, the office's or, in an emergency, the wall's, from the spans entered in the period: each in the month in which it ended. */
export async function minutesBorne(
  sql: Sql,
  of: Fragment,
  { from, to }: Period,
  calendar: Calendar,
): Promise<readonly Borne[]> {
  // Of an instant: the office's time from the first entry of all until then. Added up where the spans are.
  const open = workingSpans(calendar, (await firstMoment(sql)) ?? to, to);
  if (open.length === 0) return [];
  let passed = 0;
  const before = open.map(([start, end]) => {
    passed += end - start;
    return passed - (end - start);
  });
  const worked = (at: Fragment): Fragment => {
    const i = sql`width_bucket(${at}, o.starts)`;
    return sql`coalesce(o.before[${i}] + least(${at}, o.ends[${i}]) - o.starts[${i}], 0)`;
  };
  const borne = await sql<{ party: Party; ms: number }[]>`
    with office as (select ${open.map(([start]) => start)}::bigint[] as starts, ${open.map(([, end]) => end)}::bigint[] as ends,
      ${before}::bigint[] as before)
    select e.derived #> '{bearer,party}' as party, sum(
      case when e.derived #> '{bearer,wall}' is not null then e.at - p.at
      else ${worked(sql`e.at`)} - ${worked(sql`p.at`)} end)::bigint as ms
    from entry e join entry p on p.case_no = e.case_no and p.seq = e.seq - 1 join case_head h on h.case_no = e.case_no
      cross join office o
    where e.at >= ${from} and e.at < ${to} and e.derived ? 'bearer' and ${of} group by 1`;
  return borne
    .map(({ party, ms }) => ({ name: canonical(party), party, minutes: Math.round(ms / minuteMs) }))
    .sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1))
    .map(({ party, minutes }) => ({ party, minutes }));
}

export type Frozen = { readonly period: string; readonly body: string; readonly sha256: string };

export async function frozen(sql: Sql, period: string): Promise<Frozen | undefined> {
  const [row] = await sql<Frozen[]>`
    select month as period, body, sha256 from frozen_period where month = ${period} and formula = ${formula}`;
  return row;
}

/** Periods that were frozen, the latest first. */
export async function frozenPeriods(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ period: string }[]>`
    select month as period from frozen_period where formula = ${formula} order by month desc`;
  return rows.map(({ period }) => period);
}

/** What was frozen first stands. */
export async function freeze(sql: Sql, period: string, figures: object): Promise<void> {
  const body = canonical({ period, formula, ...figures });
  const sha256 = createHash('sha256').update(body).digest('hex');
  await sql`insert into frozen_period (month, formula, body, sha256) values (${period}, ${formula}, ${body}, ${sha256})
    on conflict do nothing`;
}

/** The first month of which anything was entered; undefined before that. */
export async function firstMoment(sql: Sql): Promise<number | undefined> {
  const [row] = await sql<{ at: number | null }[]>`select min(at) as at from entry`;
  return row?.at ?? undefined;
}
