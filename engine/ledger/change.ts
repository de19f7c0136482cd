/** Small changes of a state that several operations make: an act touched, decisions superseded, acts opened again. */
import type { Moment } from '../process/act.ts';
import { type ActState, actState, type CaseState, freshAct, runOf } from './state.ts';

export const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): Map<string, V> =>
  new Map(map).set(key, value);

const without = <V>(map: ReadonlyMap<string, V>, keys: readonly string[]): Map<string, V> => {
  const copy = new Map(map);
  for (const key of keys) copy.delete(key);
  return copy;
};

export function touch(
  state: CaseState,
  key: string,
  seq: number,
  change: Partial<ActState> = {},
): Pick<CaseState, 'acts'> {
  return { acts: withEntry(state.acts, key, { ...actState(state, key), ...change, touched: seq }) };
}

export function unassigned(state: CaseState, key: string): ActState {
  const { assignee: _released, ...rest } = actState(state, key);
  return rest;
}

/** Takes decisions out of the run; each of their acts is in a fresh round. */
export function supersede(
  state: CaseState,
  keys: readonly string[],
  moment: Moment,
): Pick<CaseState, 'decisions' | 'superseded' | 'acts'> {
  const gone = keys.flatMap((key) => {
    const decision = state.decisions.get(key);
    return decision ? [{ ...decision, supersededBy: moment.seq }] : [];
  });
  const acts = new Map(state.acts);
  for (const { key } of gone) acts.set(key, { ...freshAct, round: actState(state, key).round + 1 });
  return { decisions: without(state.decisions, keys), superseded: [...state.superseded, ...gone], acts };
}

/**
 * What 退回, 拿回 and a move to another version leave: decisions gone, and every act that thereby opens (the target,
 * and what stood open in branches that had lost to it) in a fresh round, its own limit counted from now.
 */
export function reopen(
  state: CaseState,
  changed: CaseState,
  keys: readonly string[],
  { seq, at }: Moment,
): CaseState {
  const moment = { seq, at };
  const left = { ...changed, ...supersede(changed, keys, moment) };
  const wasOpen = new Set(runOf(state).open.map(({ key }) => key));
  const again = runOf(left).open.filter(({ key }) => !wasOpen.has(key));
  const acts = new Map(left.acts);
  const reopened = new Map(state.reopened);
  for (const { key } of again) {
    if (!keys.includes(key)) acts.set(key, { ...freshAct, round: actState(state, key).round + 1 });
    reopened.set(key, moment);
  }
  return { ...left, acts, reopened };
}
