/** How dated rules are read and checked. */
import type { Json, RuleName, RuleRow } from '../../contract/rule.ts';

/** How a function reads rules: by the tables a case carries, so that what was pinned stays pinned. */
export type ReadRule = <V extends Json>(rule: RuleName<V>) => RuleRow<V>;

/** Names a matter's rules: `<matter>.<rule>`. */
export const ruleNames =
  (matter: string) =>
  <V extends Json>(rule: string): RuleName<V> => ({ name: `${matter}.${rule}` });
