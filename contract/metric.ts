import type { RuleName } from './rule.ts';

/** 考核指标: one number of decided acts over another, by whom. What it means is said with it, and never changes quietly. */
export type Counted = {
  /** Names of acts, whatever branch they are in, and `recurred`. */
  readonly steps: readonly string[];
  readonly outcomes?: readonly string[];
  /** Only those decided before their limit ended. */
  readonly onTime?: true;
  /** Only those where this act and every one before it in its branch were decided in time. */
  readonly allOnTime?: true;
  /** Only those whose form says one of these. */
  readonly said?: { readonly field: string; readonly among: readonly string[] };
};

/** Counted beside acts: that a case has come up again counts against who led it, and the unit that opened it. */
export const recurred = '复发';

export type Metric = {
  readonly name: string;
  /** As people read it. */
  readonly formula: string;
  /** Of the unit whose act it was, that opened the case, whose branch it was in, or that led the case. */
  readonly of: 'unit' | 'opener' | 'branch' | 'lead';
  readonly counted: Counted;
  /** Other acts; or a number of each unit's own, as its county says, like its people in thousands. */
  readonly among: Counted | { readonly per: RuleName<PerUnit> };
};
export type PerUnit = { readonly [unit: string]: number };

/** 综合分: rates of a matter weighed together, out of a hundred. */
export type Score = {
  readonly name: string;
  readonly of: Metric['of'];
  /** The rule that holds the weight of each rate, by its metric's name. */
  readonly weights: RuleName<Weights>;
};
export type Weights = { readonly [metric: string]: number };
