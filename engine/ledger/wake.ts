/** When a case must next wake by itself. */
import { expiring } from '../clock/case-clocks.ts';
import { carding } from './cards.ts';
import { type CaseState, runOf } from './state.ts';

/** Undefined if only people and systems can move it. */
export const nextWake = (state: CaseState): number | undefined =>
  [carding(state)[0]?.at, expiring(state)[0]?.dueAt]
    .filter((at) => at !== undefined)
    .sort((a, b) => a - b)[0];

/** When a case that was just opened needs its first run, if nobody presses before: at once if it has a question to put. */
export const firstWake = (state: CaseState): number | undefined =>
  runOf(state).open.some(({ inquiry }) => inquiry) ? state.opened.at : nextWake(state);
