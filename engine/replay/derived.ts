/** What a run takes, and what it derives: open acts, the trace of decisions, clocks, notices, effects, labels, records. */
import type { Calendar } from '../../contract/calendar.ts';
import type { FormInput } from '../../contract/command.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Json, Rule } from '../../contract/rule.ts';
import type { Act, DecidedBy, Fact, Moment } from '../process/act.ts';
import type { Answers, AnyProcess, CaseInput, Result, RuleInForce } from '../process/definition.ts';
import type {
  ClockKind,
  EffectOptions,
  Extension,
  NoticeOptions,
  NoticeText,
  RecordOptions,
} from '../process/said.ts';
import type { Position } from './position.ts';

/** A decision that stands: what was decided, when, by whom. */
export type RecordedDecision = Moment & {
  readonly key: string;
  readonly outcome: string;
  readonly form: { readonly [name: string]: Json | undefined };
  readonly opinion: string;
  readonly by: DecidedBy;
  readonly answers?: Answers;
  /** By whom else it was affirmed, after its decider had turned out to be a relative. */
  readonly affirmed?: Moment & { readonly by: DecidedBy; readonly opinion: string };
  /** Where it was asked, and a digest of what its decider was asked; neither is known after a move to another version. */
  readonly position?: Position;
  readonly asked?: string;
};

/** A decision that stood until an act was opened again. */
export type Superseded = RecordedDecision & {
  /** The entry that opened its act again, or left it without a question. */
  readonly supersededBy: number;
};

/** The rule tables and calendar the case carries from one ledger entry on. */
export type Tables = { readonly seq: number; readonly calendar: Calendar; readonly rules: readonly Rule[] };

/** What a run looks up by an act's key. */
type ByKey<V> = { get(key: string): V | undefined };

export type RunInput = {
  readonly process: AnyProcess;
  readonly input: CaseInput;
  /** What the application said until an entry, in order. */
  readonly former: readonly { readonly until: number; readonly form: CaseInput['form'] }[];
  readonly opened: Moment;
  /** Since when the case goes by this version of its process. */
  readonly versionSince: Moment;
  readonly decisions: ByKey<RecordedDecision>;
  /** Acts opened again by 直达 or 拿回 and not yet decided anew, with the decisions that stood: what was decided after
   * them waits. */
  readonly ghosts: ByKey<Superseded>;
  readonly facts: readonly Fact[];
  readonly tables: readonly Tables[];
  /** When an act was opened again, if later than its own way here tells. */
  readonly reopened: ByKey<Moment>;
  readonly extensions: readonly (Moment & {
    readonly clock: string;
    readonly reason: string;
    readonly lastDay?: string;
  })[];
  readonly ending?: Moment & {
    readonly name: string;
    readonly outcome: string;
    readonly form: FormInput;
    readonly opinion: string;
  };
};

export type OpenAct = Act & {
  readonly position: Position;
  readonly opened: Moment;
  /** What the applicant or the public was told since the act before: the decider relies on it. */
  readonly shown: readonly NoticeText[];
};
/** An act the run has passed, with the decision it was fed. */
export type Visit = {
  readonly act: Act;
  readonly position: Position;
  readonly decision: RecordedDecision;
  readonly opened: Moment;
  /** In a branch that lost its race: it was asked and answered, and moves nothing any more. */
  readonly lost?: boolean;
  /** Behind an act that has been opened again: it stands again once that act is decided, if its question is the same. */
  readonly waiting?: boolean;
};
export type DerivedClock = {
  /** Where in the run it was started. */
  readonly position: Position;
  readonly onReturn?: 'restart';
  readonly key: string;
  readonly name: string;
  readonly kind: ClockKind;
  readonly limit: Limit;
  readonly started: Moment;
  readonly stopped?: Moment;
  /** Where it stood still, in order; the last without an end if it still does. */
  readonly paused?: readonly Pause[];
  readonly extension?: Extension;
};
export type Pause = { readonly from: Moment; readonly to?: Moment };
/** `untilClock` is here the key of the clock that was meant. */
export type DerivedNotice = NoticeOptions & {
  readonly key: string;
  readonly name: string;
  readonly moment: Moment;
};
export type DerivedRecord = RecordOptions & {
  readonly key: string;
  readonly register: string;
  readonly moment: Moment;
};
export type DerivedEffect = EffectOptions & {
  /** Where in the run it was said. */
  readonly position: Position;
  readonly key: string;
  readonly name: string;
  readonly moment: Moment;
};

export type Run = {
  readonly open: readonly OpenAct[];
  /** Names of facts by which somebody may still join what is under way. */
  readonly joinable: readonly string[];
  readonly trace: readonly Visit[];
  /** Acts opened again, with the decisions that stood: passed like the trace, so that what waits behind is seen. */
  readonly ghosts: readonly Visit[];
  readonly clocks: readonly DerivedClock[];
  readonly notices: readonly DerivedNotice[];
  readonly effects: readonly DerivedEffect[];
  readonly labels: { readonly [name: string]: string };
  readonly records: readonly DerivedRecord[];
  readonly adopted: readonly Pick<RuleInForce<Json>, 'name' | 'version'>[];
  readonly accepted?: Moment;
  readonly result?: Result & Moment;
};
