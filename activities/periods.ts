/** 考核冻结: the figures of each month that has been over long enough, computed from the ledger and kept as they are. */
import type { County } from '../contract/county.ts';
import { isInForce } from '../contract/in-force.ts';
import type { PerUnit } from '../contract/metric.ts';
import type { Json, RuleName } from '../contract/rule.ts';
import type { Sql } from '../db/connect.ts';
import {
  askedBy,
  counts,
  firstMoment,
  freeze,
  frozen,
  measured,
  minutesBorne,
  monthAfter,
  periodOf,
  recurrences,
  scored,
} from '../db/periods.ts';
import { countyTables } from '../db/tables.ts';
import { dateOf, dayMs } from '../engine/clock/time.ts';
import { matters } from '../workflows/index.ts';
import type { PeriodActivities } from '../workflows/shell/messages.ts';

/** Scores are open to be put right for so long after a month. */
const openDays = 10;

/** `now` is county time. */
export function periodActivities(sql: Sql, county: County, now: () => number): PeriodActivities {
  async function figures(month: string): Promise<object> {
    const period = periodOf(month);
    const { calendar, rules } = await countyTables(sql, county);
    const everything = sql`true`;
    const leads = Object.fromEntries(matters.flatMap(({ code, lead }) => (lead ? [[code, lead]] : [])));
    const asked = askedBy(matters.flatMap(({ metrics = [] }) => metrics));
    const all = [
      ...(await counts(sql, everything, period, asked, leads)),
      ...(await recurrences(sql, period)),
    ];
    const lastDay = dateOf(period.to - dayMs);
    /** As it was on the month's last day; nothing, where the county has said nothing. */
    const valueThen = <V extends Json>({ name }: RuleName<V>): V | undefined =>
      rules.get(name)?.rows.findLast((row) => isInForce(row, lastDay))?.value as V | undefined;
    const perUnit = (rule: RuleName<PerUnit>): PerUnit => valueThen(rule) ?? {};
    const metrics = matters.flatMap(({ code, metrics: own = [] }) => measured(code, own, all, perUnit));
    const scores = matters.flatMap(({ code, scores: own = [] }) =>
      own.flatMap((score) => {
        const weights = valueThen(score.weights);
        return weights ? scored(code, score, weights, metrics) : [];
      }),
    );
    return {
      counts: all,
      minutes: await minutesBorne(sql, everything, period, calendar),
      metrics,
      scores,
    };
  }

  return {
    async freezePeriods() {
      const first = await firstMoment(sql);
      if (first === undefined) return [];
      const done: string[] = [];
      for (
        let month = dateOf(first).slice(0, 7);
        periodOf(month).to + openDays * dayMs <= now();
        month = monthAfter(month)
      ) {
        if (await frozen(sql, month)) continue;
        await freeze(sql, month, await figures(month));
        done.push(month);
      }
      return done;
    },
  };
}
