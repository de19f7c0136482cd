/** A case as its applicant sees it: nothing of what officers think of it, only what has been done, what is asked, what was told. */
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../contract/actor.ts';
import type { ownCase as shape } from '../contract/responses/own.ts';
import { ratingOf } from '../db/ratings.ts';
import { clockOfWhole, clocksOf } from '../engine/clock/case-clocks.ts';
import { ahead } from '../engine/foresee.ts';
import { jsonSchema } from '../engine/forms/schema.ts';
import { project } from '../engine/ledger/projection.ts';
import { openWork } from '../engine/ledger/resending.ts';
import { actState, type CaseState, isClosed, runOf } from '../engine/ledger/state.ts';
import { mayNotAnswer, officeOf } from '../engine/operations/authority.ts';
import { outcomeFaults, possible } from '../engine/possible.ts';
import { formatCaseNo } from './case-number.ts';
import { plainJson } from './case-view.ts';
import { codeOf, organOf } from './documents.ts';
import type { AppContext } from './env.ts';

export const asApplicant = ({ input: { applicant } }: CaseState): Actor => ({
  kind: 'applicant',
  identity: applicant,
});

/** Ways that only the system and its clock go are no steps of anybody. */
const isStep = (kind: string): boolean => kind !== 'await';

/** The documents addressed to the applicant. */
export function ownNotices(context: AppContext, state: CaseState): z.infer<typeof shape>['notices'] {
  const { notices } = project(state);
  return notices
    .filter(({ to }) => to === 'applicant')
    .map((notice) => ({
      code: codeOf(context, state.caseNo, notice),
      text: notice.text,
      at: notice.at,
    }));
}

export async function ownCase(context: AppContext, state: CaseState): Promise<z.infer<typeof shape>> {
  const now = context.now();
  const me = asApplicant(state);
  const { head, acts } = project(state);
  const { facts, endings } = possible(state, me, now);
  const open = openWork(state);
  const rowOf = (key: string) => acts.find((row) => row.key === key);
  const whole = clockOfWhole(clocksOf(state));
  const withdrawal = endings.find(({ type, mayNot }) => type === 'withdraw' && !mayNot);
  return {
    displayNo: formatCaseNo(context.county, state.process, state.caseNo),
    title: state.process.title,
    applicant: head.labels['申请人'] ?? '',
    seq: state.seq,
    at: now,
    state: head.state,
    outcome: head.outcome,
    steps: runOf(state)
      .trace.filter(({ act }) => isStep(act.kind))
      .map(({ act, decision }) => ({ name: act.name, at: decision.at })),
    underway: open
      .filter(({ kind }) => isStep(kind) && kind !== 'askApplicant')
      .map((act) => ({
        name: act.name,
        unit: organOf(context, officeOf(state, act).unit),
        dueAt: rowOf(act.key)?.dueAt ?? null,
      })),
    ahead: [...new Set(ahead(state).map(({ name }) => name))],
    promise: whole
      ? {
          name: whole.name,
          basis: whole.limit.basis,
          startedAt: whole.started.at,
          dueAt: whole.deadline?.dueAt ?? null,
          riskAt: whole.deadline?.riskAt ?? null,
        }
      : null,
    asks: open
      .filter((act) => act.kind === 'askApplicant' && !mayNotAnswer(state, act, me, now))
      .map((act) => ({
        key: act.key,
        name: act.name,
        round: actState(state, act.key).round,
        openedAt: act.opened.at,
        dueAt: rowOf(act.key)?.dueAt ?? null,
        riskAt: rowOf(act.key)?.riskAt ?? null,
        basis: act.basis,
        brief: plainJson(act.brief),
        outcomes: Object.entries(act.outcomes)
          .filter(([name]) => name !== act.expires)
          .map(([name, { form, opinion, basis }]) => ({
            name,
            form: jsonSchema(form),
            opinion,
            basis: basis ?? act.basis,
            faults: outcomeFaults(state, act, name, now),
          })),
      })),
    facts: facts
      .filter(({ mayNot }) => !mayNot)
      .map(({ name, form, basis }) => ({ name, form: jsonSchema(form), basis })),
    withdrawal: withdrawal ? { form: jsonSchema(withdrawal.form), basis: withdrawal.basis } : null,
    notices: ownNotices(context, state),
    rating: (isClosed(state) ? await ratingOf(context.sql, state.caseNo) : undefined) ?? null,
  };
}
