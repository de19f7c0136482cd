/** The case as its ledger tells it: what is known, and how to read it. Only `evolve` makes a new one. */

import type { FormInput } from '../../contract/command.ts';
import type { Json } from '../../contract/rule.ts';
import type { Span } from '../clock/deadline.ts';
import type { ResponsibilitySpan } from '../clock/responsibility-span.ts';
import type { Fact, Moment } from '../process/act.ts';
import type { Answers, AnyProcess, CaseInput } from '../process/definition.ts';
import type { DerivedEffect, RecordedDecision, Run, Superseded, Tables } from '../replay/derived.ts';
import { run } from '../replay/run.ts';
import type { Card } from './card.ts';
import type { Keyed } from './keyed.ts';

/** The small state machine of one act's current round. */
export type ActState = {
  readonly round: number;
  readonly assignee?: string;
  /** Who had it in hand when their post ended. */
  readonly lapsedFrom?: string;
  /** Each time it passed into other hands, in order. */
  readonly held?: readonly { readonly at: number; readonly unit?: string; readonly person?: string }[];
  /** Set by 转办 to another unit. */
  readonly unit?: string;
  readonly answers: Answers;
  readonly urged: readonly Moment[];
  /** The last entry in which somebody acted on this round. */
  readonly touched?: number;
};

export type Suspension = Moment & { readonly reason: string; readonly until?: number };
export type Extended = Moment & {
  readonly clock: string;
  readonly reason: string;
  /** The new last day, where it was known. */
  readonly lastDay?: string;
};
/** It stays in the case's view; if it is undoable, its undoing is sent. */
export type LeftEffect = DerivedEffect & { readonly withdrawn: Moment };
export type Incident = { readonly system: string; readonly subject: string; readonly since: number };

export type Payload = { readonly [key: string]: Json };

/** How somebody's word ended the case, with what they filled in for it. */
export type Ending = Moment & {
  readonly name: string;
  readonly outcome: string;
  readonly form: FormInput;
  readonly opinion: string;
};

/** What an outside system has refused for good: an effect by its key, or a question. */
export type Rejection = Moment & {
  readonly subject: string;
  readonly system: string;
  readonly reason: string;
  /** Which sending is the next, or the one under way. */
  readonly attempt: number;
  /** What was done about it; absent while it waits for somebody. */
  readonly settled?: 'resent' | 'forgone';
};
/** What somebody put right in it, by the field. */
export type Correction = Moment & {
  readonly subject: string;
  readonly system: string;
  readonly from: Payload;
  readonly to: Payload;
};

export type FormerForm = { readonly until: number; readonly form: CaseInput['form'] };

/** A command by its body's hash and an entry it made. A chain, so that adding one costs the same however many there are. */
export type Remembered = {
  readonly id: string;
  readonly hash: string;
  readonly seq: number;
  readonly before?: Remembered;
};

export type CaseState = {
  readonly process: AnyProcess;
  /** Every version of the process that is at hand: a case may be moved from one to another. */
  readonly versions: readonly AnyProcess[];
  readonly caseNo: string;
  readonly version: number;
  /** With what has been put right in the application. */
  readonly input: CaseInput;
  /** What the application said until an entry that put something right, in order. */
  readonly former: readonly FormerForm[];
  readonly opened: Moment;
  readonly versionSince: Moment;
  readonly seq: number;
  readonly at: number;
  /** Commands already answered, newest first. */
  readonly commands: Remembered;
  readonly decisions: Keyed<RecordedDecision>;
  readonly superseded: readonly Superseded[];
  readonly acts: Keyed<ActState>;
  readonly reopened: Keyed<Moment>;
  /** Acts opened again by 直达 or 拿回 and not yet decided anew, with the decisions that stood. */
  readonly ghosts: Keyed<Superseded>;
  readonly facts: readonly Fact[];
  readonly tables: readonly Tables[];
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly Extended[];
  readonly troubles: readonly Incident[];
  readonly ending?: Ending;
  readonly rejections: Keyed<Rejection>;
  readonly corrections: readonly Correction[];
  readonly cards: readonly Card[];
  /** Every document by key, in the order of issue; those of the opening only once there is a second entry. */
  readonly documents: readonly string[];
  /** What was sent by decisions that no longer stand. */
  readonly left: readonly LeftEffect[];
  /** Who bore which span of time so far, without gaps. */
  readonly borne: readonly ResponsibilitySpan[];
};

export const freshAct: ActState = { round: 1, answers: {}, urged: [] };
export const actState = (state: CaseState, key: string): ActState => state.acts.get(key) ?? freshAct;
export const isSuspended = (state: CaseState): boolean =>
  state.suspensions.some(({ until }) => until === undefined);
export const suspendedSpans = (state: CaseState): readonly Span[] =>
  state.suspensions.flatMap(({ at, until }) => (until === undefined ? [] : [[at, until] as const]));

/** The command with this id, by the last entry it made. */
export function remembered(state: CaseState, id: string): Remembered | undefined {
  for (let known: Remembered | undefined = state.commands; known; known = known.before)
    if (known.id === id) return known;
  return undefined;
}

const runs = new WeakMap<CaseState, Run>();

/** The run over a state's decisions; computed once per state. */
export function runOf(state: CaseState): Run {
  const known = runs.get(state);
  if (known) return known;
  const computed = run({ ...state, opened: state.opened });
  runs.set(state, computed);
  return computed;
}

const runInputs = [
  'process',
  'decisions',
  'ghosts',
  'facts',
  'tables',
  'reopened',
  'extensions',
  'ending',
] as const;

/** Whether nothing has changed that a run reads: a claim, an answer among others leave it as it was. */
export const readsTheSame = (from: CaseState, to: CaseState): boolean =>
  runInputs.every((input) => from[input] === to[input]);

/** The run of `from`, if it has been computed, is that of `to` but for acts that opened with `to`'s entry. */
export function keepRun(from: CaseState, to: CaseState, opened: readonly string[] = []): void {
  const known = runs.get(from);
  if (!known) return;
  const moment = { seq: to.seq, at: to.at };
  const open = known.open.map((act) => (opened.includes(act.key) ? { ...act, opened: moment } : act));
  runs.set(to, opened.length > 0 ? { ...known, open } : known);
}

/** The tables a case carries now. */
export function tablesOf({ tables, caseNo }: CaseState): Tables {
  const held = tables.at(-1);
  if (!held) throw new Error(`${caseNo} carries no tables`);
  return held;
}
export const calendarOf = (state: CaseState): Tables['calendar'] => tablesOf(state).calendar;

/** Throws if the version is not at hand: the case then waits for a worker that has it. */
export function versionOf(versions: readonly AnyProcess[], version: number): AnyProcess {
  const process = versions.find((candidate) => candidate.version === version);
  if (!process) throw new Error(`process version ${version} is not at hand`);
  return process;
}
export const isClosed = (state: CaseState): boolean => runOf(state).result !== undefined;
