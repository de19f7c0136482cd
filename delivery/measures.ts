/** Rates and scores from what was counted: arithmetic alone. */
import {
  type Counted,
  type Metric,
  type PeerGroup,
  recurred,
  type Score,
  type Tally,
} from '../contract/metric.ts';
import type { Json, RuleName } from '../contract/rule.ts';
import { type Count, tallied } from '../db/periods.ts';

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

/** A rule's value as it was in the period; nothing, where the county has said nothing. */
export type ValueThen = <V extends Json>(rule: RuleName<V>) => V | undefined;

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;
export const rate = (counted: number, among: number): number | null =>
  among === 0 ? null : rounded(counted / among, 4);

/** A rate of fewer than these says nothing of anybody: they are put together. */
export const smallestSample = 5;

/** Whether it is one of those counted, in time or not. */
const isOf = (row: Count, { steps, outcomes, said }: Counted): boolean =>
  steps.includes(row.step) &&
  (row.step === recurred || (outcomes?.includes(row.outcome) ?? true)) &&
  (!said || said.among.includes(row.said?.[said.field] ?? ''));

function counted(rows: readonly Count[], one: Counted): number {
  const { onTime, allOnTime, points } = one;
  const own = rows.filter((row) => isOf(row, one));
  const sum = (of: (row: Count) => number): number => own.reduce((total, row) => total + of(row), 0);
  if (points) return sum((row) => row.points) / 100;
  return sum((row) => (allOnTime ? row.allOnTime : onTime ? row.onTime : row.decided));
}
const sumOf = (rows: readonly Count[], tally: Tally): number =>
  tallied(tally).reduce((sum, one) => sum + counted(rows, one), 0);

/** What counts for whom, and how much of it. */
type Claim = { readonly as: 'unit' | 'opener' | 'branch' | 'lead'; readonly share: number };
function claimsOf(metric: Metric, valueThen: ValueThen): readonly Claim[] {
  if (metric.of !== 'shared') return [{ as: metric.of, share: 1 }];
  const { lead, opener } = valueThen(metric.shares) ?? { lead: 1, opener: 1 };
  return [
    { as: 'lead', share: lead },
    { as: 'opener', share: opener },
  ];
}

/** What a unit is measured by, each with its share. */
type Part = { readonly share: number; readonly rows: readonly Count[] };
const partsOf = (claims: readonly Claim[], rows: readonly Count[], unit: string): readonly Part[] =>
  claims.map(({ as, share }) => ({ share, rows: rows.filter((row) => row[as] === unit) }));
const shared = (parts: readonly Part[], tally: Tally): number =>
  rounded(
    parts.reduce((sum, { share, rows }) => sum + share * sumOf(rows, tally), 0),
    2,
  );

export type Behind = {
  readonly caseNo: string;
  /** What it adds to what is counted, and to what it is counted among; null where that is the unit's own number. */
  readonly counted: number;
  readonly among: number | null;
  /** What of the case it is: acts with how they ended, facts. */
  readonly steps: readonly string[];
};

/** What each case adds to a unit's figure, the newest first. `all` is of the metric's matter, each case counted for itself. */
export function behind(
  metric: Metric,
  unit: string,
  all: readonly Count[],
  valueThen: ValueThen,
): readonly Behind[] {
  const claims = claimsOf(metric, valueThen);
  const among = 'per' in metric.among ? undefined : metric.among;
  const tallies = [...tallied(metric.counted), ...(among ? tallied(among) : [])];
  return [...Map.groupBy(all, ({ caseNo = '' }) => caseNo)]
    .flatMap(([caseNo, rows]): readonly Behind[] => {
      const parts = partsOf(claims, rows, unit);
      const steps = parts.flatMap((part) =>
        part.rows
          .filter((row) => tallies.some((one) => isOf(row, one)))
          .map(({ step, outcome }) => (outcome ? `${step}·${outcome}` : step)),
      );
      if (steps.length === 0) return [];
      return [
        {
          caseNo,
          counted: shared(parts, metric.counted),
          among: among ? shared(parts, among) : null,
          steps: [...new Set(steps)],
        },
      ];
    })
    .sort((a, b) => (a.caseNo < b.caseNo ? 1 : -1));
}

