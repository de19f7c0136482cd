/** 办理: an act ends with one of its outcomes; that decision enters the run. */
import type { Actor } from '../../contract/actor.ts';
import type { FormInput } from '../../contract/command.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { actDeadline } from '../clock/case-clocks.ts';
import { dateOf } from '../clock/time.ts';
import { checkForm } from '../forms/form.ts';
import { supersede, touch, withEntry } from '../ledger/change.ts';
import { type CaseState, runOf } from '../ledger/state.ts';
import type { CheckContext, DecidedBy, Outcome } from '../process/act.ts';
import type { Answers } from '../process/definition.ts';
import type { OpenAct, RecordedDecision } from '../replay/derived.ts';
import { ruleInForceAt } from '../replay/tables.ts';
import { mayNotAnswer } from './authority.ts';
import { openAct } from './open-act.ts';
import {
  formInvalid,
  isRefusal,
  type Operation,
  opinionMissing,
  type Recorded,
  refuse,
} from './operation.ts';

export type Decided = {
  readonly type: 'decided';
  readonly act: string;
  readonly outcome: string;
  readonly form: FormInput;
  readonly opinion: string;
  readonly basis: string;
  readonly answers?: Answers;
  /** Decisions that waited for this one under 直达 and are no longer asked for. */
  readonly supersedes?: readonly string[];
};

export const decideAct: Operation<'decide', Decided> = {
  decide({ state, actor, at }, command) {
    const act = openAct(state, command.act);
    if (isRefusal(act)) return act;
    const refused = mayNotAnswer(state, act, actor, at);
    if (refused) return refused;
    const wanted = outcomeOf(act, command.outcome);
    if (!wanted) return refuse('OUTCOME_UNKNOWN', `“${act.name}”没有可由您选择的结果“${command.outcome}”。`);
    const form = command.form ?? {};
    const opinion = command.opinion?.trim() ?? '';
    const unfit =
      tooEarly(state, act, wanted, at) ??
      (wanted.opinion === 'required' ? opinionMissing(opinion) : undefined) ??
      formFaults(state, wanted, form, at);
    if (unfit) return unfit;
    return [decision(state, act, { outcome: command.outcome, form, opinion, at })];
  },
  evolve: { decided },
};

/** The outcome if a person may choose it: not what only the clock or the last answer decides. */
function outcomeOf(act: OpenAct, name: string): Outcome | undefined {
  const wanted = Object.hasOwn(act.outcomes, name) ? act.outcomes[name] : undefined;
  const byEvent = act.expires === name || (act.kind === 'inquire' && wanted?.after === 'opening');
  return byEvent ? undefined : wanted;
}

function tooEarly(state: CaseState, act: OpenAct, wanted: Outcome, at: number): Refusal | undefined {
  if (wanted.after === 'opening') return undefined;
  const due = actDeadline(state, act);
  if (due && at >= due.dueAt) return undefined;
  return refuse(
    'OUTCOME_NOT_YET',
    due ? `须在${due.lastDay}期限届满仍未答复后作出。` : '期限暂停期间不能作出。',
  );
}

function formFaults(
  state: CaseState,
  { form: fields, check }: Outcome,
  form: FormInput,
  at: number,
): Refusal | undefined {
  const context: CheckContext = {
    at,
    facts: state.facts,
    ruleInForce: (rule) => ruleInForceAt(state.tables, rule, state.seq, dateOf(at)),
  };
  const faults = checkForm(fields, form);
  // A check is written for the form its fields describe, which is what has just been established.
  return formInvalid(faults.length > 0 ? faults : (check?.(form as never, context) ?? []));
}

/** The decision as an event, with the waiting decisions it leaves without a question under 直达. */
export function decision(
  state: CaseState,
  act: OpenAct,
  said: {
    readonly outcome: string;
    readonly form: FormInput;
    readonly opinion: string;
    readonly at: number;
    readonly answers?: Answers;
  },
): Decided {
  const { outcome, form, opinion, answers } = said;
  const event: Decided = {
    type: 'decided',
    act: act.key,
    outcome,
    form,
    opinion,
    basis: act.outcomes[outcome]?.basis ?? act.basis,
    ...(answers ? { answers } : {}),
  };
  const waiting = state.directTargets;
  if (waiting.length === 0 || waiting.some((key) => key !== act.key)) return event;
  const supersedes = unasked(state, event, said.at);
  return supersedes.length > 0 ? { ...event, supersedes } : event;
}

/** Decisions the run would no longer ask for after this one. */
function unasked(state: CaseState, event: Decided, at: number): readonly string[] {
  const moment = { seq: state.seq + 1, at: Math.max(at, state.at) };
  const by = { kind: 'system', name: 'trial' } as const;
  const after = { ...state, ...decided(state, event, { ...moment, actor: by }), ...moment };
  const asked = new Set(runOf(after).trace.map(({ act }) => act.key));
  return [...after.decisions.keys()].filter((key) => !asked.has(key));
}

const decidedBy = (actor: Actor): DecidedBy =>
  actor.kind === 'officer'
    ? { kind: 'officer', person: actor.person, name: actor.name, unit: actor.post.unit }
    : { kind: actor.kind };

function decided(state: CaseState, event: Decided, { seq, at, actor }: Recorded) {
  const { act: key, outcome, form, opinion, answers, supersedes = [] } = event;
  const left = supersedes.length > 0 ? { ...state, ...supersede(state, supersedes, { seq, at }) } : state;
  const made: RecordedDecision = {
    seq,
    at,
    key,
    outcome,
    form,
    opinion,
    by: decidedBy(actor),
    ...(answers ? { answers } : {}),
  };
  return {
    decisions: withEntry(left.decisions, key, made),
    superseded: left.superseded,
    acts: touch(left, key, seq).acts,
    directTargets: state.directTargets.filter((target) => target !== key),
  };
}
