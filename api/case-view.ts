/** 办件: the case as one page shows it, with what I may do now. */

import type { z } from '@hono/zod-openapi';
import type { Officer } from '../contract/actor.ts';
import type { Fields } from '../contract/form.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { caseView as caseShape, ledger as ledgerShape } from '../contract/responses/case.ts';
import type { Json } from '../contract/rule.ts';
import type { Linked } from '../db/cases.ts';
import type { Delivery } from '../db/effects.ts';
import { actDeadline, clocksOf, explainClock } from '../engine/clock/case-clocks.ts';
import { isProvisional } from '../engine/clock/deadline.ts';
import { holdings } from '../engine/clock/holding.ts';
import { responsibility } from '../engine/clock/responsibility.ts';
import { jsonSchema } from '../engine/forms/schema.ts';
import { type EffectRow, undoingKey } from '../engine/ledger/effects.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { type ActRow, project } from '../engine/ledger/projection.ts';
import { openWork } from '../engine/ledger/resending.ts';
import { actState, type CaseState, runOf } from '../engine/ledger/state.ts';
import { isNamesake, mayNotAct, officeOf } from '../engine/operations/authority.ts';
import { returnTargets } from '../engine/operations/return.ts';
import { actOperations, outcomeFaults, possible } from '../engine/possible.ts';
import type { DecidedBy } from '../engine/process/act.ts';
import { withoutSealed } from '../security/identity-vault.ts';
import { dayInWords } from '../workflows/wording/days.ts';
import { formatCaseNo } from './case-number.ts';
import { codeOf } from './documents.ts';
import type { AppContext } from './env.ts';
import type { Visibility } from './visibility.ts';

/** What a case was told stays as it was told: each is made plain once. */
const madePlain = new WeakMap<object, Json>();

/** As JSON, nothing sealed in it. */
export function plainJson(value: unknown): Json {
  const key = typeof value === 'object' && value !== null ? value : undefined;
  const known = key && madePlain.get(key);
  if (known !== undefined) return known;
  const plain = withoutSealed(JSON.parse(JSON.stringify(value ?? null)) as Json);
  if (key) madePlain.set(key, plain);
  return plain;
}

const why = (refused: Refusal | undefined) => ({
  whyNot: refused?.code ?? null,
  because: refused?.detail ?? null,
});

function rowOf(rows: readonly ActRow[], key: string): ActRow {
  const row = rows.find((candidate) => candidate.key === key);
  if (!row) throw new Error(`no row for the open act ${key}`);
  return row;
}

/** What may be done besides the acts. */
function mayFor(state: CaseState, officer: Officer, now: number) {
  const { facts, endings, suspensions, resume, amendment, extensions, takeBacks, affirmations } = possible(
    state,
    officer,
    now,
  );
  const told = <T extends { readonly mayNot: Refusal | undefined }>({ mayNot, ...rest }: T) => ({
    ...rest,
    ...why(mayNot),
  });
  const filled = <T extends { readonly mayNot: Refusal | undefined; readonly form: Fields }>(item: T) => ({
    ...told(item),
    form: jsonSchema(item.form),
  });
  return {
    facts: facts.map(filled),
    endings: endings.map(filled),
    suspensions: suspensions.map(told),
    resume: told(resume),
    amendment: told(amendment),
    extensions: extensions.map(told),
    takeBacks: takeBacks.map(told),
    affirmations: affirmations.map(told),
  };
}

/** Open acts, each with what this officer may do with it. */
function actsFor(state: CaseState, rows: readonly ActRow[], officer: Officer, now: number) {
  return openWork(state).map((act) => {
    const refused = mayNotAct(state, act, officer, now);
    const office = officeOf(state, act);
    const { answers, urged } = actState(state, act.key);
    const mine = refused === undefined;
    return {
      ...rowOf(rows, act.key),
      office,
      basis: act.basis,
      mine,
      namesake: mine && isNamesake(state, officer),
      ...why(refused),
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
              faults: outcomeFaults(state, act, name, now),
            }))
        : [],
      brief: mine ? plainJson(act.brief) : null,
      held: holdings(state, act, now),
      returnTo: mine
        ? returnTargets(state, act.key).map(({ act: target }) => ({ key: target.key, name: target.name }))
        : [],
      operations: actOperations(state, act, office, officer, now).map(({ type, mayNot }) => ({
        type,
        ...why(mayNot),
      })),
    };
  });
}

