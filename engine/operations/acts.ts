/** 认领、释放、转办、催办、办理: operations on one open act. */
import type { PersonCommand } from '../../contract/command.ts';
import { actDeadline } from '../clock/case-clocks.ts';
import { dateOf } from '../clock/time.ts';
import { checkForm } from '../forms/form.ts';
import type { CaseEvent } from '../ledger/entry.ts';
import { evolve } from '../ledger/fold.ts';
import { actState, type CaseState, runOf } from '../ledger/state.ts';
import type { CheckContext, Outcome } from '../process/act.ts';
import type { OpenAct, RecordedDecision } from '../replay/run.ts';
import { ruleInForceAt } from '../replay/tables.ts';
import { type Answer, type Asked, accept, refuse } from './answer.ts';
import { isHeadOf, isSupervisor, mayNotAct, officeOf } from './authority.ts';

type Of<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;

export function openAct(
  state: CaseState,
  key: string,
): { readonly act: OpenAct } | { readonly refused: Answer } {
  const act = runOf(state).open.find((candidate) => candidate.key === key);
  if (act) return { act };
  const decision = state.decisions.get(key);
  if (!decision) return { refused: refuse('ACT_NOT_OPEN') };
  const { by } = decision;
  const who =
    by.kind === 'officer'
      ? by.name
      : by.kind === 'clock'
        ? '期限届满'
        : by.kind === 'system'
          ? '系统'
          : '申请人';
  return {
    refused: refuse(
      'ALREADY_DECIDED',
      `该环节已于${dateOf(decision.at)}办结：${decision.outcome}（${who}）。`,
      {
        about: { outcome: decision.outcome, at: decision.at, seq: decision.seq, by: who },
      },
    ),
  };
}

export function claim({ state, actor, at }: Asked, { act: key }: Of<'claim'>): Answer {
  const found = openAct(state, key);
  if ('refused' in found) return found.refused;
  const refused = mayNotAct(state, found.act, actor, at);
  if (refused) return refused;
  if (actState(state, key).assignee) return refuse('ALREADY_CLAIMED');
  return accept({ type: 'claimed', act: key });
}

export function release({ state, actor, at }: Asked, { act: key }: Of<'release'>): Answer {
  const found = openAct(state, key);
  if ('refused' in found) return found.refused;
  const { assignee } = actState(state, key);
  if (!assignee) return refuse('NOT_CLAIMED');
  const own = actor.kind === 'officer' && actor.person === assignee;
  if (!own && !isHeadOf(actor, officeOf(state, found.act).unit, at)) return refuse('CLAIMED_BY_OTHER');
  return accept({ type: 'released', act: key });
}

export function transfer({ state, actor, at }: Asked, { act: key, to, opinion }: Of<'transfer'>): Answer {
  const found = openAct(state, key);
  if ('refused' in found) return found.refused;
  if (opinion.trim() === '') return refuse('OPINION_REQUIRED');
  const office = officeOf(state, found.act);
  const mayHandRound = isHeadOf(actor, office.unit, at) || isSupervisor(state, actor, at);
  const refused = mayHandRound ? undefined : mayNotAct(state, found.act, actor, at);
  if (refused) return refused;
  if (to.unit !== office.unit && !isSupervisor(state, actor, at)) {
    return refuse('NOT_YOURS', '跨单位转办由督查岗位办理。');
  }
  if (!to.person && to.unit === office.unit) return refuse('TARGET_UNKNOWN');
  return accept({
    type: 'transferred',
    act: key,
    unit: to.unit,
    ...(to.person ? { person: to.person } : {}),
    opinion,
  });
}

