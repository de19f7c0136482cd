/** 办件: the case as one page shows it, with what I may do now. */
import type { Officer } from '../contract/actor.ts';
import type { Json } from '../contract/rule.ts';
import type { Delivery } from '../db/effects.ts';
import { clocksOf, explainClock } from '../engine/clock/case-clocks.ts';
import { isProvisional } from '../engine/clock/deadline.ts';
import { responsibility } from '../engine/clock/responsibility.ts';
import { jsonSchema } from '../engine/forms/form.ts';
import { type EffectRow, undoingKey } from '../engine/ledger/effects.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { project } from '../engine/ledger/projection.ts';
import { openWork } from '../engine/ledger/resending.ts';
import { actState, type CaseState, runOf } from '../engine/ledger/state.ts';
import { mayNotAct, officeOf } from '../engine/operations/authority.ts';
import { returnTargets } from '../engine/operations/return.ts';
import type { DecidedBy } from '../engine/process/act.ts';
import { withoutSealed } from '../security/identity-vault.ts';
import { dayInWords } from '../workflows/wording/days.ts';
import { formatCaseNo } from './case-number.ts';
import type { AppContext } from './env.ts';
import type { Visibility } from './visibility.ts';

const plain = (value: unknown): Json => withoutSealed(JSON.parse(JSON.stringify(value ?? null)) as Json);

/** Open acts, each with what this officer may do with it. */
function actsFor(state: CaseState, officer: Officer, now: number) {
  const rows = project(state).acts;
  return openWork(state).map((act) => {
    const refused = mayNotAct(state, act, officer, now);
    const row = rows.find(({ key }) => key === act.key);
    const { answers, urged } = actState(state, act.key);
    const mine = refused === undefined;
    return {
      ...row,
      office: officeOf(state, act),
      basis: act.basis,
      mine,
      whyNot: refused?.code ?? null,
      urged: urged.length,
      answered: act.inquiry ? { of: act.inquiry.sources, have: Object.keys(answers) } : null,
      outcomes: mine
        ? Object.entries(act.outcomes)
            .filter(
              ([name, { after }]) => name !== act.expires && (act.kind !== 'inquire' || after === 'due'),
            )
            .map(([name, { form, opinion, basis }]) => ({
              name,
              form: jsonSchema(form),
              opinion,
              basis: basis ?? act.basis,
            }))
        : [],
      brief: mine ? plain(act.brief) : null,
      returnTo: mine
        ? returnTargets(state, act.key).map(({ act: target }) => ({ key: target.key, name: target.name }))
        : [],
    };
  });
}

/** Who decided, without what their identity is known by. */
function publicly(by: DecidedBy): Omit<DecidedBy & { identity?: string }, 'identity'> {
  const { identity: _kept, ...shown } = { identity: '', ...by };
  return shown;
}

type Deliveries = ReadonlyMap<string, Delivery>;

/** What became of something sent: on its way, taken, refused, given up, being undone, undone, or never sent. */
function effectView(state: CaseState, deliveries: Deliveries, { payload: _own, ...effect }: EffectRow) {
  const delivery = deliveries.get(effect.key);
  const rejection = state.rejections.get(effect.key);
  const undoing = effect.kind === 'undoable' && effect.withdrawnBy !== null;
  const became = delivery
    ? undoing
      ? deliveries.has(undoingKey(effect.key))
        ? 'undone'
        : 'undoing'
      : 'taken'
    : effect.withdrawnBy !== null
      ? 'dropped'
      : rejection && rejection.settled !== 'resent'
        ? (rejection.settled ?? 'refused')
        : 'waiting';
  return {
    ...effect,
    state: became,
    receipt: delivery?.receipt.id ?? null,
    takenAt: delivery?.takenAt ?? null,
    reason: became === 'refused' || became === 'forgone' ? (rejection?.reason ?? null) : null,
  };
}

/** `deliveries`: what has been taken outside, by the key of what was sent. */
export function caseView(
  context: AppContext,
  state: CaseState,
  officer: Officer,
  visibility: Visibility,
  deliveries: Deliveries,
) {
  const now = context.now();
  const { head, notices, effects } = project(state);
  const run = runOf(state);
  const acts = actsFor(state, officer, now);
  const common = {
    caseNo: state.caseNo,
    displayNo: formatCaseNo(context.county, state.process, state.caseNo),
    matter: head.matter,
    title: state.process.title,
    seq: state.seq,
  };
  if (visibility === 'asked') {
    const asked = acts.filter(({ office }) => office.unit === officer.post.unit);
    return { ...common, state: head.state, acts: asked };
  }
  return {
    ...common,
    ...head,
    applicant: undefined,
    version: state.version,
    form: plain(state.input.form),
    acts,
    path: run.trace.map(({ act, decision, waiting = false }) => ({
      key: act.key,
      name: act.name,
      outcome: decision.outcome,
      at: decision.at,
      seq: decision.seq,
      round: actState(state, act.key).round,
      by: publicly(decision.by),
      affirmed: decision.affirmed ? { ...decision.affirmed, by: publicly(decision.affirmed.by) } : null,
      waiting,
    })),
    superseded: state.superseded.map(({ key, outcome, seq, supersededBy }) => ({
      key,
      outcome,
      seq,
      supersededBy,
    })),
    clocks: clockViews(state),
    notices: notices.map(({ key, name, to, text, at, until }) => ({ key, name, to, text, at, until })),
    effects: effects.map((effect) => effectView(state, deliveries, effect)),
    facts: plain(state.facts),
    responsibility: responsibility(state, now),
    result: plain(run.result ?? null),
  };
}

export const clockViews = (state: CaseState) =>
  clocksOf(state).map((clock) => ({
    key: clock.key,
    name: clock.name,
    kind: clock.kind,
    limit: clock.limit,
    startedAt: clock.started.at,
    stoppedAt: clock.stopped?.at ?? null,
    extendedFor: clock.extendedFor ?? null,
    ...(clock.deadline ?? {
      dueAt: null,
      riskAt: null,
      lastDay: null,
      rolled: false,
      leansOn: { projectedYears: [], unconfirmed: [] },
    }),
    provisional: clock.deadline !== undefined && isProvisional(clock.deadline),
  }));

export const explainedClocks = (state: CaseState) => {
  const explained = clocksOf(state).map((clock) => explainClock(state, clock));
  return clockViews(state).map((clock, i) => ({
    ...clock,
    days: (explained[i] ?? []).map((explainedDay) => {
      const { date, count, counted } = explainedDay;
      return { date, count, counted, ...dayInWords(clock.limit, explainedDay) };
    }),
  }));
};

/** The trail, as people read it: sealed numbers stay sealed, tables and what was sent stay out. */
export const ledgerView = (ledger: readonly Entry[]) =>
  ledger.map(({ event, actor, derived, ...entry }) => {
    const { left: _sent, ...followed } = derived ?? {};
    const {
      calendar: _calendar,
      rules: _rules,
      ...said
    } = event as { calendar?: unknown; rules?: unknown } & Record<string, unknown>;
    const { identity: _identity, ...who } = actor as { identity?: unknown } & Record<string, unknown>;
    return { ...entry, actor: who, event: plain(said), derived: followed };
  });
