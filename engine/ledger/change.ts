/** Small changes of a state that several operations make: an act touched, decisions superseded, an act to do again. */
import { type ActState, actState, type CaseState, freshAct } from './state.ts';

export function touch(
  state: CaseState,
  key: string,
  seq: number,
  change: Partial<ActState> = {},
): Pick<CaseState, 'acts'> {
  return { acts: state.acts.set(key, { ...actState(state, key), ...change, touched: seq }) };
}

/** The act passes into other hands: who has it now is what the act's state says. */
export function passed(state: CaseState, key: string, at: number): Pick<CaseState, 'acts'> {
  const current = actState(state, key);
  const { unit, assignee: person, held = [] } = current;
  const now = { at, ...(unit ? { unit } : {}), ...(person ? { person } : {}) };
  return { acts: state.acts.set(key, { ...current, held: [...held, now] }) };
}

export function unassigned(state: CaseState, key: string): ActState {
  const { assignee: _released, lapsedFrom: _gone, ...rest } = actState(state, key);
  return rest;
}

/** Claim, hand-over, answers and what was urged belong to the round that ends; that somebody acted is remembered. */
export function nextRounds(state: CaseState, keys: readonly string[]): CaseState['acts'] {
  return keys.reduce((acts, key) => {
    const { round, touched } = actState(state, key);
    return acts.set(key, { ...freshAct, round: round + 1, ...(touched === undefined ? {} : { touched }) });
  }, state.acts);
}

type Redone = Pick<CaseState, 'decisions' | 'superseded' | 'ghosts' | 'acts'>;

/** Takes decisions out of the run; each of their acts is in a fresh round. */
export function supersede(state: CaseState, keys: readonly string[], seq: number): Redone {
  const gone = keys.flatMap((key) => {
    const decision = state.decisions.get(key);
    return decision ? [{ ...decision, supersededBy: seq }] : [];
  });
  return {
    decisions: state.decisions.without(keys),
    superseded: gone.length > 0 ? [...state.superseded, ...gone] : state.superseded,
    ghosts: state.ghosts.without(keys),
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
  return ghost ? { ...redone, ghosts: redone.ghosts.set(key, ghost) } : redone;
}
