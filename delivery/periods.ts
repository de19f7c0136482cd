/** 考核: the figures of a month or a year, computed from the ledger alone; of each that has been over long enough, kept as they are. */
import type { County } from '../contract/county.ts';
import { isInForce } from '../contract/in-force.ts';
import type { Metric } from '../contract/metric.ts';
import type { Json, RuleName } from '../contract/rule.ts';
import type { Sql } from '../db/connect.ts';
import {
  askedBy,
  type Borne,
  brought,
  type Count,
  type Counting,
  counts,
  firstMoment,
  freeze,
  frozen,
  isYear,
  minutesBorne,
  monthAfter,
  type Period,
  periodOf,
  recurrences,
} from '../db/periods.ts';
import { type CountyTables, countyTables } from '../db/tables.ts';
import { dateOf, dayMs } from '../engine/clock/time.ts';
import { matters } from '../workflows/index.ts';
import type { PeriodActivities } from '../workflows/shell/messages.ts';
import {
  type Behind,
  behind,
  type Measured,
  measured,
  type Scored,
  scored,
  type ValueThen,
} from './measures.ts';

export type PeriodFigures = {
  readonly counts: readonly Count[];
  readonly minutes: readonly Borne[];
  readonly metrics: readonly Measured[];
  readonly scores: readonly Scored[];
};

/** Scores are open to be put right for so long after a period. */
const openDays = 10;
const kinds = { county: '县级', department: '部门', township: '乡镇' } as const;

/** Everything that figures are made of. */
async function allCounts(
  sql: Sql,
  of: Pick<Counting, 'from' | 'to' | 'of' | 'byCase'>,
): Promise<readonly Count[]> {
  const counting: Counting = {
    ...of,
    asked: askedBy(matters.flatMap(({ metrics = [] }) => metrics)),
    leads: Object.fromEntries(matters.flatMap(({ code, lead }) => (lead ? [[code, lead]] : []))),
  };
  const each = await Promise.all([counts, brought, recurrences].map((count) => count(sql, counting)));
  return each.flat();
}

/** The rules as they were on the last day of a period. */
function valuesThen({ rules }: CountyTables, { to }: Period): ValueThen {
  const lastDay = dateOf(to - dayMs);
  return <V extends Json>(rule: RuleName<V>) =>
    rules.get(rule.name)?.rows.findLast((row) => isInForce(row, lastDay))?.value as V | undefined;
}

/** Of the same name there may be one of those who act and one of those who lead. */
export type MetricName = {
  readonly matter: string;
  readonly metric: string;
  readonly of: Metric['of'];
};
export const metricOf = ({ matter, metric, of }: MetricName): Metric | undefined =>
  matters.find(({ code }) => code === matter)?.metrics?.find((one) => one.name === metric && one.of === of);

/** The cases behind a figure of a unit, the newest first: each with what it adds. */
export async function casesBehind(
  sql: Sql,
  county: County,
  name: string,
  { matter, metric, unit }: { readonly matter: string; readonly metric: Metric; readonly unit: string },
): Promise<readonly Behind[]> {
  const period = periodOf(name);
  const [tables, all] = await Promise.all([
    countyTables(sql, county),
    allCounts(sql, { ...period, of: sql`h.matter = ${matter}`, byCase: true }),
  ]);
  return behind(metric, unit, all, valuesThen(tables, period));
}

/** Of a month like 2026-11 or a year like 2026. The rules count as they were on its last day. */
export async function figuresOf(sql: Sql, county: County, name: string): Promise<PeriodFigures> {
  const period = periodOf(name);
  const tables = await countyTables(sql, county);
  const everything = sql`true`;
  const [all, minutes] = await Promise.all([
    allCounts(sql, { ...period, of: everything }),
    minutesBorne(sql, everything, period, tables.calendar),
  ]);
  const valueThen = valuesThen(tables, period);
  const kindOf = (unit: string): string =>
    kinds[county.units.find(({ id }) => id === unit)?.kind ?? 'department'];
  const metrics = matters.flatMap(({ code, metrics: own = [] }) => measured(code, own, all, valueThen));
  const scores = matters.flatMap(({ code, scores: own = [] }) =>
    own
      .filter(({ yearly }) => !yearly || isYear(name))
      .flatMap((score) =>
        scored(code, score, metrics, { groups: valueThen(score.peers) ?? [], kindOf }, valueThen),
      ),
  );
  return { counts: all, minutes, metrics, scores };
}

/** `now` is county time. */
export function periodActivities(sql: Sql, county: County, now: () => number): PeriodActivities {
  const isOver = (period: string): boolean => periodOf(period).to + openDays * dayMs <= now();
  function* due(first: string): Generator<string> {
    for (let month = first; isOver(month); month = monthAfter(month)) yield month;
    for (let year = Number(first.slice(0, 4)); isOver(`${year}`); year++) yield `${year}`;
  }
  return {
    async freezePeriods() {
      const first = await firstMoment(sql);
      if (first === undefined) return [];
      const done: string[] = [];
      for (const period of due(dateOf(first).slice(0, 7))) {
        if (await frozen(sql, period)) continue;
        await freeze(sql, period, await figuresOf(sql, county, period));
        done.push(period);
      }
      return done;
    },
  };
}
