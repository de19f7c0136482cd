/** Small changes of a state that several operations make: an act touched, decisions superseded, an act to do again. */
import { type ActState, actState, type CaseState, freshAct } from './state.ts';

export const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): Map<string, V> =>
  new Map(map).set(key, value);

export const without = <V>(map: ReadonlyMap<string, V>, keys: readonly string[]): ReadonlyMap<string, V> => {
  if (!keys.some((key) => map.has(key))) return map;
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

/** Claim, hand-over, answers and what was urged belong to the round that ends; that somebody acted is remembered. */
export function nextRounds(state: CaseState, keys: readonly string[]): CaseState['acts'] {
  if (keys.length === 0) return state.acts;
  const acts = new Map(state.acts);
  for (const key of keys) {
    const { round, touched } = actState(state, key);
    acts.set(key, { ...freshAct, round: round + 1, ...(touched === undefined ? {} : { touched }) });
  }
  return acts;
}

type Redone = Pick<CaseState, 'decisions' | 'superseded' | 'ghosts' | 'acts'>;

/** Takes decisions out of the run; each of their acts is in a fresh round. */
export function supersede(state: CaseState, keys: readonly string[], seq: number): Redone {
  const gone = keys.flatMap((key) => {
    const decision = state.decisions.get(key);
    return decision ? [{ ...decision, supersededBy: seq }] : [];
  });
  return {
    decisions: without(state.decisions, keys),
    superseded: gone.length > 0 ? [...state.superseded, ...gone] : state.superseded,
    ghosts: without(state.ghosts, keys),
    acts: nextRounds(
      state,
      gone.map(({ key }) => key),
    ),
  };
}

/** One act is to be decided anew; what was decided after it waits. */
export function openAgain(state: CaseState, key: string, seq: number): Redone {
  const redone = supersede(state, [key], seq);
  const ghost = redone.superseded.at(-1);
  return ghost ? { ...redone, ghosts: withEntry(redone.ghosts, key, ghost) } : redone;
}
