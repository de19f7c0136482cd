/** What a process learns besides its decisions: facts told, and the rules in force. */
import type { Json, RuleName } from '../../contract/rule.ts';
import { dateOf } from '../clock/time.ts';
import type { Fact, Moment } from '../process/act.ts';
import type { RuleInForce, Step } from '../process/definition.ts';
import { pass, see, waitedFor } from './cursor.ts';
import { ruleInForceAt } from './tables.ts';
import { anything, block, type Walk } from './walk.ts';

export function known(walk: Walk, name: string, isMeant = anything): readonly Fact[] {
  const cursor = walk.cursor;
  const facts = walk.input.facts.filter(
    (fact) => fact.name === name && fact.seq <= cursor.moment.seq && isMeant(fact.data),
  );
  const newest = facts.at(-1);
  if (newest) see(cursor, name, newest.seq);
  return facts;
}

export function* awaitFact(walk: Walk, name: string, isMeant = anything): Step<Fact> {
  const cursor = walk.cursor;
  cursor.ordinal++;
  const seen = cursor.seen.get(name) ?? -1;
  const fact = walk.input.facts.find(
    (candidate) => candidate.name === name && candidate.seq > seen && isMeant(candidate.data),
  );
  if (!fact) return yield* block();
  see(cursor, name, fact.seq);
  const told = { seq: fact.seq, at: fact.at };
  if (fact.seq > cursor.moment.seq) pass(cursor, told);
  else waitedFor(cursor, told);
  return fact;
}

export function ruleInForce<V extends Json>(
  walk: Walk,
  rule: RuleName<V>,
  { at, seq }: Moment,
): RuleInForce<V> {
  const row = ruleInForceAt(walk.input.tables, rule, seq, dateOf(at));
  walk.adopted.set(row.name, row.version);
  return row;
}
