/** Whose hands an act has been in, and for how long by its own measure: handing it on moves nothing already used. */
import { actState, type CaseState, calendarOf } from '../ledger/state.ts';
import type { OpenAct } from '../replay/derived.ts';
import { workingTime } from './deadline.ts';
import type { Held } from './responsibility-span.ts';
import { minuteMs } from './time.ts';

/** What everybody has had of an act's round up to an instant; the minutes add up to those since it opened. */
export function holdings(state: CaseState, act: OpenAct, until: number): readonly Held[] {
  const calendar = calendarOf(state);
  const isByWall = act.within?.unit === 'minutes';
  const time = (from: number, to: number): number =>
    isByWall ? Math.max(0, to - from) : workingTime(calendar, from, to);
  const { held = [] } = actState(state, act.key);
  const spans = [{ at: act.opened.at, unit: act.by.unit }, ...held];
  const all = new Map<string, Held>();
  let [passed, counted] = [0, 0];
  for (const [i, { at, unit = act.by.unit, person }] of spans.entries()) {
    passed += time(at, Math.max(at, Math.min(spans[i + 1]?.at ?? until, until)));
    // By the running total, so that the rounded minutes add up.
    const minutes = Math.floor(passed / minuteMs) - counted;
    counted += minutes;
    const name = `${unit} ${person ?? ''}`;
    const known = all.get(name)?.minutes ?? 0;
    all.set(name, { unit, role: act.by.role, ...(person ? { person } : {}), minutes: known + minutes });
  }
  return [...all.values()];
}

/** Who has used most of it; the first of them, if several have used as much. */
export function heldLongest(state: CaseState, act: OpenAct, until: number): Held {
  return holdings(state, act, until).reduce((most, one) => (one.minutes > most.minutes ? one : most));
}
