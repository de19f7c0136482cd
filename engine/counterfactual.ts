/**
 * What would have been: a case's ledger run again with one change, that a unit answers each of its acts within its limit.
 * Everybody else takes as long as they took; facts come when they came; the clock decides anew.
 */
import { actDeadline, bindsWhole, clocksOf } from './clock/case-clocks.ts';
import { afterWorkingTime, workingTime } from './clock/deadline.ts';
import { comesNext } from './handle.ts';
import type { CaseEvent, Entry } from './ledger/entry.ts';
import { begin, evolve, extended } from './ledger/fold.ts';
import { actState, type CaseState, calendarOf, isClosed, runOf } from './ledger/state.ts';
import { officeOf } from './operations/authority.ts';
import type { AnyProcess } from './process/definition.ts';
import type { OpenAct } from './replay/derived.ts';

/** A clock of the whole case that was, or would have been, over before the case was. */
const isLate = (state: CaseState, now: number): boolean =>
  clocksOf(state).some(
    (clock) =>
      bindsWhole(clock) && clock.deadline !== undefined && (clock.stopped?.at ?? now) > clock.deadline.dueAt,
  );

/** When something that begins then is done: as long after as it took, as its act's limit counts time. */
type Took = (start: number) => number;

function taken(state: CaseState, { within }: OpenAct, opened: number, at: number): Took {
  const calendar = calendarOf(state);
  const worked = within?.unit === 'minutes' ? 0 : workingTime(calendar, opened, at);
  return worked > 0 ? (start) => afterWorkingTime(calendar, start, worked) : (start) => start + (at - opened);
}

type Replayed = { readonly entry: Entry; readonly takes?: Took };

/** What people and systems entered, each decision with how long it took from when its act had opened. */
function replayed(versions: readonly AnyProcess[], [first, ...rest]: readonly Entry[]): readonly Replayed[] {
  if (!first) return [];
  let state = begin(versions, first);
  return rest.flatMap((entry): Replayed[] => {
    const { event, at, actor } = entry;
    const before = state;
    state = evolve(state, entry);
    if (actor.kind === 'clock') return [];
    if (event.type !== 'decided') return [{ entry }];
    const act = runOf(before).open.find(({ key }) => key === event.act);
    return act ? [{ entry, takes: taken(before, act, act.opened.at, at) }] : [{ entry }];
  });
}

/** When an entry would be made; undefined as long as its act is not open. */
function instantOf(state: CaseState, { entry, takes }: Replayed, unit: string): number | undefined {
  const { event, at } = entry;
  if (!('act' in event) || event.type === 'carded') return at;
  const act = runOf(state).open.find(({ key }) => key === event.act);
  if (!act) return undefined;
  const own = takes ? takes(act.opened.at) : at;
  const due = officeOf(state, act).unit === unit ? actDeadline(state, act)?.dueAt : undefined;
  return due === undefined ? own : Math.min(own, due - 1);
}

/** Decided wherever its act is asked: on another course it may be asked at another place. */
function anywhere(event: CaseEvent): CaseEvent {
  if (event.type !== 'decided') return event;
  const { position: _place, asked: _question, ...decided } = event;
  return decided;
}

/** The case as it would stand at `now`; undefined where it would have taken another course. */
function rerun(
  versions: readonly AnyProcess[],
  ledger: readonly Entry[],
  unit: string,
  now: number,
): CaseState | undefined {
  const [first] = ledger;
  if (!first) return undefined;
  let state = begin(versions, first);
  const waiting = [...replayed(versions, ledger)];
  const write = (entry: Entry, at: number): void => {
    const { derived: _anew, event, ...said } = entry;
    state = extended(state, {
      ...said,
      event: anywhere(event),
      seq: state.seq + 1,
      at: Math.max(at, state.at),
    }).state;
  };
  for (;;) {
    const next = waiting
      .map((replay, i) => ({ i, replay, at: instantOf(state, replay, unit) }))
      .filter((one): one is typeof one & { at: number } => one.at !== undefined)
      .sort((a, b) => a.at - b.at || a.i - b.i)[0];
    const due = comesNext(state);
    if (due && due.at <= Math.min(next?.at ?? now, now) && !isClosed(state)) {
      write({ ...first, actor: { kind: 'clock' }, commandId: `clock/${due.act}`, event: due.event }, due.at);
      continue;
    }
    if (!next || isClosed(state)) break;
    waiting.splice(next.i, 1);
    write(next.replay.entry, next.at);
  }
  return waiting.some(({ entry }) => entry.event.type === 'decided') && !isClosed(state) ? undefined : state;
}

/** A case of more entries is not run again: it costs their square. */
const longest = 1_000;

export type WouldHaveBeen = {
  readonly unit: string;
  /** Acts it answered, or still has, past their limit. */
  readonly late: readonly string[];
  /** Whether the case would be in time; null where that cannot be told: it still has the act, or the course would differ. */
  readonly inTime: boolean | null;
};

/** Of a case past a clock of its own: each unit that was late, and whether the case would be in time had it not been. */
export function counterfactuals(
  state: CaseState,
  ledger: readonly Entry[],
  now: number,
): readonly WouldHaveBeen[] {
  if (!isLate(state, now)) return [];
  const late = new Map<string, string[]>();
  const note = (unit: string, act: string): void => {
    late.set(unit, [...(late.get(unit) ?? []), act]);
  };
  for (const { event, at } of ledger)
    if (event.type === 'decided' && event.account?.due !== undefined && at >= event.account.due)
      note(event.account.unit, event.act);
  const pending = runOf(state).open.filter((act) => (actDeadline(state, act)?.dueAt ?? now) < now);
  for (const act of pending) note(officeOf(state, act).unit, act.key);
  const holding = new Set(pending.map((act) => actState(state, act.key).unit ?? act.by.unit));
  return [...late].map(([unit, acts]) => {
    const would =
      holding.has(unit) || ledger.length > longest ? undefined : rerun(state.versions, ledger, unit, now);
    return { unit, late: [...new Set(acts)], inTime: would ? !isLate(would, now) : null };
  });
}
