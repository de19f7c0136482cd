/** A process: an ordinary synchronous generator that reads like the regulation, with what surrounds it as data. */

import type { Office } from '../../contract/actor.ts';
import type { FormInput } from '../../contract/command.ts';
import type { Fields, FormValue, SealedIdentity } from '../../contract/form.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Metric, Score } from '../../contract/metric.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json, RuleName, RuleRow } from '../../contract/rule.ts';
import type { Rung } from '../../contract/rung.ts';
import type {
  ActOptions,
  allAnswered,
  CheckContext,
  DecisionOf,
  Fact,
  InquiryOptions,
  Outcome,
  Outcomes,
} from './act.ts';
import type { OfficeSlots } from './offices.ts';
import type { Policy } from './policy.ts';
import type {
  ClockOptions,
  EffectOptions,
  FoundedOptions,
  LateJoiners,
  LinkedOptions,
  LinkedOutcome,
  NoticeOptions,
  RecordOptions,
  RegisterKind,
  TellOptions,
  WaitOptions,
} from './said.ts';

/** A process that contradicts itself: a bug of the process file, never of a case's data. */
export class ProcessDefinitionError extends Error {}

/** What a branch yields when it waits for somebody: it is never resumed, the next run starts afresh. */
export const blocked: unique symbol = Symbol('blocked');
export type Step<T> = Generator<typeof blocked, T, never>;
export type Branch<T> = Step<T> | (() => Step<T>);
export type BranchResult<B> = B extends Branch<infer T> ? T : never;

/** How a case ended, in the regulation's words. */
export type Result = { readonly outcome: string; readonly detail?: { readonly [key: string]: Json } };

/** What the inquiry's answers look like when every source is in. */
export type Answers = { readonly [source: string]: { readonly [key: string]: Json } };

/** A rule row adopted by the case, with its rule's name and version. */
export type RuleInForce<V extends Json> = RuleRow<V> & { readonly name: string; readonly version: string };

export type Context<I> = {
  readonly input: I;
  /** The date of the moment the run has reached, for rules in force on a date. */
  today(): string;
  /** County time of that moment, epoch ms. */
  now(): number;
  /** Facts known at that moment. They have then been seen: an `await` after it waits for newer ones. */
  known(name: string, isMeant?: (data: Fact['data']) => boolean): readonly Fact[];
  /** A rule's row in force at that moment, from the tables the case carries. */
  ruleInForce<V extends Json>(rule: RuleName<V>): RuleInForce<V>;

  /** The row in force when the case was accepted (before that: now): what 受理 fixes on the case. */
  ruleAsAccepted<V extends Json>(rule: RuleName<V>): RuleInForce<V>;

  decide<const O extends Outcomes>(name: string, options: ActOptions<O>): Step<DecisionOf<O>>;
  serve<const O extends Outcomes>(name: string, options: ActOptions<O>): Step<DecisionOf<O>>;
  publicNotice<const O extends Outcomes>(name: string, options: ActOptions<O>): Step<DecisionOf<O>>;
  askApplicant<const O extends Outcomes>(name: string, options: ActOptions<O>): Step<DecisionOf<O>>;
  inquire<const O extends Outcomes>(
    name: string,
    options: InquiryOptions<O>,
  ): Step<DecisionOf<O & { readonly [allAnswered]: Outcome }> & { readonly answers: Answers }>;
  /** Opens a case of another matter, once, and waits for how it ends. */
  case(name: string, options: LinkedOptions): Step<LinkedOutcome>;
  /** Opens a case that lives on by itself, once, for good. */
  found(name: string, options: FoundedOptions): void;
  /** Tells another case of a fact, once, for good. */
  tell(name: string, options: TellOptions): void;
  /** Waits for the next fact of this name that this place in the process has not seen, and that is meant for it. */
  await(fact: string, isMeant?: (data: Fact['data']) => boolean): Step<Fact>;
  /** Lets a limit pass: the clock alone ends it, and it is in nobody's inbox. */
  wait(name: string, options: WaitOptions): Step<void>;
  /** This way does not end: in a race it leaves the end to the others. */
  never(): Step<never>;

  all<const B extends { readonly [name: string]: Branch<unknown> }>(
    branches: B,
  ): Step<{ readonly [K in keyof B]: BranchResult<B[K]> }>;
  each<T, R>(
    scope: string,
    list: readonly T[],
    nameOf: (item: T) => string,
    branch: (item: T) => Step<R>,
    late?: LateJoiners<T>,
  ): Step<readonly R[]>;
  race<const B extends { readonly [name: string]: Branch<unknown> }>(
    branches: B,
  ): Step<
    { [K in keyof B & string]: { readonly winner: K; readonly value: BranchResult<B[K]> } }[keyof B & string]
  >;

  /** 受理: from here every working minute has its bearer. */
  accept(): void;
  startClock(name: string, limit: Limit, options: ClockOptions): void;
  stopClock(name: string): void;
  /** The clock stands still, from the decision taken last until it is resumed; as often as need be. */
  pauseClock(name: string): void;
  resumeClock(name: string): void;
  notice(name: string, options: NoticeOptions): void;
  send(name: string, options: EffectOptions): void;
  label(name: string, value: string): void;
  /** Writes a row into a register the process has named. */
  record(register: string, options: RecordOptions): void;
  close(outcome: string, detail?: { readonly [key: string]: Json }): Result;
};

