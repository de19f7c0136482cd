/** 办理: an act ends with one of its outcomes; that decision enters the run. */
import type { Actor, Office } from '../../contract/actor.ts';
import type { FormInput } from '../../contract/command.ts';
import type { FieldIssue, Refusal } from '../../contract/refusal.ts';
import { actDeadline } from '../clock/case-clocks.ts';
import { dateOf } from '../clock/time.ts';
import { checkForm } from '../forms/form.ts';
import { touch } from '../ledger/change.ts';
import type { CaseState } from '../ledger/state.ts';
import type { ActKind, CheckContext, DecidedBy, Outcome } from '../process/act.ts';
import type { Answers } from '../process/definition.ts';
import type { OpenAct, RecordedDecision } from '../replay/derived.ts';
import type { Position } from '../replay/position.ts';
import { askedOf } from '../replay/question.ts';
import { ruleInForceAt } from '../replay/tables.ts';
import { isNamesake, mayNotAnswer, officeOf } from './authority.ts';
import { openAct } from './open-act.ts';
import {
  formInvalid,
  isRefusal,
  type Operation,
  opinionMissing,
  type Recorded,
  refuse,
} from './operation.ts';
import { type Forgone, type Resent, resending } from './resend.ts';
import { answeringCard, type CardAnswered, type CardRuled } from './supervise.ts';

export type Decided = {
  readonly type: 'decided';
  readonly act: string;
  readonly outcome: string;
  readonly form: FormInput;
  readonly opinion: string;
  readonly basis: string;
  readonly answers?: Answers;
  /** Absent in decisions written before it was kept. */
  readonly position?: Position;
  readonly asked?: string;
  readonly account?: Accounted;
  /** Whoever decided has said that they are not the relative of their name. */
  readonly notRelated?: true;
};

/** Whose act it was, since when, and by when it was due as things then stood: what on-time figures are made of. */
export type Accounted = Office & { readonly name: string; readonly opened: number; readonly due?: number };

export const decideAct: Operation<'decide', Decided, Resent | Forgone | CardAnswered | CardRuled> = {
  decide({ state, actor, at }, command) {
    const act = openAct(state, command.act);
    if (isRefusal(act)) return act;
    const refused = mayNotAnswer(state, act, actor, at);
    if (refused) return refused;
    if (isNamesake(state, actor) && !command.notRelated) return refuse('NAMESAKE');
    const wanted = outcomeOf(act, command.outcome);
    if (!wanted) return refuse('OUTCOME_UNKNOWN', `“${act.name}”没有可由您选择的结果“${command.outcome}”。`);
    const form = command.form ?? {};
    const opinion = command.opinion?.trim() ?? '';
    const unfit =
      tooEarly(state, act, wanted, at) ??
      (wanted.opinion === 'required' ? opinionMissing(opinion) : undefined) ??
      formInvalid(faultsOf(state, wanted, form, at));
    if (unfit) return unfit;
    if (act.kind === 'reply') return answeringCard(state, act, { outcome: command.outcome, form, opinion });
    if (act.kind === 'resend') return resending(state, act, { outcome: command.outcome, form, opinion });
    const said = decision(state, act, { outcome: command.outcome, form, opinion });
    return [command.notRelated ? { ...said, notRelated: true } : said];
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

/** Everything wrong with a form for an outcome, by its fields and by the process. */
export function faultsOf(
  state: CaseState,
  { form: fields, check }: Outcome,
  form: FormInput,
  at: number,
): readonly FieldIssue[] {
  const faults = checkForm(fields, form);
  return faults.length > 0 ? faults : (check?.(form, checkContext(state, at)) ?? []);
}

/** What a check may look at besides the form. */
export const checkContext = (state: CaseState, at: number): CheckContext => ({
  at,
  facts: state.facts,
  application: state.input.form as CheckContext['application'],
  ruleInForce: (rule) => ruleInForceAt(state.tables, rule, state.seq, dateOf(at)),
});

/** Kinds whose time is an office's own: not the applicant's, the public's, an outside system's. */
const ofAnOffice: readonly ActKind[] = ['decide', 'serve'];

/** The decision as an event, with where and what was asked. */
export function decision(
  state: CaseState,
  act: OpenAct,
  said: {
    readonly outcome: string;
    readonly form: FormInput;
    readonly opinion: string;
    readonly answers?: Answers;
  },
): Decided {
  const { key, name, kind, position, outcomes, basis, opened } = act;
  const due = actDeadline(state, act)?.dueAt;
  return {
    type: 'decided',
    act: key,
    ...said,
    basis: outcomes[said.outcome]?.basis ?? basis,
    position,
    asked: askedOf(act),
    ...(ofAnOffice.includes(kind)
      ? {
          account: {
            name,
            ...officeOf(state, act),
            opened: opened.at,
            ...(due === undefined ? {} : { due }),
          },
        }
      : {}),
  };
}

export const decidedBy = (actor: Actor): DecidedBy =>
  actor.kind === 'officer'
    ? {
        kind: 'officer',
        person: actor.person,
        name: actor.name,
        unit: actor.post.unit,
        identity: actor.identity,
      }
    : { kind: actor.kind };

function decided(state: CaseState, event: Decided, { seq, at, actor }: Recorded): Partial<CaseState> {
  const { act: key, outcome, form, opinion, answers, position, asked } = event;
  const made: RecordedDecision = {
    seq,
    at,
    key,
    outcome,
    form,
    opinion,
    by: decidedBy(actor),
    ...(answers ? { answers } : {}),
    ...(position ? { position } : {}),
    ...(asked ? { asked } : {}),
  };
  return {
    decisions: state.decisions.set(key, made),
    ghosts: state.ghosts.without([key]),
    acts: touch(state, key, seq).acts,
  };
}
