/** Acts 环节: what a process can ask of somebody, as data with types. */
import type { Office } from '../../contract/actor.ts';
import type { Fields, FormValue } from '../../contract/form.ts';
import type { Limit } from '../../contract/limit.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json, RuleName, RuleRow } from '../../contract/rule.ts';

export type ActKind =
  | 'decide'
  | 'inquire'
  | 'publicNotice'
  | 'askApplicant'
  | 'serve'
  | 'await'
  | 'resend'
  | 'reply';

/** A point in the case's life: the ledger entry it rests on and that entry's county time. */
export type Moment = { readonly seq: number; readonly at: number };

/** A fact told to the case from outside its acts: a complaint, a death, a disclosed relative. */
export type Fact = Moment & { readonly name: string; readonly data: { readonly [key: string]: Json } };

/** What a form check may look at besides the form. */
export type CheckContext = {
  /** When the button is pressed, county time. */
  readonly at: number;
  readonly facts: readonly Fact[];
  /** The application as it stands, with what has been put right in it. */
  readonly application: { readonly [name: string]: Json };
  /** A rule's row in force on that day. */
  readonly ruleInForce: <V extends Json>(rule: RuleName<V>) => RuleRow<V>;
};

export type Outcome<F extends Fields = Fields> = {
  readonly form: F;
  /** The officer's words are part of the decision: it is refused without them. */
  readonly opinion: 'required' | 'optional';
  /** Only after the act's own limit has run out (an outside source that never answered). */
  readonly after: 'due' | 'opening';
  readonly basis?: string;
  check?(form: FormValue<NoInfer<F>>, context: CheckContext): readonly FieldIssue[];
};
export type Outcomes = { readonly [name: string]: Outcome };

type OutcomeOptions<F extends Fields> = {
  readonly form?: F;
  readonly opinion?: 'required';
  readonly after?: 'due';
  readonly basis?: string;
  readonly check?: (form: FormValue<F>, context: CheckContext) => readonly FieldIssue[];
};

type NoFields = { readonly [name: string]: never };

/** One way an act can end, with what has to be filled in for it. */
export function outcome<const F extends Fields = NoFields>(options: OutcomeOptions<F> = {}): Outcome<F> {
  const { form, opinion = 'optional', after = 'opening', basis, check } = options;
  return {
    form: form ?? ({} as F),
    opinion,
    after,
    ...(basis ? { basis } : {}),
    ...(check ? { check } : {}),
  };
}

/** Who decided: kept for separation of duties and for what the citizen is told. */
export type DecidedBy =
  | {
      readonly kind: 'officer';
      readonly person: string;
      readonly name: string;
      readonly unit: string;
      /** The hash of the identity number: a relative may be disclosed after the decision. */
      readonly identity: string;
    }
  | { readonly kind: 'applicant' | 'system' | 'clock' };

/** The answer an act gives to the process: one of its outcomes with that outcome's form. */
export type DecisionOf<O extends Outcomes> = {
  [K in keyof O & string]: {
    readonly outcome: K;
    readonly form: O[K] extends Outcome<infer F> ? FormValue<F> : never;
    readonly opinion: string;
    readonly at: number;
    readonly by: DecidedBy;
  };
}[keyof O & string];

/** What every act may say about itself. */
export type ActOptions<O extends Outcomes> = {
  /** The desk that acts; for `askApplicant` and `inquire` the desk that sees to it. */
  readonly by: Office;
  readonly outcomes: O;
  /** The act's own limit, counted from when it opened. */
  readonly within?: Limit;
  /** Instead of a limit of its own: the clock of this name that runs here, with its extensions and standstills. */
  readonly clock?: string;
  /** The outcome the clock decides when `within` has run out; without it a late act is late, and stays open. */
  readonly expires?: keyof O & string;
  readonly basis: string;
  /** Acts (by name) whose decider may not decide this one. */
  readonly separateFrom?: readonly string[];
  /** False where the law knows no way back (受理). */
  readonly returnable?: boolean;
  /** What whoever acts is to see and the form cannot hold. */
  readonly brief?: { readonly [key: string]: Json };
};

/** A question to outside systems: asked by an activity, answered source by source. */
export type InquiryOptions<O extends Outcomes> = ActOptions<O> & {
  readonly system: string;
  readonly sources: readonly string[];
  readonly question: { readonly [key: string]: Json };
};

/** The outcome the engine itself decides once every source has answered. */
export const allAnswered = '全部答复';

/** An act as the run meets it. */
export type Act = {
  readonly key: string;
  readonly name: string;
  readonly kind: ActKind;
  readonly by: Office;
  readonly outcomes: Outcomes;
  readonly within?: Limit;
  /** The key of the clock whose limit it has. */
  readonly clock?: string;
  readonly expires?: string;
  readonly basis: string;
  readonly separateFrom: readonly string[];
  readonly returnable: boolean;
  readonly brief?: { readonly [key: string]: Json };
  readonly inquiry?: Pick<InquiryOptions<Outcomes>, 'system' | 'sources' | 'question'>;
};
