/** What can happen to a case besides its acts, and who may do it. */
import type { Office } from '../../contract/actor.ts';
import type { FormInput } from '../../contract/command.ts';
import type { Fields } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { CheckContext } from './act.ts';

/** A fact a process takes note of: who may tell it, and what must be told. */
export type FactKind = {
  readonly by: readonly Office[];
  readonly applicant?: boolean;
  /** Other cases, and outside systems that bring the matter up, tell it. */
  readonly bySystem?: boolean;
  readonly form: Fields;
  readonly basis: string;
  /** What its fields cannot say is wrong with it. */
  check?(data: FormInput, context: CheckContext): readonly FieldIssue[];
  /** After this act has been decided no place of the process reads it: what to do then instead. */
  readonly until?: { readonly act: string; readonly instead: string };
  /** Told only while this act is open; what to do otherwise. */
  readonly during?: { readonly act: string; readonly instead: string };
  /** It names late joiners: told only while an `each` takes them, and what to do otherwise. */
  readonly joining?: { readonly instead: string };
};

/** A way a case ends by somebody's word rather than by its acts (撤回, 终止). */
export type Ending = {
  readonly outcome: string;
  readonly by: readonly Office[];
  readonly applicant?: boolean;
  readonly form: Fields;
  readonly basis: string;
  /** Once such an act has been decided, wherever, the case ends so no more: what to do then instead. */
  readonly until?: { readonly act: string; readonly instead: string };
};

/** A listed legal reason for 挂起: it stops every running clock of the case. */
export type SuspensionReason = { readonly by: readonly Office[]; readonly basis: string };

/** Who may put right what the application says, and which fields of it, each by its path. */
export type Amendments = {
  readonly by: readonly Office[];
  readonly applicant?: boolean;
  readonly basis: string;
  /** Never: what to do instead. */
  readonly never: { readonly [field: string]: string };
  /** What is wrong with the changes besides the application they make. */
  check?(changes: FormInput): readonly FieldIssue[];
  /** After this act has been decided only these are still read; for the others, what to do instead. */
  readonly until?: { readonly act: string; readonly still: readonly string[]; readonly instead: string };
};

/** What can happen to a case besides its acts; the desks depend on the case's input. */
export type Policy = {
  readonly facts: { readonly [name: string]: FactKind };
  readonly withdrawal?: Ending;
  readonly terminations: { readonly [reason: string]: Ending };
  readonly suspensions: { readonly [reason: string]: SuspensionReason };
  /** Without it nothing in the application can be put right once the case is open. */
  readonly amendments?: Amendments;
  /** Offices that may urge, transfer between units and see the whole case. */
  readonly supervisors: readonly Office[];
};
