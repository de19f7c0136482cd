/** How dated rules are read and checked. */
import type { Json, Rule, RuleRow } from '../../contract/rule.ts';

/** How a function reads rules: by the tables a case carries, so that what was pinned stays pinned. */
export type ReadRule = <V extends Json>(rule: Rule<V>) => RuleRow<V>;

const kindOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

/** Whether a new value can stand where the old one stood: the same kinds in the same places, lists of any length. */
export function sameShape(old: Json, value: Json): boolean {
  if (kindOf(old) !== kindOf(value)) return false;
  if (Array.isArray(old) && Array.isArray(value))
    return value.every((item) => old.length === 0 || old.some((known) => sameShape(known, item)));
  if (kindOf(old) !== 'object') return true;
  const [a, b] = [old, value] as [{ [key: string]: Json }, { [key: string]: Json }];
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameShape(a[key] as Json, b[key] as Json))
  );
}