/** Of every unit there is something to measure of; those of too small a sample are put together besides. */
export function measured(
  matter: string,
  metrics: readonly Metric[],
  all: readonly Count[],
  valueThen: ValueThen,
): readonly Measured[] {
  const own = all.filter((row) => row.matter === matter);
  return metrics.flatMap((metric): readonly Measured[] => {
    const { name, formula, of, among } = metric;
    const claims = claimsOf(metric, valueThen);
    const per = 'per' in among ? { each: among.each, units: valueThen(among.per) ?? {} } : undefined;
    const units = new Set(claims.flatMap(({ as }) => own.map((row) => row[as])));
    const each = [...units]
      .filter(Boolean)
      .sort()
      .flatMap((unit) => {
        const parts = partsOf(claims, own, unit);
        const whole =
          'per' in among ? rounded((per?.units[unit] ?? 0) / among.each, 4) : shared(parts, among);
        if (whole === 0) return [];
        const cases =
          'per' in among
            ? Number.POSITIVE_INFINITY
            : sumOf(
                parts.flatMap(({ rows }) => rows),
                among,
              );
        return [
          { unit, small: cases < smallestSample, counted: shared(parts, metric.counted), among: whole },
        ];
      });
    const small = each.filter((one) => one.small);
    const sum = (field: 'counted' | 'among'): number =>
      rounded(
        small.reduce((total, one) => total + one[field], 0),
        2,
      );
    const together = { unit: null, small: true, counted: sum('counted'), among: sum('among') };
    return [...each, ...(small.length < 2 ? [] : [together])].map((one) => ({
      matter,
      metric: name,
      formula,
      of,
      ...one,
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
  /** Those it is compared with. */
  readonly group: string;
  /** First is 1, those with the same points alike; null of one that is not ranked, or has nobody to be compared with. */
  readonly rank: number | null;
  /** How many of its group are ranked. */
  readonly ranked: number;
};

export type Peers = { readonly groups: readonly PeerGroup[]; readonly kindOf: (unit: string) => string };
const groupOf = ({ groups, kindOf }: Peers, unit: string): string =>
  groups.find(({ units }) => units.includes(unit))?.name ?? kindOf(unit);

/** Of the units that every rate is known of. */
export function scored(
  matter: string,
  { name, of, weights, small: ifSmall }: Score,
  rates: readonly Measured[],
  peers: Peers,
  valueThen: ValueThen,
): readonly Scored[] {
  const parts = Object.entries(valueThen(weights) ?? {});
  if (parts.length === 0) return [];
  const own = rates.filter((one) => one.matter === matter && one.of === of);
  const formula = `100 ×（${parts.map(([metric, weight]) => `${weight} × ${metric}`).join(' + ')}）`;
  const found = [...new Set(own.flatMap(({ unit }) => unit ?? []))].sort().flatMap((unit) => {
    const each = parts.map(([metric, weight]) => {
      const alone = own.find((one) => one.unit === unit && one.metric === metric);
      const together = own.find((one) => one.unit === null && one.metric === metric);
      const used = (alone?.small && ifSmall === 'pooled' ? together : undefined) ?? alone;
      return {
        small: alone?.small ?? false,
        share: used && used.rate !== null ? used.rate * weight : undefined,
      };
    });
    if (each.some(({ share }) => share === undefined)) return [];
    const points = rounded(100 * each.reduce((sum, { share = 0 }) => sum + share, 0), 2);
    const small = each.some((one) => one.small);
    return [{ unit, points, small, group: groupOf(peers, unit), isRanked: !small || ifSmall === 'pooled' }];
  });
  return found.map(({ isRanked, ...one }) => {
    const ranked = found.filter((other) => other.group === one.group && other.isRanked);
    const better = ranked.filter(({ points }) => points > one.points).length;
    const rank = isRanked && ranked.length > 1 ? better + 1 : null;
    return { matter, score: name, formula, of, ...one, rank, ranked: ranked.length };
  });
}