export function urge({ state, actor, at }: Asked, { act: key, opinion }: Of<'urge'>): Answer {
  const found = openAct(state, key);
  if ('refused' in found) return found.refused;
  if (opinion.trim() === '') return refuse('OPINION_REQUIRED');
  const unit = typeof state.input['unit'] === 'string' ? state.input['unit'] : '';
  const mayUrge =
    isSupervisor(state, actor, at) ||
    isHeadOf(actor, officeOf(state, found.act).unit, at) ||
    isHeadOf(actor, unit, at);
  return mayUrge
    ? accept({ type: 'urged', act: key, opinion })
    : refuse('NOT_YOURS', '催办由督查岗位或单位负责人发起。');
}

export function decideAct({ state, actor, at }: Asked, command: Of<'decide'>): Answer {
  const found = openAct(state, command.act);
  if ('refused' in found) return found.refused;
  const { act } = found;
  const refused = mayNotAct(state, act, actor, at);
  if (refused) return refused;
  const wanted = Object.hasOwn(act.outcomes, command.outcome) ? act.outcomes[command.outcome] : undefined;
  const byClockOnly = act.expires === command.outcome;
  if (!wanted || byClockOnly || (act.kind === 'inquire' && wanted.after === 'opening')) {
    return refuse('OUTCOME_UNKNOWN', `“${act.name}”没有可由您选择的结果“${command.outcome}”。`);
  }
  const early = outcomeNotYet(state, act, wanted, at);
  if (early) return early;
  const opinion = command.opinion?.trim() ?? '';
  if (wanted.opinion === 'required' && opinion === '') return refuse('OPINION_REQUIRED');
  const form = command.form ?? {};
  const issues = checkForm(wanted.form, form);
  const context: CheckContext = {
    at,
    facts: state.facts,
    ruleInForce: (rule) => ruleInForceAt(state.tables, rule, state.seq, dateOf(at)),
  };
  const found2 = issues.length > 0 ? issues : (wanted.check?.(form as never, context) ?? []);
  if (found2.length > 0) return refuse('FORM_INVALID', undefined, { fields: found2 });
  return accept(decidedEvent(state, act, { outcome: command.outcome, form, opinion, at }));
}

function outcomeNotYet(state: CaseState, act: OpenAct, wanted: Outcome, at: number): Answer | undefined {
  if (wanted.after === 'opening') return undefined;
  const due = actDeadline(state, act);
  if (due && at >= due.dueAt) return undefined;
  return refuse(
    'OUTCOME_NOT_YET',
    due ? `须在${due.lastDay}期限届满仍未答复后作出。` : '期限暂停期间不能作出。',
  );
}

/** The `decided` event, with the waiting decisions it leaves without a question under 直达. */
export function decidedEvent(
  state: CaseState,
  act: OpenAct,
  said: {
    outcome: string;
    form: Of<'decide'>['form'];
    opinion: string;
    at: number;
    answers?: RecordedDecision['answers'];
  },
): CaseEvent & { type: 'decided' } {
  const event = {
    type: 'decided',
    act: act.key,
    outcome: said.outcome,
    form: said.form ?? {},
    opinion: said.opinion,
    basis: act.outcomes[said.outcome]?.basis ?? act.basis,
    ...(said.answers ? { answers: said.answers } : {}),
  } as const;
  const waiting = state.directTargets;
  if (waiting.length === 0 || waiting.some((key) => key !== act.key)) return event;
  const supersedes = unasked(state, event, said.at);
  return supersedes.length > 0 ? { ...event, supersedes } : event;
}

/** Decisions the run would no longer ask for after this one. */
function unasked(state: CaseState, event: CaseEvent & { type: 'decided' }, at: number): readonly string[] {
  const after = evolve(state, {
    caseNo: state.caseNo,
    seq: state.seq + 1,
    at: Math.max(at, state.at),
    wall: 0,
    actor: { kind: 'system', name: 'trial' },
    commandId: '',
    commandHash: '',
    processVersion: state.version,
    calendarVersion: '',
    ruleVersions: {},
    event,
  });
  const asked = new Set(runOf(after).trace.map(({ act }) => act.key));
  return [...after.decisions.keys()].filter((key) => !asked.has(key));
}
