/** Reads a dated rule. */
import type { Json, Rule, RuleRow } from '../contract/rule.ts';

/** The row in force on a date; undefined if no row covers it. */
export function ruleAt<V extends Json>(rule: Rule<V>, date: string): RuleRow<V> | undefined {
  return rule.rows.findLast((row) => row.from <= date && (row.to === undefined || date <= row.to));
}

/** How a function reads rules: by the tables a case carries, so that what was pinned stays pinned. */
export type ReadRule = <V extends Json>(rule: Rule<V>) => RuleRow<V>;
