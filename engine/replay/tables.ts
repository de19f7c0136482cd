/** The dated tables a case carries: which row of a rule was in force, as far as the case knew. */
import { isInForce } from '../../contract/in-force.ts';
import type { Json, RuleName } from '../../contract/rule.ts';
import type { RuleInForce } from '../process/definition.ts';
import type { Tables } from './derived.ts';

/** The row in force on a date, from the newest tables the case had by a ledger entry. Throws if nothing covers the date. */
export function ruleInForceAt<V extends Json>(
  tables: readonly Tables[],
  rule: RuleName<V>,
  seq: number,
  date: string,
): RuleInForce<V> {
  const held = tables.findLast((t) => t.seq <= seq)?.rules.find((candidate) => candidate.name === rule.name);
  if (!held) throw new Error(`the case carries no table "${rule.name}"`);
  const row = held.rows.findLast((candidate) => isInForce(candidate, date));
  if (!row) throw new Error(`rule "${rule.name}" has no row in force on ${date}`);
  return { ...row, value: row.value as V, name: held.name, version: held.version };
}
