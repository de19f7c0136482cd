/**
 * What follows from an entry by the process, found once, when the entry is written, and written with it: folding a
 * ledger needs no process. Absent lists are empty.
 */
import { bearerOf } from '../clock/responsibility.ts';
import type { Bearer } from '../clock/responsibility-span.ts';
import type { OpenAct, RecordedDecision, Run, Visit } from '../replay/derived.ts';
import { isAt } from '../replay/position.ts';
import { nextRounds, supersede } from './change.ts';
import type { Keyed } from './keyed.ts';
import { type CaseState, keepRun, readsTheSame, runOf } from './state.ts';

export type Derived = {
  /** Decisions the process no longer asks for, or asks otherwise. */
  readonly superseded?: readonly string[];
  /** Acts that closed without a decision: their round is over. */
  readonly lapsed?: readonly string[];
  /** Acts that opened with this entry though the last thing before them is older: their own limit counts from here. */
  readonly opened?: readonly string[];
  /** Acts opened again that the process no longer comes by. */
  readonly dropped?: readonly string[];
  /** Who bore the time since the entry before; absent if no time passed, before 受理, and after the end. */
  readonly bearer?: Bearer;
};

const isOpenIn = ({ open }: Run, act: OpenAct): boolean =>
  open.some(({ key, position }) => key === act.key && isAt(position, act.position));

const unlessEmpty = <K extends string>(
  name: K,
  keys: readonly string[],
): { readonly [N in K]?: readonly string[] } =>
  (keys.length > 0 ? { [name]: keys } : {}) as { readonly [N in K]?: readonly string[] };

/** What follows: `before` the entry, and `after` its event has changed what it says and nothing else. */
export function derive(before: CaseState, after: CaseState): Derived {
  const bearer = after.at > before.at ? bearerOf(before) : undefined;
  return { ...consequences(before, after), ...(bearer ? { bearer } : {}) };
}

function consequences(before: CaseState, after: CaseState): Omit<Derived, 'bearer'> {
  if (readsTheSame(before, after)) return {};
  const [was, now] = [runOf(before), runOf(after)];
  const superseded = unmet(after.decisions, now.trace);
  const stands = (key: string): boolean => after.decisions.has(key) && !superseded.includes(key);
  const lapsed = was.open.filter((act) => !isOpenIn(now, act) && !stands(act.key));
  const opened = now.open.filter((act) => act.opened.seq < after.seq && !isOpenIn(was, act));
  return {
    ...unlessEmpty('superseded', superseded),
    ...unlessEmpty('lapsed', keysOf(lapsed)),
    ...unlessEmpty('opened', keysOf(opened)),
    ...unlessEmpty('dropped', unmet(after.ghosts, now.ghosts)),
  };
}

const keysOf = (acts: readonly OpenAct[]): readonly string[] => acts.map(({ key }) => key);

/** Decisions a run has not come by, oldest first; what it has come by is among them. */
function unmet(decisions: Keyed<RecordedDecision>, met: readonly Visit[]): readonly string[] {
  if (decisions.size === met.length) return [];
  const known = new Set(met.map(({ act }) => act.key));
  return [...decisions.values()]
    .filter(({ key }) => !known.has(key))
    .sort((a, b) => a.seq - b.seq)
    .map(({ key }) => key);
}

/** The state with what followed. What is taken out is what the run does not come by, so the run stays as it is. */
export function settle(changed: CaseState, derived: Derived): CaseState {
  const { superseded = [], lapsed = [], opened = [], dropped = [] } = derived;
  if ([superseded, lapsed, opened, dropped].every(({ length }) => length === 0)) return changed;
  const { seq, at } = changed;
  const left = { ...changed, ...supersede(changed, superseded, seq) };
  const settled: CaseState = {
    ...left,
    ghosts: left.ghosts.without(dropped),
    acts: nextRounds(
      left,
      lapsed.filter((key) => !superseded.includes(key)),
    ),
    reopened: opened.reduce((map, key) => map.set(key, { seq, at }), changed.reopened),
  };
  keepRun(changed, settled, opened);
  return settled;
}
