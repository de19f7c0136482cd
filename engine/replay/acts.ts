/** An act met on the way: its key and place, and the decision that answers it. */

import { thisSystem } from '../../contract/names.ts';
import {
  type Act,
  type ActKind,
  type ActOptions,
  allAnswered,
  type InquiryOptions,
  type Outcomes,
  outcome,
} from '../process/act.ts';
import { ProcessDefinitionError, type Step } from '../process/definition.ts';
import type { LinkedOptions, LinkedOutcome, WaitOptions } from '../process/said.ts';
import { newer, pass, passGhost } from './cursor.ts';
import type { RecordedDecision, Visit } from './derived.ts';
import { checkLimit } from './limits.ts';
import { isAt, type Position, relation } from './position.ts';
import { askedOf } from './question.ts';
import { block, checkName, type Mutable, type Walk } from './walk.ts';

const nobody: readonly string[] = [];
/** The outcome of a wait: the clock's alone. */
const waited = '届满';

function place(walk: Walk, name: string): { key: string; position: Position } {
  checkName(name);
  const cursor = walk.cursor;
  const position = [...cursor.prefix, cursor.ordinal++];
  const base = cursor.scope + name;
  const earlier = walk.placed.get(base);
  if (earlier && relation(earlier.position, position) === 'concurrent') {
    throw new ProcessDefinitionError(`两个并行的分支里都有“${base}”，请用 each 或改名区分`);
  }
  const count = (earlier?.count ?? 0) + 1;
  walk.placed.set(base, { count, position });
  return { key: count === 1 ? base : `${base}#${count}`, position };
}

/** The decision if it was made here, and, where something before it is newer, if it was asked the same. */
function answerTo<D extends RecordedDecision>(
  walk: Walk,
  act: Act,
  position: Position,
  decision: D | undefined,
): D | undefined {
  if (!decision) return undefined;
  if (decision.position && !isAt(decision.position, position)) return undefined;
  const { latest, shown } = walk.cursor;
  if (!decision.asked || decision.seq > latest.seq) return decision;
  return decision.asked === askedOf({ ...act, shown }) ? decision : undefined;
}

export function* act(
  walk: Walk,
  kind: ActKind,
  name: string,
  options: ActOptions<Outcomes>,
  inquiry?: Act['inquiry'],
): Step<RecordedDecision> {
  const { key, position } = place(walk, name);
  const reopened = walk.input.reopened.get(key);
  const opened = reopened ? newer(walk.cursor.latest, reopened) : walk.cursor.latest;
  const { by, outcomes, basis, separateFrom = nobody, returnable = true } = options;
  const act: Mutable<Act> = { key, name, kind, by, outcomes, basis, separateFrom, returnable };
  if (options.within) {
    checkLimit(name, options.within);
    act.within = options.within;
  }
  if (options.clock) act.clock = walk.said.clockKey(walk.cursor, options.clock);
  if (options.expires) act.expires = options.expires;
  if (options.brief) act.brief = options.brief;
  if (inquiry) act.inquiry = inquiry;
  const { behind } = walk.cursor;
  const decision = answerTo(walk, act, position, walk.input.decisions.get(key));
  if (decision) {
    const visit: Mutable<Visit> = { act, position, decision, opened };
    if (behind) visit.waiting = true;
    walk.trace.push(visit);
    pass(walk.cursor, { seq: decision.seq, at: decision.at });
    return decision;
  }
  if (!behind) walk.open.push({ ...act, position, opened, shown: walk.cursor.shown });
  const ghost = answerTo(walk, act, position, walk.input.ghosts.get(key));
  if (!ghost) return yield* block();
  walk.ghosts.push({ act, position, decision: ghost, opened });
  passGhost(walk.cursor, ghost);
  return ghost;
}

export function* inquire(
  walk: Walk,
  name: string,
  options: InquiryOptions<Outcomes>,
): Step<RecordedDecision> {
  const { system, sources, question } = options;
  const outcomes = { ...options.outcomes, [allAnswered]: outcome() };
  return yield* act(walk, 'inquire', name, { ...options, outcomes }, { system, sources, question });
}

export function* linked(
  walk: Walk,
  name: string,
  { by, basis, matter, unit, form }: LinkedOptions,
): Step<LinkedOutcome> {
  const { answers } = yield* inquire(walk, name, {
    by,
    basis,
    outcomes: {},
    system: thisSystem,
    sources: [matter],
    question: { matter, unit, form },
  });
  const { caseNo = '', outcome: ended = '', detail = {} } = answers?.[matter] ?? {};
  return { caseNo: String(caseNo), outcome: String(ended), detail: detail as LinkedOutcome['detail'] };
}

export function* wait(walk: Walk, name: string, options: WaitOptions): Step<void> {
  yield* act(walk, 'await', name, { ...options, outcomes: { [waited]: outcome() }, expires: waited });
}