/** Who decided, without what their identity is known by. */
function publicly(by: DecidedBy) {
  if (by.kind !== 'officer') return { kind: by.kind };
  const { kind, person, name, unit } = by;
  return { kind, person, name, unit };
}

type Deliveries = ReadonlyMap<string, Delivery>;

/** What is kept of a case beside its ledger. */
export type Beside = { readonly deliveries: Deliveries; readonly linked: readonly Linked[] };
export const nothingBeside: Beside = { deliveries: new Map(), linked: [] };

type Became = z.infer<(typeof caseShape.options)[0]>['effects'][number]['state'];

/** What became of something sent. */
function becameOf(state: CaseState, deliveries: Deliveries, { key, kind, withdrawnBy }: EffectRow): Became {
  if (deliveries.has(key)) {
    if (kind !== 'undoable' || withdrawnBy === null) return 'taken';
    return deliveries.has(undoingKey(key)) ? 'undone' : 'undoing';
  }
  if (withdrawnBy !== null) return 'dropped';
  const rejection = state.rejections.get(key);
  if (!rejection || rejection.settled === 'resent') return 'waiting';
  return rejection.settled ?? 'refused';
}

function effectView(state: CaseState, deliveries: Deliveries, row: EffectRow) {
  const { payload: _own, held: _seen, ...effect } = row;
  const became = becameOf(state, deliveries, row);
  const delivery = deliveries.get(row.key);
  const isHeldBack = became === 'refused' || became === 'forgone';
  return {
    ...effect,
    state: became,
    receipt: delivery?.receipt.id ?? null,
    takenAt: delivery?.takenAt ?? null,
    reason: isHeldBack ? (state.rejections.get(row.key)?.reason ?? null) : null,
  };
}

/** `deliveries`: what has been taken outside, by the key of what was sent. */
export function caseView(
  context: AppContext,
  state: CaseState,
  officer: Officer,
  visibility: Visibility,
  { deliveries, linked }: Beside,
): z.infer<typeof caseShape> {
  const now = context.now();
  const { head, acts: rows, notices, effects } = project(state);
  const run = runOf(state);
  const acts = actsFor(state, rows, officer, now);
  const common = {
    caseNo: state.caseNo,
    displayNo: formatCaseNo(context.county, state.process, state.caseNo),
    matter: head.matter,
    title: state.process.title,
    seq: state.seq,
  };
  if (visibility === 'asked') {
    const asked = acts.filter(({ office }) => office.unit === officer.post.unit);
    return { ...common, visibility, state: head.state, acts: asked };
  }
  const { applicant: _hash, parent = null, ...shown } = head;
  return {
    ...common,
    ...shown,
    visibility,
    version: state.version,
    may: mayFor(state, officer, now),
    form: plainJson(state.input.form),
    acts,
    waits: run.open
      .filter(({ kind }) => kind === 'await')
      .map((act) => ({ key: act.key, name: act.name, until: actDeadline(state, act)?.dueAt ?? null })),
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
    notices: notices.map((notice) => {
      const { key, name, to, text, number, at, until } = notice;
      return { key, name, to, text, number, at, until, code: codeOf(context, state.caseNo, notice) };
    }),
    effects: effects.map((effect) => effectView(state, deliveries, effect)),
    cards: state.cards.map(({ reply: _limit, due = null, answer = null, ruling = null, ...card }) => ({
      ...card,
      due,
      answer,
      ruling,
    })),
    parent,
    linked,
    facts: plainJson(state.facts),
    responsibility: responsibility(state, now),
    result: plainJson(run.result ?? null),
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
export const ledgerView = (ledger: readonly Entry[]): z.infer<typeof ledgerShape>['items'] =>
  ledger.map(({ event, actor, derived, ...entry }) => {
    const { left: _sent, ...followed } = derived ?? {};
    const {
      calendar: _calendar,
      rules: _rules,
      ...said
    } = event as { calendar?: unknown; rules?: unknown } & Record<string, unknown>;
    const { identity: _identity, ...who } = actor as { identity?: unknown } & Record<string, unknown>;
    return { ...entry, actor: plainJson(who), event: plainJson(said), derived: plainJson(followed) };
  });
