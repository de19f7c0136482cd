/** 考核: the figures of a month or a year, computed from the ledger alone; of each that has been over long enough, kept as they are. */
import type { County } from '../contract/county.ts';
import { isInForce } from '../contract/in-force.ts';
import type { Json, RuleName } from '../contract/rule.ts';
import type { Sql } from '../db/connect.ts';
import {
  askedBy,
  type Borne,
  brought,
  type Count,
  counts,
  firstMoment,
  freeze,
  frozen,
  isYear,
  minutesBorne,
  monthAfter,
  periodOf,
  recurrences,
} from '../db/periods.ts';
import { countyTables } from '../db/tables.ts';
import { dateOf, dayMs } from '../engine/clock/time.ts';
import { matters } from '../workflows/index.ts';
import type { PeriodActivities } from '../workflows/shell/messages.ts';
import { type Measured, measured, type Scored, scored, type ValueThen } from './measures.ts';

export type PeriodFigures = {
  readonly counts: readonly Count[];
  readonly minutes: readonly Borne[];
  readonly metrics: readonly Measured[];
  readonly scores: readonly Scored[];
};

/** Scores are open to be put right for so long after a period. */
const openDays = 10;
const kinds = { county: '县级', department: '部门', township: '乡镇' } as const;

/** Of a month like 2026-11 or a year like 2026. The rules count as they were on its last day. */
export async function figuresOf(sql: Sql, county: County, name: string): Promise<PeriodFigures> {
  const period = periodOf(name);
  const { calendar, rules } = await countyTables(sql, county);
  const everything = sql`true`;
  const leads = Object.fromEntries(matters.flatMap(({ code, lead }) => (lead ? [[code, lead]] : [])));
  const asked = askedBy(matters.flatMap(({ metrics = [] }) => metrics));
  const [decided, came, again, minutes] = await Promise.all([
    counts(sql, everything, period, asked, leads),
    brought(sql, period, asked),
    recurrences(sql, period),
    minutesBorne(sql, everything, period, calendar),
  ]);
  const all = [...decided, ...came, ...again];
  const lastDay = dateOf(period.to - dayMs);
  const valueThen: ValueThen = <V extends Json>(rule: RuleName<V>) =>
    rules.get(rule.name)?.rows.findLast((row) => isInForce(row, lastDay))?.value as V | undefined;
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
