/**
 * 责任账: whose time it is. From 受理 to the end every instant is borne by exactly one party, so the minutes add up by
 * construction. Among acts open side by side the one due first bears it; ties go to the one opened first.
 */

import { actState, type CaseState, calendarOf, runOf } from '../ledger/state.ts';
import type { OpenAct } from '../replay/derived.ts';
import { actDeadline, isOfTheWhole } from './case-clocks.ts';
import { workingTime } from './deadline.ts';
import type { Bearer, Party, ResponsibilitySpan } from './responsibility-span.ts';
import { minuteMs } from './time.ts';

export type Account = { readonly party: Party; readonly minutes: number };

function partyOf(state: CaseState, act: OpenAct): Party {
  switch (act.kind) {
    case 'await':
    case 'publicNotice':
      return { kind: 'statutory', why: act.name };
    case 'askApplicant':
      return { kind: 'applicant' };
    case 'inquire':
      return { kind: 'outside', system: act.inquiry?.system ?? act.name };
    case 'decide':
    case 'serve':
    case 'resend':
    case 'reply': {
      const { assignee, unit } = actState(state, act.key);
      return {
        kind: 'office',
        unit: unit ?? act.by.unit,
        role: act.by.role,
        ...(assignee ? { person: assignee } : {}),
      };
    }
  }
}

/** The act that bears the time while several are open. */
function responsibleAct(state: CaseState, open: readonly OpenAct[]): OpenAct | undefined {
  let first: { act: OpenAct; due: number } | undefined;
  for (const act of open) {
    // Somebody at work comes before something waited for.
    const due = (act.kind !== 'await' && actDeadline(state, act)?.dueAt) || Number.POSITIVE_INFINITY;
    if (!first || due < first.due || (due === first.due && act.opened.seq < first.act.opened.seq))
      first = { act, due };
  }
  return first?.act;
}

/** Whose time it is from here to the next entry; nobody's before 受理 or after the end. */
export function bearerOf(state: CaseState): Bearer | undefined {
  const { accepted, result, open } = runOf(state);
  if (!accepted || result) return undefined;
  const wall = countsByWall(state) ? { wall: true as const } : {};
  const suspension = state.suspensions.find(({ until }) => until === undefined);
  if (suspension) return { party: { kind: 'statutory', why: `挂起：${suspension.reason}` }, ...wall };
  const act = responsibleAct(state, open);
  if (!act) return { party: { kind: 'statutory', why: '等待' }, ...wall };
  return { party: partyOf(state, act), act: act.key, ...wall };
}

const sameParty = (a: Party, b: Party): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The spans borne so far and one more; the bearer's running span grows rather than being followed by another. */
export function accrue(
  borne: readonly ResponsibilitySpan[],
  from: number,
  to: number,
  bearer: Bearer | undefined,
): readonly ResponsibilitySpan[] {
  if (!bearer || to <= from) return borne;
  const last = borne.at(-1);
  return last &&
    last.to === from &&
    last.act === bearer.act &&
    last.wall === bearer.wall &&
    sameParty(last.party, bearer.party)
    ? [...borne.slice(0, -1), { ...last, to }]
    : [...borne, { ...bearer, from, to }];
}

/** A case whose every limit of its own is in minutes, an emergency, counts the wall's; any other the office's hours. */
export function countsByWall(state: CaseState): boolean {
  const own = runOf(state).clocks.filter((clock) => clock.kind !== '公示' && isOfTheWhole(clock));
  return own.length > 0 && own.every(({ limit }) => limit.unit === 'minutes');
}

function measureOf(state: CaseState): (span: Pick<ResponsibilitySpan, 'from' | 'to' | 'wall'>) => number {
  const calendar = calendarOf(state);
  return ({ from, to, wall }) => (wall ? Math.max(0, to - from) : workingTime(calendar, from, to));
}

/** Minutes by party up to `now`; they sum to the minutes since 受理. */
export function responsibility(
  state: CaseState,
  now: number,
): { readonly accounts: readonly Account[]; readonly totalMinutes: number } {
  const borne = accrue(state.borne, state.at, now, bearerOf(state));
  const measure = measureOf(state);
  const accounts = new Map<string, { party: Party; minutes: number }>();
  let time = 0;
  let totalMinutes = 0;
  for (const span of borne) {
    const { party } = span;
    time += measure(span);
    const name = JSON.stringify(party);
    const account = accounts.get(name) ?? { party, minutes: 0 };
    // By the running total, so that the rounded minutes add up.
    account.minutes += Math.floor(time / minuteMs) - totalMinutes;
    accounts.set(name, account);
    totalMinutes = Math.floor(time / minuteMs);
  }
  return { accounts: [...accounts.values()], totalMinutes };
}

/** Minutes an open act's earlier rounds have borne. */
export function minutesBorne(state: CaseState, { key, opened }: OpenAct): number {
  const measure = measureOf(state);
  let time = 0;
  for (const span of state.borne)
    if (span.act === key && span.from < opened.at)
      time += measure({ ...span, to: Math.min(span.to, opened.at) });
  return Math.floor(time / minuteMs);
}
