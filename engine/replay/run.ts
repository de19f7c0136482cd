/**
 * Runs a process over the decisions taken so far. The result is a function of their *set*: each act is fed its own
 * decision by key, a branch stops at the first act without one, and branches run apart. Nothing is resumed.
 */
import { thisSystem } from '../../contract/names.ts';
import { dateOf } from '../clock/time.ts';
import type { ActKind, ActOptions, Moment, Outcomes } from '../process/act.ts';
import { type CaseInput, type Context, ProcessDefinitionError, type Result } from '../process/definition.ts';
import type { RecordOptions } from '../process/said.ts';
import { act, inquire, linked, wait } from './acts.ts';
import { all, each, race } from './branches.ts';
import { newer } from './cursor.ts';
import type { Run, RunInput } from './derived.ts';
import { awaitFact, known, ruleInForce } from './facts.ts';
import { block, Walk } from './walk.ts';

/** The case's input as the decision or fact taken last on this way found it. */
function inputAt({ input: { input, former }, cursor: { moment } }: Walk): CaseInput {
  const held = former.find(({ until }) => moment.seq < until);
  return held ? { ...input, form: held.form } : input;
}

/** What a process is given: its own case, as this run has reached it. */
function contextOf(walk: Walk): Context<CaseInput> {
  // The public signatures narrow each decision to its act's own outcomes; here they are all recorded data.
  const ask = (kind: ActKind) =>
    ((name: string, options: ActOptions<Outcomes>) =>
      act(walk, kind, name, options)) as Context<CaseInput>['decide'];
  const { said } = walk;
  return {
    get input() {
      return inputAt(walk);
    },
    today: () => dateOf(walk.cursor.moment.at),
    now: () => walk.cursor.moment.at,
    known: (name, isMeant) => known(walk, name, isMeant),
    ruleInForce: (rule) => ruleInForce(walk, rule, walk.cursor.moment),
    ruleAsAccepted: (rule) => ruleInForce(walk, rule, walk.cursor.accepted ?? walk.cursor.moment),
    decide: ask('decide'),
    serve: ask('serve'),
    publicNotice: ask('publicNotice'),
    askApplicant: ask('askApplicant'),
    inquire: ((name, options) => inquire(walk, name, options)) as Context<CaseInput>['inquire'],
    case: (name, options) => linked(walk, name, options),
    await: (fact, isMeant) => awaitFact(walk, fact, isMeant),
    found: (name, open) =>
      said.send(walk.cursor, name, { kind: 'final', system: thisSystem, payload: { open } }),
    tell: (name, tell) =>
      said.send(walk.cursor, name, { kind: 'final', system: thisSystem, payload: { tell } }),
    wait: (name, options) => wait(walk, name, options),
    never: block,
    all: ((branches) => all(walk, branches)) as Context<CaseInput>['all'],
    each: (scope, list, nameOf, branch, late) => each(walk, scope, list, nameOf, branch, late),
    race: ((branches) => race(walk, branches)) as Context<CaseInput>['race'],
    accept: () => said.accept(walk.cursor),
    startClock: (name, limit, options) => said.startClock(walk.cursor, name, limit, options),
    stopClock: (name) => said.stopClock(walk.cursor, name),
    pauseClock: (name) => said.turnClock(walk.cursor, name, true),
    resumeClock: (name) => said.turnClock(walk.cursor, name, false),
    notice: (name, options) => said.notice(walk.cursor, name, options),
    send: (name, options) => said.send(walk.cursor, name, options),
    label: (name, value) => said.label(walk.cursor, name, value),
    record: (register, options) => record(walk, register, options),
    close: (ended, detail) => ({ outcome: ended, ...(detail ? { detail } : {}) }),
  };
}

function record(walk: Walk, register: string, options: RecordOptions): void {
  if (!walk.input.process.registers?.[register])
    throw new ProcessDefinitionError(`流程没有写明登记簿“${register}”`);
  walk.said.record(walk.cursor, register, options);
}

/** Closes the run: its result if the process reached one, the ending's if the case was ended by somebody's word. */
function finish(walk: Walk, context: Context<CaseInput>, reached: Result | undefined): Run {
  const { ending, process, input, extensions, versionSince } = walk.input;
  const { said } = walk;
  const { latest, behind } = walk.cursor;
  let result: (Result & Moment) | undefined;
  if (ending) {
    const moment = { seq: ending.seq, at: ending.at };
    walk.cursor = { ...walk.cursor, moment, latest: moment, behind: undefined };
    said.undo();
    process.onEnding?.(context, ending);
    result = { outcome: ending.outcome, ...moment };
  } else if (reached && !behind) result = { ...reached, ...newer(latest, versionSince) };
  if (result) said.reportBack(process.code, input.parent, result);
  said.settleClocks(result && { seq: result.seq, at: result.at });
  for (const extension of extensions) {
    walk.cursor = { ...walk.cursor, moment: { seq: extension.seq, at: extension.at } };
    said.tellOfExtension(extension);
  }
  const { clocks, notices, effects, labels, records, accepted } = said;
  return {
    open: result ? [] : walk.open,
    joinable: result ? [] : walk.joinable,
    trace: walk.trace,
    ghosts: walk.ghosts.filter(({ lost }) => !lost),
    clocks,
    notices,
    effects,
    labels,
    records,
    adopted: [...walk.adopted].map(([name, version]) => ({ name, version })),
    ...(accepted ? { accepted } : {}),
    ...(result ? { result } : {}),
  };
}

/** The state of the case as its process sees it. Throws only on a fault of the process itself. */
export function run(input: RunInput): Run {
  const walk = new Walk(input);
  const context = contextOf(walk);
  const step = input.process.body(context).next();
  return finish(walk, context, step.done ? step.value : undefined);
}
