/** The figures of a month, from the ledger alone, and as they were frozen. */
import { createHash } from 'node:crypto';
import type { Calendar } from '../contract/calendar.ts';
import { canonical } from '../contract/hash.ts';
import {
  type Counted,
  type Metric,
  type PerUnit,
  recurred,
  type Score,
  type Weights,
} from '../contract/metric.ts';
import type { RuleName } from '../contract/rule.ts';
import { workingSpans } from '../engine/clock/deadline.ts';
import type { Party } from '../engine/clock/responsibility-span.ts';
import { minuteMs } from '../engine/clock/time.ts';
import type { Fragment, Sql } from './connect.ts';

/** Raised with every change of what a figure means. */
export const formula = 2;

/** A month of the county, like 2026-11, as [from, to) of county time. */
export type Period = { readonly from: number; readonly to: number };
const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00+08:00`);
export function monthAfter(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
export const periodOf = (month: string): Period => ({ from: startOf(month), to: startOf(monthAfter(month)) });

/** Acts of offices decided in the period, alike in all that is said of them. */
export type Count = {
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
};
/** A field of the form of an act that a figure depends on. */
export type Asked = { readonly step: string; readonly field: string };

/** The fields that metrics depend on, each once. */
export const askedBy = (metrics: readonly Metric[]): readonly Asked[] => [
  ...new Map(
    metrics
      .flatMap(({ counted, among }) => ('per' in among ? [counted] : [counted, among]))
      .flatMap(({ steps, said }) => (said ? steps.map((step) => ({ step, field: said.field })) : []))
      .map((asked) => [`${asked.step}.${asked.field}`, asked] as const),
  ).values(),
];

/** `of` restricts `entry e` and its `case_head h`. A limit that ran out by itself was not kept. */
export async function counts(
  sql: Sql,
  of: Fragment,
  { from, to }: Period,
  asked: readonly Asked[] = [],
  leads: { readonly [matter: string]: string } = {},
): Promise<readonly Count[]> {
  return await sql<Count[]>`
    with asked as (select * from jsonb_to_recordset(${sql.json([...asked])}) as a (step text, field text)),
    done as (
      select h.matter, e.event #>> '{account,unit}' as unit, h.unit as opener, e.event #>> '{account,name}' as step,
        e.event ->> 'outcome' as outcome, e.at, (e.event #>> '{account,due}')::bigint as due,
        split_part(e.event ->> 'act', '/', -2) as branch,
        coalesce(h.labels ->> (${sql.json(leads)}::jsonb ->> h.matter), '') as lead,
        bool_and(e.at < coalesce((e.event #>> '{account,due}')::bigint, e.at + 1)) over (
          partition by e.case_no, left(e.event ->> 'act', -length(split_part(e.event ->> 'act', '/', -1)))
          order by e.seq) as kept,
        (select jsonb_object_agg(a.field, e.event #>> array['form', a.field]) from asked a
          where a.step = e.event #>> '{account,name}' and e.event #>> array['form', a.field] is not null) as said
      from entry e join case_head h on h.case_no = e.case_no
      where e.event ->> 'type' = 'decided' and e.at >= ${from} and e.at < ${to} and e.event ? 'account' and ${of}
    )
    select matter, unit, opener, branch, lead, step, outcome, said, count(*)::int as decided, count(due)::int as limited,
      count(*) filter (where at < due)::int as "onTime", count(*) filter (where kept)::int as "allOnTime"
    from done group by matter, unit, opener, branch, lead, step, outcome, said
    order by matter, unit, opener, branch, lead, step, outcome, said::text`;
}

/** Cases opened in the period that say of an earlier one that it has not lasted. */
export async function recurrences(sql: Sql, { from, to }: Period): Promise<readonly Count[]> {
  return await sql<Count[]>`
    select h.matter, e.event #>> '{input,recurrence,lead}' as unit, before.unit as opener, ${recurred} as step,
      e.event #>> '{input,recurrence,lead}' as branch, e.event #>> '{input,recurrence,lead}' as lead, '' as outcome, count(*)::int as decided, 0 as limited,
      0 as "onTime", 0 as "allOnTime", null as said
    from entry e join case_head h on h.case_no = e.case_no
      join case_head before on before.case_no = e.event #>> '{input,recurrence,caseNo}'
    where e.seq = 1 and e.at >= ${from} and e.at < ${to} and e.event #> '{input,recurrence}' is not null
    group by h.matter, 2, before.unit order by h.matter, 2, before.unit`;
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

export type Measured = {
  readonly matter: string;
  readonly metric: string;
  readonly formula: string;
  readonly of: Metric['of'];
  /** Null of those put together because each is too small a sample to say anything of it. */
  readonly unit: string | null;
  /** So small a sample says nothing of the unit alone. */
  readonly small: boolean;
  readonly counted: number;
  readonly among: number;
  /** Null where there was nothing to measure. */
  readonly rate: number | null;
};

export const rate = (counted: number, among: number): number | null =>
  among === 0 ? null : Math.round((counted / among) * 10_000) / 10_000;

const sumOf = (rows: readonly Count[], { steps, outcomes, onTime, allOnTime, said }: Counted): number =>
  rows
    .filter(
      (row) =>
        steps.includes(row.step) &&
        (row.step === recurred || (outcomes?.includes(row.outcome) ?? true)) &&
        (!said || said.among.includes(row.said?.[said.field] ?? '')),
    )
    .reduce((sum, row) => sum + (allOnTime ? row.allOnTime : onTime ? row.onTime : row.decided), 0);

/** A rate of fewer than these says nothing of anybody: they are put together. */
export const smallestSample = 5;

/** Of every unit there is something to measure of; those of too small a sample are put together besides. */
export function measured(
  matter: string,
  metrics: readonly Metric[],
  all: readonly Count[],
  perUnit: (rule: RuleName<PerUnit>) => PerUnit,
): readonly Measured[] {
  const own = all.filter((row) => row.matter === matter);
  return metrics.flatMap((metric): readonly Measured[] => {
    const { name, formula: said, of, counted, among } = metric;
    const common = { matter, metric: name, formula: said, of };
    const per = 'per' in among ? perUnit(among.per) : undefined;
    const each = [...new Set(own.map((row) => row[of]))]
      .filter(Boolean)
      .sort()
      .flatMap((unit) => {
        const rows = own.filter((row) => row[of] === unit);
        const whole = 'per' in among ? (per?.[unit] ?? 0) : sumOf(rows, among);
        return whole === 0 ? [] : [{ unit, counted: sumOf(rows, counted), among: whole }];
      });
    const isSmall = (whole: number): boolean => !per && whole < smallestSample;
    const small = each.filter((one) => isSmall(one.among));
    const sum = (field: 'counted' | 'among'): number => small.reduce((total, one) => total + one[field], 0);
    const together = { unit: null, counted: sum('counted'), among: sum('among') };
    return [...each, ...(small.length < 2 ? [] : [together])].map((one) => ({
      ...common,
      ...one,
      small: isSmall(one.among),
      rate: rate(one.counted, one.among),
    }));
  });
}

export type Scored = {
  readonly matter: string;
  readonly score: string;
  readonly formula: string;
  readonly of: Metric['of'];
  readonly unit: string;
  /** Out of a hundred. */
  readonly points: number;
  /** Some rate of it is of too small a sample. */
  readonly small: boolean;
};

/** Of the units that every rate is known of. */
export function scored(
  matter: string,
  { name, of }: Score,
  weights: Weights,
  rates: readonly Measured[],
): readonly Scored[] {
  const parts = Object.entries(weights);
  const own = rates.flatMap(({ unit, ...one }) =>
    one.matter === matter && one.of === of && unit !== null ? [{ ...one, unit }] : [],
  );
  const said = `100 ×（${parts.map(([metric, weight]) => `${weight} × ${metric}`).join(' + ')}）`;
  return [...new Set(own.map(({ unit }) => unit))].sort().flatMap((unit): readonly Scored[] => {
    const found = parts.map(([metric, weight]) => {
      const known = own.find((one) => one.unit === unit && one.metric === metric)?.rate;
      return known === undefined || known === null ? undefined : known * weight;
    });
    if (found.some((part) => part === undefined)) return [];
    const sum = found.reduce<number>((total, part) => total + (part ?? 0), 0);
    const small = parts.some(([metric]) =>
      own.some((one) => one.unit === unit && one.metric === metric && one.small),
    );
    return [{ matter, score: name, formula: said, of, unit, points: Math.round(sum * 10_000) / 100, small }];
  });
}

export type Frozen = { readonly month: string; readonly body: string; readonly sha256: string };

export async function frozen(sql: Sql, month: string): Promise<Frozen | undefined> {
  const [row] = await sql<Frozen[]>`
    select month, body, sha256 from frozen_period where month = ${month} and formula = ${formula}`;
  return row;
}

/** What was frozen first stands. */
export async function freeze(sql: Sql, month: string, figures: object): Promise<Frozen> {
  const body = canonical({ month, formula, ...figures });
  const sha256 = createHash('sha256').update(body).digest('hex');
  await sql`insert into frozen_period (month, formula, body, sha256) values (${month}, ${formula}, ${body}, ${sha256})
    on conflict do nothing`;
  return (await frozen(sql, month)) ?? { month, body, sha256 };
}

/** The first month of which anything was entered; undefined before that. */
export async function firstMoment(sql: Sql): Promise<number | undefined> {
  const [row] = await sql<{ at: number | null }[]>`select min(at) as at from entry`;
  return row?.at ?? undefined;
}
