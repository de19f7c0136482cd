/**
 * Runs a process over the decisions taken so far. The result is a function of their *set*: each act is fed its own
 * decision by key, a branch stops at the first act without one, and branches run apart. Nothing is resumed.
 */
import type { Calendar } from '../../contract/calendar.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Json, Rule } from '../../contract/rule.ts';
import type { Act, DecidedBy, Fact, Moment } from '../process/act.ts';
import type {
  Answers,
  AnyProcess,
  ClockKind,
  Context,
  EffectOptions,
  Extension,
  NoticeOptions,
  Result,
  RuleInForce,
} from '../process/definition.ts';
import type { Position } from './position.ts';
import { Runner } from './runner.ts';

/** A decision that stands: what was decided, when, by whom. */
export type RecordedDecision = Moment & {
  readonly key: string;
  readonly outcome: string;
  readonly form: { readonly [name: string]: Json | undefined };
  readonly opinion: string;
  readonly by: DecidedBy;
  readonly answers?: Answers;
};

/** The rule tables and calendar the case carries from one ledger entry on. */
export type Tables = { readonly seq: number; readonly calendar: Calendar; readonly rules: readonly Rule[] };

export type RunInput = {
  readonly process: AnyProcess;
  readonly input: { readonly [name: string]: Json };
  readonly opened: Moment;
  readonly decisions: ReadonlyMap<string, RecordedDecision>;
  readonly facts: readonly Fact[];
  readonly tables: readonly Tables[];
  /** When an act was opened again by 退回 or 拿回. */
  readonly reopened: ReadonlyMap<string, Moment>;
  readonly extensions: readonly (Moment & { readonly clock: string; readonly reason: string })[];
  readonly ending?: Moment & { readonly name: string; readonly outcome: string; readonly opinion: string };
};

export type OpenAct = Act & { readonly position: Position; readonly opened: Moment };
/** An act the run has passed, with the decision it was fed. */
export type Visit = {
  readonly act: Act;
  readonly position: Position;
  readonly decision: RecordedDecision;
  readonly opened: Moment;
  /** In a branch that lost its race: it was asked and answered, and moves nothing any more. */
  readonly lost?: boolean;
};
export type DerivedClock = {
  readonly key: string;
  readonly name: string;
  readonly kind: ClockKind;
  readonly limit: Limit;
  readonly started: Moment;
  readonly stopped?: Moment;
  readonly extension?: Extension;
};
export type DerivedNotice = NoticeOptions & {
  readonly key: string;
  readonly name: string;
  readonly moment: Moment;
};
export type DerivedEffect = EffectOptions & {
  readonly key: string;
  readonly name: string;
  readonly moment: Moment;
};

export type Run = {
  readonly open: readonly OpenAct[];
  readonly trace: readonly Visit[];
  readonly clocks: readonly DerivedClock[];
  readonly notices: readonly DerivedNotice[];
  readonly effects: readonly DerivedEffect[];
  readonly labels: { readonly [name: string]: string };
  readonly adopted: readonly Pick<RuleInForce<Json>, 'name' | 'version'>[];
  readonly accepted?: Moment;
  readonly result?: Result & Moment;
};

/** The state of the case as its process sees it. Throws only on a fault of the process itself. */
export function run(input: RunInput): Run {
  const runner = new Runner(input);
  const body = input.process.body(runner.context as Context<never>);
  const step = body.next();
  return runner.finish(step.done ? step.value : undefined);
}
