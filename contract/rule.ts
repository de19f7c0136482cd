/** Policy as dated data: a value that a law, a county or a year may change, with its basis. */
import type { DateText } from './calendar.ts';

/** Plain JSON: what can be stored, signed for and carried by a case. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One row of a rule: the value in force from a day on, until the next row or `to` (included). */
export type RuleRow<V extends Json = Json> = {
  readonly value: V;
  readonly from: DateText;
  readonly to?: DateText;
  /** Clause or document. */
  readonly basis: string;
  /** `law`: fixed by a text that was read. `county`: local configuration, to be confirmed with the county. */
  readonly standing: 'law' | 'county';
};

declare const typed: unique symbol;

/** A rule as a process names it: its rows are data, its value's type is known. */
export type RuleName<V extends Json = Json> = { readonly name: string; readonly [typed]?: V };

/** A named rule with all its rows, oldest first. The version is recorded with every decision that used it. */
export type Rule<V extends Json = Json> = {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly rows: readonly RuleRow<V>[];
};
