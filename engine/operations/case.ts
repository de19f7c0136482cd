/** 挂起、恢复、延期、撤回、终止、补充情况: operations on the whole case. */
import type { PersonCommand } from '../../contract/command.ts';
import { clocksOf } from '../clock/case-clocks.ts';
import { checkForm } from '../forms/form.ts';
import { isSuspended } from '../ledger/state.ts';
import type { Ending } from '../process/definition.ts';
import { type Answer, type Asked, accept, refuse } from './answer.ts';
import { holds, holdsAny, policyOf } from './authority.ts';

type Of<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;

const listed = (names: readonly string[]): string =>
  names.length ? names.join('、') : '本事项没有法定的此类理由';

export function suspend({ state, actor, at }: Asked, { reason, opinion }: Of<'suspend'>): Answer {
  const { suspensions } = policyOf(state);
  const allowed = Object.hasOwn(suspensions, reason) ? suspensions[reason] : undefined;
  if (!allowed) return refuse('REASON_NOT_LISTED', `可挂起的法定理由：${listed(Object.keys(suspensions))}。`);
  if (isSuspended(state)) return refuse('ALREADY_SUSPENDED');
  if (!holdsAny(actor, allowed.by, at)) return refuse('NOT_YOURS');
  if (opinion.trim() === '') return refuse('OPINION_REQUIRED');
  return accept({ type: 'suspended', reason, basis: allowed.basis, opinion });
}

export function resume({ state, actor, at }: Asked, { opinion }: Of<'resume'>): Answer {
  const current = state.suspensions.find(({ until }) => until === undefined);
  if (!current) return refuse('NOT_SUSPENDED');
  if (!holdsAny(actor, policyOf(state).suspensions[current.reason]?.by ?? [], at)) return refuse('NOT_YOURS');
  return accept({ type: 'resumed', opinion });
}

export function extend({ state, actor, at }: Asked, { clock: key, reason, opinion }: Of<'extend'>): Answer {
  const clock = clocksOf(state).find((candidate) => candidate.key === key && !candidate.stopped);
  if (!clock) return refuse('CLOCK_NOT_RUNNING');
  if (!clock.extension) return refuse('NOT_EXTENDABLE');
  if (clock.extendedFor) return refuse('ALREADY_EXTENDED');
  if (!holds(actor, clock.extension.approver, at))
    return refuse('NOT_YOURS', '延期须由有批准权限的岗位批准。', { about: { ...clock.extension.approver } });
  if (!clock.extension.reasons.includes(reason))
    return refuse('REASON_NOT_LISTED', `可延期的理由：${listed(clock.extension.reasons)}。`);
  if (opinion.trim() === '') return refuse('OPINION_REQUIRED');
  return accept({ type: 'extended', clock: key, reason, basis: clock.extension.to.basis, opinion });
}

function end(
  asked: Asked,
  name: string,
  ending: Ending,
  form: Of<'withdraw'>['form'],
  opinion: string,
): Answer {
  const { actor, at } = asked;
  const allowed = actor.kind === 'applicant' ? ending.applicant === true : holdsAny(actor, ending.by, at);
  if (!allowed) return refuse('NOT_YOURS');
  if (opinion.trim() === '') return refuse('OPINION_REQUIRED');
  const issues = checkForm(ending.form, form ?? {});
  if (issues.length > 0) return refuse('FORM_INVALID', undefined, { fields: issues });
  return accept({
    type: 'ended',
    name,
    outcome: ending.outcome,
    form: form ?? {},
    basis: ending.basis,
    opinion,
  });
}

export function withdraw(asked: Asked, { form, opinion }: Of<'withdraw'>): Answer {
  const { withdrawal } = policyOf(asked.state);
  return withdrawal ? end(asked, '撤回', withdrawal, form, opinion) : refuse('NOT_WITHDRAWABLE');
}

export function terminate(asked: Asked, { reason, form, opinion }: Of<'terminate'>): Answer {
  const { terminations } = policyOf(asked.state);
  const ending = Object.hasOwn(terminations, reason) ? terminations[reason] : undefined;
  if (!ending) return refuse('REASON_NOT_LISTED', `可终止的法定理由：${listed(Object.keys(terminations))}。`);
  return end(asked, reason, ending, form, opinion);
}

export function supplement({ state, actor, at }: Asked, { fact, data }: Of<'supplement'>): Answer {
  const { facts } = policyOf(state);
  const kind = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (!kind) return refuse('FACT_UNKNOWN', `可登记的情况：${listed(Object.keys(facts))}。`);
  const allowed = actor.kind === 'applicant' ? kind.applicant === true : holdsAny(actor, kind.by, at);
  if (!allowed) return refuse('NOT_YOURS');
  const issues = checkForm(kind.form, data);
  if (issues.length > 0) return refuse('FORM_INVALID', undefined, { fields: issues });
  return accept({ type: 'supplemented', fact, data });
}