/** The case that a case was opened for, and the act and round of it that wait for how this one ends, if one does. */
export type Parent = {
  readonly matter: string;
  readonly caseNo: string;
  readonly act?: string;
  readonly round?: number;
};

/** What a register said of the subject of a case on the day it was opened. */
export type Subject = {
  readonly register: string;
  readonly subject: string;
  readonly data: { readonly [field: string]: Json };
};

/** An earlier case of the same, ended so short a time ago that what it did has not lasted. */
export type Recurrence = {
  readonly caseNo: string;
  /** The day it ended. */
  readonly on: string;
  /** The unit that led it. */
  readonly lead: string;
};

/** What a case is opened with: where, by whom, whose it is, and the application as filled in. */
export type CaseInput<A extends Fields = Fields> = {
  /** The unit at whose window the case was opened. */
  readonly unit: string;
  /** The case that had this one opened, and the question it waits with. */
  readonly parent?: Parent;
  /** What it is about, where its matter is about something registered. */
  readonly about?: Subject;
  /** Which earlier case it says did not last. */
  readonly recurrence?: Recurrence;
  /** Who does what in this case, as its county named them when it was opened. */
  readonly offices?: { readonly [name: string]: Office };
  /** Keyed hash of the applicant's identity number: finds the case, shows nobody. Empty without an applicant. */
  readonly applicant: string;
  /** Keyed hashes of every identity number in the application, and of the people of what it is about, for 回避. */
  readonly parties: readonly string[];
  readonly form: FormValue<A>;
};

/**
 * Something only one can have: no other case while this one is under way, and nothing that stands in the register of the
 * pool's name. A pool of the matter's own code makes two cases one and the same.
 */
export type Claim = {
  readonly pool: string;
  readonly value: string;
  /** What to do where it is taken. */
  readonly instead: string;
};

/** A sheet of what is registered already: its columns, and what a row becomes. */
export type Imports = {
  readonly columns: readonly string[];
  /** The application a row makes, units by their names; what does not fit is for the checks to find. */
  form(row: { readonly [column: string]: string }): { readonly [name: string]: Json };
  /** What must not stand in a register yet. */
  unique(form: { readonly [name: string]: Json }): readonly Claim[];
};

/** What a check of an application may look at besides its form. */
export type OpeningContext = Pick<CheckContext, 'at' | 'ruleInForce'> & { readonly about?: Subject };

/** A material that need not be handed in: which, and where the system looks it up instead. */
export type LookedUp = { readonly item: string; readonly from: string };

