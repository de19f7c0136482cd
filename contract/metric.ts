import type { RuleName } from './rule.ts';

/** 考核指标: one number of what was decided, or brought up, over another, by whom. What it means is said with it, and never changes quietly. */
export type Counted = {
  /** Names of acts, whatever branch they are in; of facts that were told; `opened`, and `recurred`. */
  readonly steps: readonly string[];
  readonly outcomes?: readonly string[];
  /** Only those decided before their limit ended. */
  readonly onTime?: true;
  /** Only those where this act and every one before it in its branch were decided in time. */
  readonly allOnTime?: true;
  /** Only those whose form says one of these; a field in a group by its path. */
  readonly said?: { readonly field: string; readonly among: readonly string[] };
  /** Not how many, but the points that these fields of the form give together, a hundred counting as one. */
  readonly points?: readonly string[];
};
/** Several are added up. */
export type Tally = Counted | readonly Counted[];

/** Counted beside acts: a case as it is opened, with what its application says. */
export const opened = '登记';
/** Counted beside acts: that a case has come up again counts against who led it, and the unit that opened it. */
export const recurred = '复发';

export type Metric = {
  readonly name: string;
  /** As people read it. */
  readonly formula: string;
  readonly counted: Tally;
  /** Others; or a number of each unit's own, as its county says, like its people in thousands: by so many of these. */
  readonly among: Tally | { readonly per: RuleName<PerUnit>; readonly each: number };
} & (
  | {
      /** Of the unit whose act it was, that opened the case, whose branch it was in, or that led the case. */
      readonly of: 'unit' | 'opener' | 'branch' | 'lead';
    }
  | {
      /** Of who led the case and who opened it, to each its share. */
      readonly of: 'shared';
      readonly shares: RuleName<Shares>;
    }
);
export type PerUnit = { readonly [unit: string]: number };
/** 分成, of one. */
export type Shares = { readonly lead: number; readonly opener: number };

/** 综合分: rates of a matter weighed together, out of a hundred. */
export type Score = {
  readonly name: string;
  readonly of: Metric['of'];
  /** The rule that holds the weight of each rate, by its metric's name. */
  readonly weights: RuleName<Weights>;
  /** Which units are compared with one another; those not named, by their kind. */
  readonly peers: RuleName<readonly PeerGroup[]>;
  /** Said of years only. */
  readonly yearly?: true;
  /** A unit with too small a sample is not ranked; or it is given the rate of all such units together. */
  readonly small: 'unranked' | 'pooled';
};
export type Weights = { readonly [metric: string]: number };
export type PeerGroup = { readonly name: string; readonly units: readonly string[] };
