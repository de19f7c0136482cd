/** Every clock of a case with its deadline: those the process started and each open act's own limit. */
import type { Calendar } from '../../contract/calendar.ts';
import type { Limit } from '../../contract/limit.ts';
import { type CaseState, calendarOf, isSuspended, runOf, suspendedSpans } from '../ledger/state.ts';
import type { Moment } from '../process/act.ts';
import type { ClockKind, Extension } from '../process/said.ts';
import type { DerivedClock, OpenAct, Pause } from '../replay/derived.ts';
import {
  type ClockInput,
  type Deadline,
  deadline,
  type ExplainedDay,
  explain,
  mayDecide,
  type Span,
} from './deadline.ts';

export type CaseClock = {
  readonly key: string;
  readonly name: string;
  readonly kind: ClockKind;
  readonly limit: Limit;
  readonly started: Moment;
  readonly stopped?: Moment;
  readonly paused?: readonly Pause[];
  /** The act whose own limit this is. */
  readonly act?: string;
  readonly extension?: Extension;
  readonly extendedFor?: string;
  /** Absent while it stands still: the end is not yet known. */
  readonly deadline?: Deadline;
};

export const actClockKey = (act: string): string => `环节/${act}`;

function inputOf(
  state: CaseState,
  { limit, started, paused = [] }: Pick<DerivedClock, 'limit' | 'started' | 'paused'>,
): ClockInput {
  const own = paused.flatMap(({ from, to }) => (to ? [[from.at, to.at] as const] : []));
  const spans = own.length > 0 ? united([...suspendedSpans(state), ...own]) : suspendedSpans(state);
  return { limit, startedAt: started.at, suspended: spans.filter(([, to]) => to > started.at) };
}

/** The same standstills in order, none touching another. */
function united(spans: readonly Span[]): readonly Span[] {
  const all: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

const standsStill = (state: CaseState, { paused }: Pick<DerivedClock, 'paused'>): boolean => {
  const last = paused?.at(-1);
  return isSuspended(state) || (last !== undefined && last.to === undefined);
};

const computed = new WeakMap<Calendar, Map<string, Deadline>>();

/** A deadline asked for before is not counted out again: a case asks for the same few at every entry. */
function deadlineOf(calendar: Calendar, input: ClockInput): Deadline {
  const known = computed.get(calendar) ?? new Map<string, Deadline>();
  computed.set(calendar, known);
  const { limit, startedAt, suspended } = input;
  const key = `${limit.amount} ${limit.unit} ${startedAt} ${suspended.join(' ')}`;
  const found = known.get(key) ?? deadline(calendar, input);
  known.set(key, found);
  return found;
}

/** The deadline of an open act's own limit, or of its clock; undefined without one or while it stands still. */
export function actDeadline(
  state: CaseState,
  { within, clock: key, opened: started }: Pick<OpenAct, 'within' | 'clock' | 'opened'>,
): Deadline | undefined {
  if (within && !isSuspended(state))
    return deadlineOf(calendarOf(state), inputOf(state, { limit: within, started }));
  const clock = key === undefined ? undefined : runOf(state).clocks.find((one) => one.key === key);
  return clock && saidClock(state, clock).deadline;
}

/** When so long has passed since a limit ended: the day after its last is the first that counts. */
export const deadlineAfter = (state: CaseState, limit: Limit, dueAt: number): Deadline =>
  deadlineOf(calendarOf(state), { limit, startedAt: dueAt - 1, suspended: [] });

/** The deadline of a clock that the process started, if its limit were this one; undefined while it stands still. */
export function deadlineUnder(state: CaseState, key: string, limit: Limit): Deadline | undefined {
  const clock = runOf(state).clocks.find((one) => one.key === key);
  return clock && !standsStill(state, clock)
    ? deadlineOf(calendarOf(state), inputOf(state, { ...clock, limit }))
    : undefined;
}

/** A clock the process started, as it has been extended. */
function saidClock(state: CaseState, clock: DerivedClock): CaseClock {
  const extended = state.extensions.find((e) => e.clock === clock.key && e.seq > clock.started.seq);
  const limit = extended && clock.extension ? clock.extension.to : clock.limit;
  return {
    ...clock,
    limit,
    ...(extended ? { extendedFor: extended.reason } : {}),
    ...(standsStill(state, clock) && !clock.stopped
      ? {}
      : { deadline: deadlineOf(calendarOf(state), inputOf(state, { ...clock, limit })) }),
  };
}

export function clocksOf(state: CaseState): readonly CaseClock[] {
  const { clocks, open } = runOf(state);
  const said = clocks.map((clock) => saidClock(state, clock));
  const own = open.flatMap((act): CaseClock[] => {
    if (!act.within) return [];
    const due = actDeadline(state, act);
    return [
      {
        key: actClockKey(act.key),
        name: act.name,
        kind: '环节',
        limit: act.within,
        started: act.opened,
        act: act.key,
        ...(due ? { deadline: due } : {}),
      },
    ];
  });
  return [...said, ...own];
}

/** Day by day, why a clock's deadline is what it is. */
export function explainClock(state: CaseState, clock: CaseClock): readonly ExplainedDay[] {
  return explain(calendarOf(state), inputOf(state, clock));
}

/** The acts the clock will decide, earliest first: none by a limit that leans on a year not yet announced. */
export function expiring(state: CaseState): readonly { readonly act: OpenAct; readonly dueAt: number }[] {
  return runOf(state)
    .open.flatMap((act) => {
      const due = act.expires ? actDeadline(state, act) : undefined;
      return due && mayDecide(due) ? [{ act, dueAt: due.dueAt }] : [];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** Whether a clock was started on the case's own way, not in one of its branches. */
export const isOfTheWhole = ({ key }: { readonly key: string }): boolean => !key.includes('/');

const binding: readonly ClockKind[] = ['法定', '承诺'];

/** Whether a clock binds the whole case: one of a branch or of an act binds whoever is in it. */
export const bindsWhole = ({ kind, key, act }: Pick<CaseClock, 'kind' | 'key' | 'act'>): boolean =>
  binding.includes(kind) && isOfTheWhole({ key }) && !act;

/** The running clock that ends first of those that bind the whole case. */
export const clockOfWhole = (clocks: readonly CaseClock[]): CaseClock | undefined =>
  clocks
    .filter((clock) => bindsWhole(clock) && !clock.stopped && clock.deadline)
    .sort((a, b) => (a.deadline?.dueAt ?? 0) - (b.deadline?.dueAt ?? 0))[0];
