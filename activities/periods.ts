/** 考核冻结: the figures of each month that has been over long enough, computed from the ledger and kept as they are. */
import type { County } from '../contract/county.ts';
import type { Sql } from '../db/connect.ts';
import {
  counts,
  firstMoment,
  freeze,
  frozen,
  measured,
  minutesBorne,
  monthAfter,
  periodOf,
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
    const { calendar } = await countyTables(sql, county);
    const everything = sql`true`;
    const all = await counts(sql, everything, periodOf(month));
    return {
      counts: all,
      minutes: await minutesBorne(sql, everything, periodOf(month), calendar),
      metrics: matters.flatMap(({ code, metrics = [] }) => measured(code, metrics, all)),
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