export type Process<A extends Fields = Fields> = {
  readonly code: string;
  /** Raised with every change of meaning; a case keeps the version it was accepted under. */
  readonly version: number;
  readonly title: string;
  readonly basis: string;
  /** The field of law whose county authority owns the matter, like `civil-affairs`. */
  readonly owner: string;
  /** Who does what: at the unit that opens the case, or at the authority. */
  readonly offices: OfficeSlots;
  /** The role whose holder heads a unit: may hand work round in it. */
  readonly headRole: string;
  /** Letters that begin this matter's case numbers, and the word people write in theirs after the county's. */
  readonly numbering: { readonly prefix: string; readonly word: string };
  /** What is filled in to open a case. */
  readonly application: A;
  /** Which materials are looked up and never asked of the applicant. */
  readonly lookedUp?: RuleName<readonly LookedUp[]>;
  /** Where an applicant's own identity number is in it: who has one live case of the matter. Not every matter has one. */
  applicantIdentity?(form: FormValue<NoInfer<A>>): SealedIdentity;
  /** Where the applicant is called: told of progress, and let in to their own case. */
  applicantPhone?(form: FormValue<NoInfer<A>>): string;
  /** Relatives disclosed by name alone: whoever decides and is called so says first that they are not that person. */
  relativesNamed?(form: FormValue<NoInfer<A>>, known: readonly Fact[]): readonly string[];
  /** What a case must have for itself from its opening to its end; the applicant, without it. */
  claims?(form: FormValue<NoInfer<A>>): readonly Claim[];
  /** What is wrong with an application besides what its fields say. */
  check?(form: FormValue<NoInfer<A>>, context: OpeningContext): readonly FieldIssue[];
  /** What a case is about: it must stand in a register, in one of these states. */
  readonly about?: {
    readonly register: string;
    subject(form: FormValue<NoInfer<A>>): string;
    readonly states: readonly string[];
    /** The field that holds keyed hashes of its people's identity numbers, for 回避. */
    readonly people?: string;
    /** What to do where it does not. */
    readonly instead: string;
  };
  /**
   * How it is known that the same has come up again: the register in which a case that ended well stands for as long as it
   * answers for that, with who led it as `lead`.
   */
  readonly recurrence?: { readonly register: string; subject(form: FormValue<NoInfer<A>>): string };
  /** How rows of a sheet become cases: for what was registered before there was this system. */
  readonly imports?: Imports;
  /** Pools of codes that its forms draw from, each with what is wrong with a code. */
  readonly pools?: { readonly [pool: string]: (code: string) => string | undefined };
  /** The office that opens cases, by its name in `offices`; without it only other cases do. */
  readonly openedBy?: string;
  /** Outside systems bring it up by themselves, at townships: what each is called, by the name of the key it signs with. */
  readonly inbound?: {
    readonly systems: { readonly [name: string]: string };
    /** What the case that is under way already is told instead. */
    again(form: FormValue<NoInfer<A>>): Pick<TellOptions, 'fact' | 'data'>;
  };
  /** People apply for it by themselves, too: at their township, or at the authority that owns it. */
  readonly online?: 'townships' | 'owner';
  /** By outside system: what may be put right in what it has refused, each field by its name in the payload. */
  readonly correctable?: { readonly [system: string]: Fields };
  /** Registers it writes into, by the name that people know them by. */
  readonly registers?: { readonly [name: string]: RegisterKind };
  /** What is measured of it month by month. */
  readonly metrics?: readonly Metric[];
  readonly scores?: readonly Score[];
  /** The label that says which unit leads a case. */
  readonly lead?: string;
  /** 督办阶梯: the rule that holds its rungs. Without it cards come by a supervisor's word alone. */
  readonly ladder?: RuleName<readonly Rung[]>;
  /** The rules a case carries with it from its opening. */
  readonly rules: readonly RuleName[];
  policy(input: CaseInput<NoInfer<A>>, known: readonly Fact[]): Policy;
  body(c: Context<CaseInput<NoInfer<A>>>): Step<Result>;
  /** What is said when the case ends by withdrawal or termination. */
  onEnding?(
    c: Context<CaseInput<NoInfer<A>>>,
    ending: { readonly name: string; readonly form: FormInput; readonly opinion: string },
  ): void;
};

/** A process of whatever application, as the registry, the shell and the API hold it. */
export type AnyProcess = Process;

export const defineProcess = <const A extends Fields>(process: Process<A>): Process<A> => process;
