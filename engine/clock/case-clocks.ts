/** Every clock of a case with its deadline: those the process started and each open act's own limit. */
import type { Calendar } from '../../contract/calendar.ts';
import type { Limit } from '../../contract/limit.ts';
import { type CaseState, calendarOf, isSuspended, runOf, suspendedSpans } from '../ledger/state.ts';
import type { Moment } from '../process/act.ts';
import type { ClockKind, Extension } from '../process/definition.ts';
import type { OpenAct } from '../replay/derived.ts';
import {
  type ClockInput,
  type Deadline,
  deadline,
  type ExplainedDay,
  explain,
  mayDecide,
} from './deadline.ts';

export type CaseClock = {
  readonly key: string;
  readonly name: string;
  readonly kind: ClockKind;
  readonly limit: Limit;
  readonly started: Moment;
  readonly stopped?: Moment;
  /** The act whose own limit this is. */
  readonly act?: string;
  readonly extension?: Extension;
  readonly extendedFor?: string;
  /** Absent while the case is suspended: the end is not yet known. */
  readonly deadline?: Deadline;
};

export const actClockKey = (act: string): string => `环节/${act}`;

function inputOf(state: CaseState, limit: Limit, started: Moment): ClockInput {
  return {
    limit,
    startedAt: started.at,
    suspended: suspendedSpans(state).filter(([, to]) => to > started.at),
  };
}

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

/** The deadline of an open act's own limit; undefined without one or while suspended. */
export function actDeadline(state: CaseState, act: Pick<OpenAct, 'within' | 'opened'>): Deadline | undefined {
  if (!act.within || isSuspended(state)) return undefined;
  return deadlineOf(calendarOf(state), inputOf(state, act.within, act.opened));
}

export function clocksOf(state: CaseState): readonly CaseClock[] {
  const { clocks, open } = runOf(state);
  const calendar = calendarOf(state);
  const suspended = isSuspended(state);
  const said = clocks.map((clock): CaseClock => {
    const extended = state.extensions.find((e) => e.clock === clock.key && e.seq > clock.started.seq);
    const limit = extended && clock.extension ? clock.extension.to : clock.limit;
    return {
      ...clock,
      limit,
      ...(extended ? { extendedFor: extended.reason } : {}),
      ...(suspended && !clock.stopped
        ? {}
        : { deadline: deadlineOf(calendar, inputOf(state, limit, clock.started)) }),
    };
  });
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
  return explain(calendarOf(state), inputOf(state, clock.limit, clock.started));
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

/** When the case must next wake by itself; undefined if only people and systems can move it. */
export const nextWake = (state: CaseState): number | undefined => expiring(state)[0]?.dueAt;
